import { ruleCases } from './support/rule-cases.ts';

const stays = (name: string, advice = 'Put `Fn::Sub` before the string.') =>
  `\`\${${name}}\` stays as it is written: only \`Fn::Sub\` replaces it, and IAM has no such variable. ${advice}`;
const title = 'Let Fn::Sub replace it';
const template = (resource: string, head = '') => `Parameters:
  Name: { Type: String }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:${head}
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: ${resource}
`;
const yaml = (name: string, resource: string, messages: readonly string[] = [], result?: string) => ({
  name,
  file: 'template.yaml',
  text: template(resource),
  finds: messages.map((message) => ({
    message,
    fixes: result === undefined ? [] : [{ title, applicability: 'suggestion' as const, result: template(result) }],
  })),
});
const forms = ['json', 'yaml'] as const;

ruleCases('forgotten-sub', {
  kind: 'identity',
  cases: [
    {
      name: 'a pseudo parameter',
      forms,
      statement:
        '{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::<|${AWS::AccountId}|>:role/a" }',
      finds: [
        {
          message: stays('AWS::AccountId'),
          fixes: [
            {
              title,
              applicability: 'suggestion',
              result:
                '{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/a" } }',
            },
          ],
        },
      ],
    },
    {
      name: 'in a trust policy',
      kind: 'trust',
      forms,
      statement:
        '{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "arn:aws:iam::<|${AWS::AccountId}|>:role/a" } }',
      finds: [stays('AWS::AccountId')],
    },
    yaml('a parameter', 'arn:aws:s3:::<|${Name}|>/*', [stays('Name')], "!Sub 'arn:aws:s3:::${Name}/*'"),
    yaml('an attribute', "'<|${Bucket.Arn}|>/*'", [stays('Bucket.Arn')], "!Sub '${Bucket.Arn}/*'"),
    yaml(
      "beside a variable of IAM's",
      "'arn:aws:s3:::<|${Bucket}|>/${aws:username}/${*}'",
      [stays('Bucket')],
      "!Sub 'arn:aws:s3:::${Bucket}/${!aws:username}/${!*}'",
    ),
    yaml(
      'two of them',
      'arn:aws:s3:::<|${Name}|>-<|${AWS::Region}|>',
      [stays('Name'), stays('AWS::Region')],
      "!Sub 'arn:aws:s3:::${Name}-${AWS::Region}'",
    ),
    yaml('beside a word of another tool', 'arn:aws:s3:::<|${Name}|>-${stage}', [stays('Name')]),
    yaml(
      'in an Fn::Join',
      "!Join ['', ['arn:aws:s3:::<|${Name}|>', '/*']]",
      [stays('Name')],
      "!Join ['', [!Sub 'arn:aws:s3:::${Name}', '/*']]",
    ),
    yaml('in an Fn::Sub', '!Sub arn:${AWS::Partition}:s3:::${Bucket}/${!aws:username}'),
    yaml('a function of another tool', 'Fn::EnumTargetAccounts Binding arn:aws:s3:::${Name}/*'),
    yaml('a name of nothing here', 'arn:aws:s3:::${Other}/*'),
    yaml('an attribute of a parameter', 'arn:aws:s3:::${Name.Arn}/*'),
    yaml("a variable of IAM's", 'arn:aws:s3:::bucket/${aws:username}'),
    {
      name: 'in a key',
      file: 'template.yaml',
      text: template(
        `'*'\n            Condition:\n              StringEquals:\n                <|\${AWS::URLSuffix}|>:sub: a`,
      ),
      finds: [
        {
          message: stays(
            'AWS::URLSuffix',
            'No intrinsic function can stand in a key: write the policy as a string in `Fn::Sub`.',
          ),
          fixes: [],
        },
      ],
    },
    {
      name: 'in a policy that is a string',
      file: 'template.yaml',
      text: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::<|\${AWS::AccountId}|>:*" } }'
`,
      finds: [{ message: stays('AWS::AccountId', 'Give the whole string to `Fn::Sub`.'), fixes: [] }],
    },
    {
      name: 'in a file that is no template',
      statement: '{ "Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::${AWS::AccountId}:*" }',
      forms: ['policy'],
    },
  ],
});
