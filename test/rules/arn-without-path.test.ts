import { ruleCases } from './support/rule-cases.ts';

const template = (arn: string, path = '\n      Path: /app/') => `Parameters:
  Path: { Type: String }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: reader${path}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${arn}
`;
const message = (path: string, written: string) =>
  `The role \`Role\` has the path \`${path}\`, and this ARN has \`${written}\`: it never matches. Write \`\${Role.Arn}\`.`;
const right = (name: string, arn: string, path?: string) => ({
  name,
  file: 'template.yaml',
  text: template(arn, path),
});

ruleCases('arn-without-path', {
  kind: 'identity',
  cases: [
    {
      name: 'without the path',
      file: 'template.yaml',
      text: template('!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/<|${Role}|>'),
      finds: [
        {
          message: message('/app/', '/'),
          fixes: [{ title: 'Write ${Role.Arn}', applicability: 'suggestion', result: template('!Sub ${Role.Arn}') }],
        },
      ],
    },
    {
      name: 'with another path',
      file: 'template.yaml',
      text: template("!Sub 'arn:aws:iam::${AWS::AccountId}:role/apps/<|${Role}|>'"),
      finds: [message('/app/', '/apps/')],
    },
    {
      name: 'with a path that it does not have',
      file: 'template.yaml',
      text: template("!Sub 'arn:aws:iam::${AWS::AccountId}:role/app/<|${Role}|>'", ''),
      finds: [message('/', '/app/')],
    },
    {
      name: 'in an Fn::Join',
      file: 'template.yaml',
      text: template("<|!Join ['', ['arn:aws:iam::', !Ref AWS::AccountId, ':role/', !Ref Role]]|>"),
      finds: [{ message: message('/app/', '/'), fixes: [] }],
    },
    {
      name: 'a principal',
      kind: 'trust',
      file: 'template.yaml',
      text: `Resources:
  User:
    Type: AWS::IAM::User
    Properties:
      Path: /people/
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              AWS: !Sub arn:aws:iam::\${AWS::AccountId}:user/<|\${User}|>
`,
      finds: [
        'The user `User` has the path `/people/`, and this ARN has `/`: AWS refuses a principal that does not exist. Write `${User.Arn}`.',
      ],
    },
    right('with its path', "!Sub 'arn:aws:iam::${AWS::AccountId}:role/app/${Role}'"),
    right('without a path, and it has none', "!Sub 'arn:aws:iam::${AWS::AccountId}:role/${Role}'", ''),
    right(
      'a path that is a parameter',
      "!Sub 'arn:aws:iam::${AWS::AccountId}:role/${Role}'",
      '\n      Path: !Ref Path',
    ),
    right('of another account', "!Sub 'arn:aws:iam::111122223333:role/${Role}'"),
    right('a pattern', "!Sub 'arn:aws:iam::${AWS::AccountId}:role/*${Role}'"),
    right('a longer name', "!Sub 'arn:aws:iam::${AWS::AccountId}:role/${Role}-a'"),
    right('its attribute', '!GetAtt Role.Arn'),
  ],
});
