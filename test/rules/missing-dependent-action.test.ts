import { ruleCases } from './support/rule-cases.ts';

const allow = (action: string, effect = 'Allow') => `{ "Effect": "${effect}", "Action": ${action}, "Resource": "*" }`;
const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const message = (action: string, where = 'nothing in this policy', more = '') =>
  `\`${action}\` hands a role to a service${more}, for which \`iam:PassRole\` on that role is needed, and ${where} allows it. Without it the call is denied.`;
const forms = ['policy'] as const;
const silent = (name: string, ...statements: readonly string[]) => ({ name, forms, policy: policy(...statements) });
const passing = allow('"iam:PassRole"');

const role = (inline: string, managed = '', attached = '') => `Parameters:
  Arn: { Type: String }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
${managed}      Policies:
        - PolicyName: a
          PolicyDocument: ${policy(inline)}
${attached}`;
const other = (statement: string) => `  Other:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: other
      Roles: [!Ref Role]
      PolicyDocument: ${policy(statement)}
`;
const file = 'template.yaml';
const create = '"lambda:CreateFunction"';

ruleCases('missing-dependent-action', {
  kind: 'identity',
  cases: [
    {
      name: 'an action that needs a role',
      forms,
      policy: policy(allow(`["lambda:GetFunction", <|${create}|>]`)),
      finds: [{ message: message('lambda:CreateFunction'), fixes: [] }],
    },
    {
      name: 'several of them, in any case',
      forms,
      policy: policy(allow('<|"States:createStateMachine"|>'), allow('["scheduler:CreateSchedule", "s3:CreateJob"]')),
      finds: [message('States:createStateMachine', 'nothing in this policy', ' (as do 2 more below)')],
    },
    silent('with the permission', allow(create), passing),
    silent('with a pattern for it', allow(create), allow('"iam:*"')),
    silent('an action that may do without a role', allow('"ec2:RunInstances"')),
    silent('a pattern', allow('"lambda:*"')),
    silent('a Deny', allow(create, 'Deny')),
    { name: 'a permissions boundary', kind: 'boundary', forms, policy: policy(allow(create)) },
    {
      name: 'a role of the template',
      file,
      text: role(allow(`<|${create}|>`)),
      finds: [message('lambda:CreateFunction', 'no policy of this role')],
    },
    {
      name: 'a policy attached to it',
      file,
      text: role(allow('"s3:GetObject"'), '', other(allow(`<|${create}|>`))),
      finds: [message('lambda:CreateFunction', 'no policy of this role')],
    },
    { name: 'where another policy has it', file, text: role(allow(create), '', other(passing)) },
    {
      name: 'where a policy is not in sight',
      file,
      text: role(allow(create), '      ManagedPolicyArns: [!Ref Arn]\n'),
    },
    {
      name: 'where AWS manages one that has it',
      file,
      text: role(allow(create), '      ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSLambda_FullAccess]\n'),
    },
    {
      name: 'a policy that is attached to nothing here',
      file,
      text: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${policy(allow(create))}
`,
    },
  ],
});
