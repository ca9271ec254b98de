import { ruleCases } from './support/rule-cases.ts';

const message = (id: string) =>
  `\`${id}\` is read as a number, and its zero is lost. Put the account id in quotes: \`'${id}'\`.`;

const template = (resource: string, parameters = '') => `${parameters}Resources:
  Before:
    Type: AWS::SNS::Topic
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::111122223333:role/Path/Source }
            Action: sts:AssumeRole
            Condition:
              StringEquals:
${resource}`;

ruleCases('unquoted-account-id', {
  kind: 'trust',
  cases: [
    {
      name: 'in a condition',
      file: 'template.yaml',
      text: template('                aws:PrincipalAccount: <|012345678901|> # security\n'),
      finds: [
        {
          message: message('012345678901'),
          fixes: [
            {
              title: 'Put 012345678901 in quotes',
              applicability: 'suggestion',
              result: template("                aws:PrincipalAccount: '012345678901' # security\n"),
            },
          ],
        },
      ],
    },
    {
      name: 'in lists of both styles',
      file: 'template.yaml',
      text: template(`                aws:PrincipalAccount: ["111122223333", <|023456789012|>]
                aws:SourceAccount:
                  - <|012345670123|>
                  - 111122223333
`),
      finds: [
        {
          message: message('023456789012'),
          fixes: [
            {
              title: 'Put 023456789012 in quotes',
              result: template(`                aws:PrincipalAccount: ["111122223333", '023456789012']
                aws:SourceAccount:
                  - 012345670123
                  - 111122223333
`),
            },
          ],
        },
        message('012345670123'),
      ],
    },
    {
      name: 'as a principal of a policy of its own',
      file: 'trust.yaml',
      text: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Principal:
      AWS: <|000011112222|>
    Action: sts:AssumeRole
    Condition:
      StringEquals:
        sts:ExternalId: example
`,
      finds: [message('000011112222')],
    },
    {
      name: 'as a default and in a mapping, from which a policy takes it',
      file: 'template.yaml',
      text: template(
        '                aws:PrincipalAccount: !Ref Security\n',
        `Parameters:
  Security:
    Type: String
    Default: <|012345678901|>
Mappings:
  Accounts:
    production: { id: <|098765432109|> }
`,
      ),
      finds: [message('012345678901'), message('098765432109')],
    },
    {
      name: 'once where an anchor is used twice',
      file: 'template.yaml',
      text: template(`                aws:PrincipalAccount: &id <|012345678901|>
                aws:SourceAccount: *id
`),
      finds: [message('012345678901')],
    },
    {
      name: 'in quotes, without a zero, of another length',
      file: 'template.yaml',
      text: template(`                aws:PrincipalAccount: ['012345678901', "012345678901", 111122223333, 01234567890, 0123456789012]
`),
    },
    {
      name: 'as part of a text',
      file: 'template.yaml',
      text: template('                aws:PrincipalArn: arn:aws:iam::012345678901:role/Path/Name\n'),
    },
    {
      name: 'in JSON',
      statement: `{ "Effect": "Allow", "Principal": { "AWS": "012345678901" }, "Action": "sts:AssumeRole",
        "Condition": { "NumericEquals": { "aws:MultiFactorAuthAge": 111122223333 } } }`,
    },
    {
      name: 'in a file that is neither policy nor template',
      file: 'values.yaml',
      text: 'account: 012345678901\n',
    },
  ],
});
