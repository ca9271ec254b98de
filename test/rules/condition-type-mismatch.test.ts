import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const wrong = (operator: string, key: string, value: string, message: string, better?: string, severity?: 'info') => ({
  name: `${operator} ${key}`,
  statement: statement(`{ <|"${operator}"|>: { "${key}": "${value}" } }`),
  finds: [
    {
      message,
      ...(severity && { severity }),
      fixes:
        better === undefined
          ? []
          : [{ title: `Use ${better}`, result: statement(`{ "${better}": { "${key}": "${value}" } }`) }],
    },
  ],
});
const right = (operator: string, key: string, value: string) => ({
  name: `${operator} ${key} ${value}`,
  statement: statement(`{ "${operator}": { "${key}": ${value} } }`),
});

ruleCases('condition-type-mismatch', {
  kind: 'identity',
  cases: [
    wrong(
      'ArnLike',
      'aws:SourceAccount',
      '111122223333',
      '`ArnLike` compares ARNs, and `aws:SourceAccount` holds text. Use `StringEquals`.',
      'StringEquals',
    ),
    wrong(
      'ArnNotEqualsIfExists',
      'aws:PrincipalOrgID',
      'o-a1b2c3d4e5',
      '`ArnNotEqualsIfExists` compares ARNs, and `aws:PrincipalOrgID` holds text. Use `StringNotEqualsIfExists`.',
      'StringNotEqualsIfExists',
    ),
    wrong(
      'Bool',
      'aws:SourceVpce',
      'vpce-1a2b3c4d',
      '`Bool` compares truths, and `aws:SourceVpce` holds text. Use `StringEquals`.',
      'StringEquals',
    ),
    wrong(
      'NotIpAddress',
      'aws:PrincipalArn',
      'arn:aws:iam::111122223333:role/Admin',
      '`NotIpAddress` compares IP addresses, and `aws:PrincipalArn` holds ARNs. Use `ArnNotLike`.',
      'ArnNotLike',
    ),
    wrong(
      'NumericEquals',
      'aws:SecureTransport',
      'true',
      '`NumericEquals` compares numbers, and `aws:SecureTransport` holds truths. Use `Bool`.',
      'Bool',
    ),
    wrong(
      'DateLessThan',
      'aws:SourceIp',
      '203.0.113.7',
      '`DateLessThan` compares dates, and `aws:SourceIp` holds IP addresses. Use an operator for IP addresses.',
    ),
    wrong(
      'NumericLessThan',
      'aws:CurrentTime',
      '1900000000',
      '`NumericLessThan` compares numbers, and `aws:CurrentTime` holds dates. Use `DateLessThan`.',
      'DateLessThan',
      'info',
    ),
    wrong(
      'Bool',
      'iam:PermissionsBoundary',
      'arn:aws:iam::111122223333:policy/boundary',
      '`Bool` compares truths, and `iam:PermissionsBoundary` holds ARNs by the Service Authorization Reference. Use `ArnLike`.',
      'ArnLike',
      'info',
    ),
    {
      ...right('Bool', 'iam:PermissionsBoundary', '"true"'),
      name: 'a key of a service, without data',
      data: 'none',
    },
    right('ArnLike', 'aws:PrincipalTag/role', '"arn:aws:iam::111122223333:role/Admin"'),
    right('ArnLike', 'kms:EncryptionContext:aws:s3:arn', '"arn:aws:s3:::example"'),
    right('Bool', 'aws:PrincipalTag/admin', '"true"'),
    right('NumericEquals', 'aws:PrincipalAccount', '"111122223333"'),
    right('NumericLessThan', 'aws:EpochTime', '1900000000'),
    right('DateLessThan', 'aws:EpochTime', '"2030-01-31T00:00:00Z"'),
    right('DateGreaterThan', 'aws:RequestTag/until', '"2030-01-31"'),
    right('StringEquals', 'aws:PrincipalArn', '"arn:aws:iam::111122223333:role/Admin"'),
    right('StringLike', 'aws:CurrentTime', '"2030-*"'),
    right('Null', 'aws:SourceIp', '"true"'),
    right('IpAddress', 'aws:VpcSourceIp', '"10.0.0.0/8"'),
    right('Bool', 'unknown:Key', '"true"'),
  ],
});
