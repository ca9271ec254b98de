import { ruleCases } from './support/rule-cases.ts';

const anchor =
  '"Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111" } }';
const statement = (actions: string, service = 'rolesanywhere.amazonaws.com') =>
  `{ "Effect": "Allow", "Principal": { "Service": "${service}" }, "Action": ${actions}, ${anchor} }`;
const message = (names: string, pronoun: string) =>
  `IAM Roles Anywhere also needs ${names} to assume this role. Add ${pronoun}.`;
const all = '["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]';

ruleCases('roles-anywhere-missing-action', {
  kind: 'trust',
  cases: [
    {
      name: 'one',
      statement: statement('<|["sts:AssumeRole", "sts:TagSession"]|>'),
      finds: [
        {
          message: message('`sts:SetSourceIdentity`', 'it'),
          fixes: [{ title: 'Add sts:SetSourceIdentity', applicability: 'suggestion', result: statement(all) }],
        },
      ],
    },
    {
      name: 'two',
      statement: statement('<|"sts:AssumeRole"|>'),
      finds: [
        {
          message: message('`sts:TagSession` and `sts:SetSourceIdentity`', 'them'),
          fixes: [{ title: 'Add sts:TagSession and sts:SetSourceIdentity', result: statement(all) }],
        },
      ],
    },
    { name: 'none missing', statement: statement(all) },
    { name: 'a pattern', statement: statement('"sts:*"') },
    {
      name: 'shared among statements',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement('"sts:AssumeRole"')}, ${statement('["sts:TagSession", "sts:SetSourceIdentity"]')}] }`,
    },
    { name: 'another service', statement: statement('"sts:AssumeRole"', 'lambda.amazonaws.com') },
    { name: 'a parameter', statement: statement('{ "Ref": "Actions" }'), forms: ['json', 'yaml'] },
    { name: 'a Deny', statement: statement('"sts:AssumeRole"').replace('Allow', 'Deny') },
  ],
});
