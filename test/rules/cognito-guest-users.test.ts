import { ruleCases } from './support/rule-cases.ts';

const host = 'cognito-identity.amazonaws.com';
const pool = `"StringEquals": { "${host}:aud": "eu-west-1:12345678-1234-1234-1234-123456789012" }`;
const statement = (principal: string, conditions: string) =>
  `{ "Effect": "Allow", "Principal": { "Federated": ${principal} }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { ${conditions} } }`;
const amr = (value: string, operator = 'ForAnyValue:StringLike') => `"${operator}": { "${host}:amr": "${value}" }`;
const message =
  'Nothing asks whether the user signed in: if the identity pool has guests, they can get this role too. Ask for `authenticated` or `unauthenticated` by `ForAnyValue:StringLike` on `cognito-identity.amazonaws.com:amr`.';

ruleCases('cognito-guest-users', {
  kind: 'trust',
  cases: [
    {
      name: 'a pool alone',
      statement: statement(`<|"${host}"|>`, pool),
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Let in only users who signed in: add cognito-identity.amazonaws.com:amr',
              applicability: 'suggestion',
              result: statement(`"${host}"`, `${pool}, ${amr('authenticated')}`),
            },
          ],
        },
      ],
    },
    {
      name: 'a pool that is a reference',
      statement: statement(`<|"${host}"|>`, `"StringEquals": { "${host}:aud": { "Ref": "Pool" } }`),
      forms: ['json', 'yaml'],
      finds: [message],
    },
    { name: 'users who signed in', statement: statement(`"${host}"`, `${pool}, ${amr('authenticated')}`) },
    { name: 'guests, who are meant', statement: statement(`"${host}"`, `${pool}, ${amr('unauthenticated')}`) },
    {
      name: 'any question for the way of signing in',
      statement: statement(`"${host}"`, `${pool}, ${amr('unauthenticated', 'ForAllValues:StringNotLike')}`),
    },
    {
      name: 'one user',
      statement: statement(`"${host}"`, `${pool}, "StringLike": { "${host}:sub": "eu-west-1:1" }`),
    },
    {
      name: 'no pool, which another rule reports',
      statement: statement(`"${host}"`, '"Bool": { "aws:SecureTransport": "true" }'),
    },
    {
      name: 'another provider',
      statement: statement('"accounts.google.com"', '"StringEquals": { "accounts.google.com:aud": "example" }'),
    },
    { name: 'a Deny', statement: statement(`"${host}"`, pool).replace('Allow', 'Deny') },
  ],
});
