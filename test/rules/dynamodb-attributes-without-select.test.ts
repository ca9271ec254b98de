import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, action = '"dynamodb:GetItem"', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": ${action}, "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/example", "Condition": ${condition} }`;
const attributes = (operator = 'ForAllValues:StringEquals', more = '') =>
  `{ "${operator}": { "dynamodb:Attributes": ["name"] }${more} }`;
const marked = '{ "ForAllValues:StringEquals": { <|"dynamodb:Attributes"|>: ["name"] } }';
const select = ', "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }';
const message =
  '`dynamodb:Attributes` limits only requests that name attributes: one that names none reads whole items. Also ask for `dynamodb:Select` to be `SPECIFIC_ATTRIBUTES`.';

ruleCases('dynamodb-attributes-without-select', {
  kind: 'identity',
  cases: [
    {
      name: 'a read',
      statement: statement(marked),
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Allow only reads that name attributes: add dynamodb:Select',
              result: statement(attributes(undefined, select)),
            },
          ],
        },
      ],
    },
    {
      name: 'reads among writes',
      statement: statement(marked, '["dynamodb:PutItem", "dynamodb:Q*"]'),
      finds: [message],
    },
    { name: 'it is asked for', statement: statement(attributes(undefined, select)) },
    {
      name: 'another statement asks for it',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement(attributes())}, ${statement('{ "StringNotEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } }', undefined, 'Deny')}] }`,
    },
    { name: 'writes', statement: statement(attributes(), '["dynamodb:PutItem", "dynamodb:UpdateItem"]') },
    { name: 'a Deny', statement: statement(attributes('ForAnyValue:StringEquals'), undefined, 'Deny') },
    {
      name: 'conditions that are not known',
      statement: statement(
        '{ "Fn::If": ["A", { "Bool": { "aws:SecureTransport": "true" } }, { "Ref": "AWS::NoValue" }] }',
      ),
      forms: ['json', 'yaml'],
    },
  ],
});
