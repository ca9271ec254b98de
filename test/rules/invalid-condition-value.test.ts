import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }`;
const wrong = (name: string, operator: string, key: string, value: string, takes: string) => ({
  name,
  statement: statement(`{ "${operator}": { "${key}": <|"${value}"|> } }`),
  finds: [{ message: `\`${operator}\` takes ${takes}, not \`${value}\`.`, fixes: [] }],
});
const right = (operator: string, key: string, value: string) => ({
  name: `${operator} ${value}`,
  statement: statement(`{ "${operator}": { "${key}": ${value} } }`),
});
const date = 'a date such as `2030-01-31T00:00:00Z`';

ruleCases('invalid-condition-value', {
  kind: 'identity',
  cases: [
    wrong('a word for a truth', 'Bool', 'aws:SecureTransport', 'yes', '`true` or `false`'),
    wrong('a value for Null', 'Null', 'aws:TokenIssueTime', 'null', '`true` or `false`'),
    wrong('a word for a number', 'NumericLessThan', 's3:max-keys', 'ten', 'a number'),
    wrong('a date the other way round', 'DateLessThan', 'aws:CurrentTime', '31-01-2030', date),
    wrong('a month that is none', 'DateLessThan', 'aws:CurrentTime', '2030-31-01', date),
    wrong('three bytes', 'IpAddress', 'aws:SourceIp', '203.0.113', 'an IP address or a range such as `203.0.113.0/24`'),
    wrong(
      'a prefix too long',
      'IpAddress',
      'aws:SourceIp',
      '203.0.113.0/33',
      'an IP address or a range such as `203.0.113.0/24`',
    ),
    wrong('a name for an ARN', 'ArnEquals', 'aws:PrincipalArn', 'Admin', 'an ARN such as `arn:aws:…`'),
    {
      name: 'a variable where none is known',
      statement: statement('{ "NumericEquals": { "s3:max-keys": <|"${aws:PrincipalTag/keys}"|> } }'),
      finds: [
        '`NumericEquals` takes a number. Variables such as `${aws:PrincipalTag/keys}` are known only where texts or ARNs are compared.',
      ],
    },
    {
      name: 'both truths',
      statement: statement('{ "Bool": { "aws:SecureTransport": <|["true", "false"]|> } }'),
      finds: [
        '`Bool` takes one value for `aws:SecureTransport`, not both `true` and `false`. Keep the one that is meant.',
      ],
    },
    {
      name: 'one of a list',
      statement: statement('{ "IpAddress": { "aws:SourceIp": ["203.0.113.7", <|"office"|>] } }'),
      finds: ['`IpAddress` takes an IP address or a range such as `203.0.113.0/24`, not `office`.'],
    },
    right('Bool', 'aws:SecureTransport', 'true'),
    right('Bool', 'aws:SecureTransport', '"True"'),
    right('Null', 'aws:TokenIssueTime', '["false"]'),
    right('NumericLessThan', 's3:TlsVersion', '"1.2"'),
    right('NumericLessThan', 's3:max-keys', '10'),
    right('DateLessThan', 'aws:CurrentTime', '"2030-01-31T00:00:00Z"'),
    right('DateLessThan', 'aws:CurrentTime', '"2030-01-31"'),
    right('DateLessThan', 'aws:CurrentTime', '"2030-01-31T00:00:00.5+02:00"'),
    right('DateLessThan', 'aws:EpochTime', '1900000000'),
    right('IpAddress', 'aws:SourceIp', '"2001:db8::/32"'),
    right('IpAddress', 'aws:SourceIp', '"<address>"'),
    right('ArnLike', 'aws:PrincipalArn', '"*:role/Admin"'),
    right('ArnLike', 'aws:PrincipalArn', '"${aws:PrincipalTag/role}"'),
    right('StringEquals', 'aws:username', '"yes"'),
    right('NumericGreaterThan', 's3:signatureAge', '"[MAX_AGE]"'),
    { ...right('Bool', 'aws:SecureTransport', '{ "Ref": "Secure" }'), forms: ['json', 'yaml'] },
  ],
});
