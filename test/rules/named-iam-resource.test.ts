import { role, stackSet } from './stack-sets.ts';
import { ruleCases } from './support/rule-cases.ts';

const file = 'template.yaml';
const message = (name: string) =>
  `With \`${name}\` this template makes an IAM resource with a name of its own: CloudFormation refuses to deploy it unless that is acknowledged with \`CAPABILITY_NAMED_IAM\`.`;

function template(...resources: readonly string[]): string {
  return `Resources:\n${resources.map((each) => `${each}\n`).join('')}`;
}

const roleNamed = (id: string, name: string, more = '') =>
  `  ${id}:\n    Type: AWS::IAM::Role\n${more}    Properties:\n      ${name}\n      AssumeRolePolicyDocument: {}`;

ruleCases('named-iam-resource', {
  kind: 'trust',
  cases: [
    {
      name: 'the first of two',
      file,
      text: template(roleNamed('A', '<|RoleName|>: a'), roleNamed('B', 'RoleName: b')),
      finds: [message('RoleName')],
    },
    {
      name: 'the first that has a name',
      file,
      text: template(
        '  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: a',
        roleNamed('A', 'Path: /a/'),
        roleNamed('B', '<|RoleName|>: !Sub "${AWS::StackName}-b"'),
      ),
      finds: [message('RoleName')],
    },
    ...(
      [
        ['AWS::IAM::User', 'UserName'],
        ['AWS::IAM::Group', 'GroupName'],
        ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
        ['AWS::IAM::InstanceProfile', 'InstanceProfileName'],
      ] as const
    ).map(([type, name]) => ({
      name: type,
      file,
      text: template(`  A:\n    Type: ${type}\n    Properties:\n      <|${name}|>: !Ref Name`),
      finds: [message(name)],
    })),
    {
      name: 'an inline policy, whose name is its own',
      file,
      text: template('  A:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyName: a'),
    },
    { name: 'under a condition', file, text: template(roleNamed('A', 'RoleName: a', '    Condition: IsTest\n')) },
    {
      name: 'a name that may be left out',
      file,
      text: template(roleNamed('A', 'RoleName: !If [IsTest, a, !Ref AWS::NoValue]')),
    },
    { name: 'no value', file, text: template(roleNamed('A', 'RoleName: !Ref AWS::NoValue')) },
    {
      name: 'in the template of a stack set',
      file,
      text: stackSet(['Capabilities: [CAPABILITY_NAMED_IAM]'], role('RoleName: reader')),
    },
  ],
});
