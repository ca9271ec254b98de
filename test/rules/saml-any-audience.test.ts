import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, conditions = '') =>
  `{ "Effect": "Allow", "Principal": { "Federated": ${principal} }, "Action": "sts:AssumeRoleWithSAML"${conditions && `, "Condition": { ${conditions} }`} }`;
const arn = (partition: string) => `arn:${partition}:iam::111122223333:saml-provider/Example`;
const audience = (value: string) => `"StringEquals": { "SAML:aud": "${value}" }`;
const message = (value: string) =>
  `Nothing asks for whom an assertion of this provider was made. Add a condition on \`SAML:aud\`, \`${value}\` for people who sign in to the console there; endpoints of Regions have their own.`;
const found = (partition: string, value: string) => ({
  name: `in the partition ${partition}`,
  statement: statement(`<|"${arn(partition)}"|>`),
  finds: [
    {
      message: message(value),
      fixes: [
        {
          title: `Allow only assertions for ${value}: add SAML:aud`,
          applicability: 'suggestion' as const,
          result: statement(`"${arn(partition)}"`, audience(value)),
        },
      ],
    },
  ],
});

ruleCases('saml-any-audience', {
  kind: 'trust',
  cases: [
    found('aws', 'https://signin.aws.amazon.com/saml'),
    found('aws-cn', 'https://signin.amazonaws.cn/saml'),
    found('aws-us-gov', 'https://signin.amazonaws-us-gov.com/saml'),
    found('aws-iso', 'https://signin.c2shome.ic.gov/saml'),
    found('aws-iso-b', 'https://signin.sc2shome.sgov.gov/saml'),
    {
      name: 'a partition that is not known',
      statement: statement('<|{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:saml-provider/Example" }|>'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: 'Nothing asks for whom an assertion of this provider was made. Add a condition on `SAML:aud`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'any audience',
      statement: statement(`<|"${arn('aws')}"|>`, '"StringLike": { "SAML:aud": "*" }'),
      finds: [message('https://signin.aws.amazon.com/saml')],
    },
    { name: 'an audience', statement: statement(`"${arn('aws')}"`, audience('https://example.com/saml')) },
    { name: 'a subject', statement: statement(`"${arn('aws')}"`, '"StringEquals": { "saml:sub": "example" }') },
    { name: 'a parameter', statement: statement('{ "Ref": "Provider" }'), forms: ['json', 'yaml'] },
    { name: 'a Deny', statement: statement(`"${arn('aws')}"`).replace('Allow', 'Deny') },
  ],
});
