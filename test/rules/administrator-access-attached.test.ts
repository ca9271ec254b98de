import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const everything =
  '`AdministratorAccess` allows everything: whoever gets hold of these credentials owns the account. Attach a policy with what is needed.';
const iam =
  '`IAMFullAccess` allows changes to every role, user and policy, by which its holder can allow itself everything. Attach a policy with what is needed.';

const resource = (type: string, properties: string) =>
  `Resources:\n  Example:\n    Type: ${type}\n    Properties:\n${properties.replace(/^/gm, '      ')}\n`;
const yaml = (name: string, type: string, properties: string, ...finds: readonly string[]): RuleCase => ({
  name,
  file: 'template.yaml',
  text: resource(type, properties),
  finds: finds.map((message) => ({ message, fixes: [] })),
});

ruleCases('administrator-access-attached', {
  kind: 'identity',
  cases: [
    yaml(
      'a role',
      'AWS::IAM::Role',
      'ManagedPolicyArns:\n  - arn:aws:iam::aws:policy/ReadOnlyAccess\n  - <|arn:aws:iam::aws:policy/AdministratorAccess|>',
      everything,
    ),
    yaml('a user', 'AWS::IAM::User', 'ManagedPolicyArns: [<|arn:aws:iam::aws:policy/IAMFullAccess|>]', iam),
    yaml(
      'a group, in the partition of the stack',
      'AWS::IAM::Group',
      'ManagedPolicyArns: [<|!Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"|>]',
      everything,
    ),
    yaml(
      'under a condition of the template',
      'AWS::IAM::Role',
      'ManagedPolicyArns: !If [Dev, [<|arn:aws:iam::aws:policy/AdministratorAccess|>], !Ref AWS::NoValue]',
      everything,
    ),
    yaml(
      'a function of AWS SAM, by name',
      'AWS::Serverless::Function',
      'Policies: <|AdministratorAccess|>',
      everything,
    ),
    yaml(
      'a state machine of AWS SAM, beside a policy',
      'AWS::Serverless::StateMachine',
      'Policies:\n  - Statement:\n      - { Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::example/*" }\n  - <|arn:aws:iam::aws:policy/AdministratorAccess|>',
      everything,
    ),
    {
      name: 'in JSON',
      file: 'template.json',
      text: '{ "Resources": { "Example": { "Type": "AWS::IAM::Role", "Properties": { "ManagedPolicyArns": [<|"arn:aws:iam::aws:policy/AdministratorAccess"|>] } } } }',
      finds: [everything],
    },
    yaml('another policy of AWS', 'AWS::IAM::Role', 'ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]'),
    yaml(
      'one of the account with that name',
      'AWS::IAM::Role',
      'ManagedPolicyArns: [arn:aws:iam::111122223333:policy/AdministratorAccess]',
    ),
    yaml('a parameter', 'AWS::IAM::Role', 'ManagedPolicyArns: [!Ref PolicyArn]'),
    yaml(
      'within a boundary',
      'AWS::IAM::Role',
      'PermissionsBoundary: !Ref Boundary\nManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]',
    ),
    yaml(
      'a resource of another type',
      'Example::IAM::Role',
      'ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]',
    ),
  ],
});
