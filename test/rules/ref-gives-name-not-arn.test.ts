import { ruleCases } from './support/rule-cases.ts';

const resources = `  Role: { Type: AWS::IAM::Role }
  User: { Type: AWS::IAM::User }
  Group: { Type: AWS::IAM::Group }
  Boundary: { Type: AWS::IAM::ManagedPolicy }
  Bucket: { Type: AWS::S3::Bucket }
  Queue: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic }
`;
const identity = (resource: string, condition = '') => `Parameters:
  Arn: { Type: String }
Resources:
${resources}  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${resource}
${condition}`;
const trust = (principal: string) => `Resources:
${resources}  Target:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              AWS: ${principal}
`;
const refused = (written: string, what: string, of: string, instead: string) =>
  `\`${written}\` is the ${what}, and \`${of}\` needs its ARN: AWS refuses the policy. Write \`${instead}\`.`;
const right = (name: string, resource: string) => ({ name, file: 'template.yaml', text: identity(resource) });

ruleCases('ref-gives-name-not-arn', {
  kind: 'identity',
  cases: [
    {
      name: 'a resource by !Ref',
      file: 'template.yaml',
      text: identity('<|!Ref Role|>'),
      finds: [
        {
          message: refused('Ref Role', 'name of the role', 'Resource', 'Fn::GetAtt Role.Arn'),
          fixes: [
            { title: 'Use Fn::GetAtt Role.Arn', applicability: 'suggestion', result: identity('!GetAtt Role.Arn') },
          ],
        },
      ],
    },
    {
      name: 'in the long form',
      file: 'template.yaml',
      text: identity('<|{ Ref: Role }|>'),
      finds: [
        {
          message: refused('Ref Role', 'name of the role', 'Resource', 'Fn::GetAtt Role.Arn'),
          fixes: [
            {
              title: 'Use Fn::GetAtt Role.Arn',
              result: identity('\n              Fn::GetAtt:\n                - Role\n                - Arn').replace(
                ': \n',
                ':\n',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'in JSON',
      file: 'template.json',
      text: '{ "Resources": { "Role": { "Type": "AWS::IAM::Role" }, "Policy": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": [<|{ "Ref": "Role" }|>] }] } } } } }',
      finds: [
        {
          message: refused('Ref Role', 'name of the role', 'Resource', 'Fn::GetAtt Role.Arn'),
          fixes: [
            {
              title: 'Use Fn::GetAtt Role.Arn',
              result:
                '{ "Resources": { "Role": { "Type": "AWS::IAM::Role" }, "Policy": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": [{ "Fn::GetAtt": ["Role", "Arn"] }] }] } } } } }',
            },
          ],
        },
      ],
    },
    {
      name: 'a principal',
      kind: 'trust',
      file: 'template.yaml',
      text: trust('[<|!Ref Role|>, !GetAtt User.Arn]'),
      finds: [
        {
          message: refused('Ref Role', 'name of the role', 'Principal', 'Fn::GetAtt Role.Arn'),
          fixes: [{ title: 'Use Fn::GetAtt Role.Arn', result: trust('[!GetAtt Role.Arn, !GetAtt User.Arn]') }],
        },
      ],
    },
    {
      name: 'a group, which is no principal by its ARN either',
      kind: 'trust',
      file: 'template.yaml',
      text: trust('!Ref Group'),
    },
    {
      name: 'in an Fn::Sub, with more behind it',
      file: 'template.yaml',
      text: identity("!Sub '<|${Bucket}|>/*'"),
      finds: [
        {
          message: refused('${Bucket}', 'name of the bucket', 'Resource', '${Bucket.Arn}'),
          fixes: [{ title: 'Write ${Bucket.Arn}', result: identity("!Sub '${Bucket.Arn}/*'") }],
        },
      ],
    },
    {
      name: 'a URL, in an Fn::Join',
      file: 'template.yaml',
      text: identity("<|!Join ['', [!Ref Queue, '-a']]|>"),
      finds: [
        {
          message: refused('Ref Queue', 'URL of the queue', 'Resource', 'Fn::GetAtt Queue.Arn'),
          fixes: [],
        },
      ],
    },
    {
      name: 'a condition',
      file: 'template.yaml',
      text: identity(
        "'*'",
        '            Condition:\n              ArnEquals:\n                aws:PrincipalArn: <|!Ref Role|>\n',
      ),
      finds: [
        '`Ref Role` is the name of the role, and `aws:PrincipalArn` is compared with an ARN: the name never matches. Write `Fn::GetAtt Role.Arn`.',
      ],
    },
    {
      name: 'a condition on a name',
      file: 'template.yaml',
      text: identity(
        "'*'",
        '            Condition:\n              StringEquals:\n                aws:username: !Ref User\n',
      ),
    },
    right('an attribute', '!GetAtt Role.Arn'),
    right('a managed policy, whose Ref is its ARN', '!Ref Boundary'),
    right('a topic, whose Ref is its ARN', '!Ref Topic'),
    right('a parameter', '!Ref Arn'),
    right('a resource elsewhere', '!Ref Elsewhere'),
    right('in an ARN', '!Sub arn:aws:s3:::${Bucket}'),
    right('a choice', '!If [Is, !GetAtt Role.Arn, !Ref AWS::NoValue]'),
    {
      name: 'in a choice',
      file: 'template.yaml',
      text: identity('!If [Is, <|!Ref Role|>, !GetAtt Role.Arn]'),
      finds: [refused('Ref Role', 'name of the role', 'Resource', 'Fn::GetAtt Role.Arn')],
    },
  ],
});
