import { ruleCases } from './support/rule-cases.ts';

const on = (resource: string) => `{ "Effect": "Allow", "Action": "iam:GetUser", "Resource": ${resource} }`;
const message = (name: string) =>
  `CloudFormation looks for a resource or parameter \`${name}\` here and refuses the template. Write \`\${!${name}}\`: IAM then gets \`\${${name}}\`.`;
const sub = (text: string) => on(`{ "Fn::Sub": "${text}" }`);
const forms = ['json', 'yaml'] as const;
const fix = { title: 'Leave the variable to IAM: insert !', applicability: 'safe' } as const;

ruleCases('iam-variable-in-sub', {
  kind: 'identity',
  cases: [
    {
      name: 'a global key',
      forms,
      statement: sub('arn:aws:iam::${AWS::AccountId}:user/<|${aws:username}|>'),
      finds: [
        {
          message: message('aws:username'),
          fixes: [{ ...fix, result: sub('arn:aws:iam::${AWS::AccountId}:user/${!aws:username}') }],
        },
      ],
    },
    {
      name: 'a tag with a default',
      forms,
      statement: sub("arn:aws:iam::${AWS::AccountId}:user/<|${aws:PrincipalTag/team, 'none'}|>"),
      finds: [message("aws:PrincipalTag/team, 'none'")],
    },
    {
      name: 'the key of an identity provider',
      forms,
      statement: sub('arn:aws:s3:::bucket/<|${cognito-identity.amazonaws.com:sub}|>/*'),
      finds: [message('cognito-identity.amazonaws.com:sub')],
    },
    {
      name: 'a key of a service',
      forms,
      statement: sub('arn:aws:s3:::bucket/<|${s3:prefix}|>'),
      finds: [message('s3:prefix')],
    },
    {
      name: 'a character for itself',
      forms,
      statement: sub('arn:aws:s3:::bucket/a<|${*}|>'),
      finds: [message('*')],
    },
    {
      name: 'in a condition, with a map',
      forms,
      statement:
        '{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": [{ "Fn::Sub": ["${Home}/<|${aws:userid}|>/*", { "Home": "home" }] }] } } }',
      finds: [message('aws:userid')],
    },
    {
      name: 'a policy as a string in an Fn::Sub',
      file: 'template.yaml',
      text: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub '{ "Version": "2012-10-17", "Statement": ${sub('a').replace('{ "Fn::Sub": "a" }', '"arn:${AWS::Partition}:iam::*:user/<|${aws:username}|>"')} }'
`,
      finds: [
        {
          message: message('aws:username'),
          fixes: [
            {
              ...fix,
              result: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub '{ "Version": "2012-10-17", "Statement": ${sub('a').replace('{ "Fn::Sub": "a" }', '"arn:${AWS::Partition}:iam::*:user/${!aws:username}"')} }'
`,
            },
          ],
        },
      ],
    },
    { name: 'with the mark', forms, statement: sub('arn:aws:iam::${AWS::AccountId}:user/${!aws:username}') },
    { name: 'in a plain string', statement: on('"arn:aws:iam::111122223333:user/${aws:username}"') },
    { name: "CloudFormation's own", forms, statement: sub('arn:${AWS::Partition}:s3:::${Bucket}/${Other.Arn}') },
    {
      name: 'a name that the map gives',
      forms,
      statement: on('{ "Fn::Sub": ["arn:aws:s3:::${s3:prefix}", { "s3:prefix": "a" }] }'),
    },
    {
      name: 'words of other tools',
      forms,
      statement: sub('arn:aws:s3:::${self:provider.stage}-${aws:region}-${opt:stage}-${ssm:/path}'),
    },
    {
      name: 'a key of a service, without data',
      data: 'none',
      forms,
      statement: sub('arn:aws:s3:::bucket/${s3:prefix}'),
    },
  ],
});
