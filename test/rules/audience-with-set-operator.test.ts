import { ruleCases } from './support/rule-cases.ts';

const host = 'token.actions.githubusercontent.com';
const statement = (operator: string, key = `"${host}:aud"`) =>
  `{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/${host}" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { ${operator}: { ${key}: "sts.amazonaws.com" }, "StringEquals": { "${host}:sub": "repo:example/example:environment:production" } } }`;
const moved = statement('"Removed"').replace(
  `"Removed": { "${host}:aud": "sts.amazonaws.com" }, "StringEquals": { "${host}:sub": "repo:example/example:environment:production" }`,
  `"StringEquals": { "${host}:sub": "repo:example/example:environment:production", "${host}:aud": "sts.amazonaws.com" }`,
);

ruleCases('audience-with-set-operator', {
  kind: 'trust',
  cases: [
    {
      name: 'one of its values',
      statement: statement('<|"ForAnyValue:StringLike"|>'),
      finds: [
        {
          message: `\`${host}:aud\` is one value: \`ForAnyValue:StringLike\` is for keys with several. Use \`StringLike\`.`,
          fixes: [{ title: 'Use StringLike', applicability: 'suggestion', result: statement('"StringLike"') }],
        },
      ],
    },
    {
      name: 'all of its values',
      statement: statement('<|"ForAllValues:StringEquals"|>'),
      finds: [
        {
          message: `\`${host}:aud\` is one value: \`ForAllValues:StringEquals\` is for keys with several, and it would also hold for a token without one. Use \`StringEquals\`.`,
          fixes: [{ title: 'Use StringEquals', result: moved }],
        },
      ],
    },
    {
      name: 'SAML',
      statement: statement('<|"ForAnyValue:StringEquals"|>', '"SAML:aud"'),
      finds: ['`SAML:aud` is one value: `ForAnyValue:StringEquals` is for keys with several. Use `StringEquals`.'],
    },
    { name: 'without a set operator', statement: statement('"StringLike"') },
    {
      name: 'another claim',
      statement: statement('"ForAnyValue:StringLike"', '"cognito-identity.amazonaws.com:amr"'),
    },
    { name: 'a key of a service', statement: statement('"ForAnyValue:StringLike"', '"sts:aud"') },
  ],
});
