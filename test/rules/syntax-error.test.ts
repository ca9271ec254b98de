import { ruleCases } from './support/rule-cases.ts';

const embedded = `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: |
        {
          "Statement": [
            { "Effect": "Allow", "Action": "s3:Get*<|"|> "Resource": "*" }
          ]
        }
`;

const escaped = `{
  "Resources": {
    "Reader": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": "{\\"Statement\\": <|[|>{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:*\\", \\"Resource\\": \\"*\\"}}"
      }
    }
  }
}`;

const template = (statement: string) => `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
${statement}
  Topic:
    Type: AWS::SNS::Topic
`;

const unfinished = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action"<|:|> }] }';

ruleCases('syntax-error', {
  kind: 'identity',
  cases: [
    {
      name: 'a value is missing',
      file: 'policy.json',
      text: unfinished,
      finds: [{ message: 'A value is missing here.', fixes: [] }],
    },
    {
      name: 'a value is missing, which the editor says',
      file: 'policy.json',
      text: unfinished,
      editorReportsSyntax: true,
    },
    {
      name: 'a comment in JSON',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17" <|// the first|>\n, "Statement": [] }',
      finds: [{ message: 'Comments are not allowed in JSON: take them out before AWS reads this.', severity: 'hint' }],
    },
    {
      name: 'a comment in JSON with comments',
      file: 'policy.jsonc',
      text: '{ "Version": "2012-10-17" // the first\n, "Statement": [], }',
    },
    {
      name: 'two problems',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17<|"|> "Statement": []<|,|> }',
      finds: ['A comma is missing here.', 'JSON allows no comma before a closing bracket. Remove it.'],
    },
    {
      name: 'an unclosed quote in YAML',
      file: 'template.yaml',
      text: template("            Action: <|'s3:Get*|>\n            Resource: '*'"),
      finds: ['The closing quote is missing.'],
    },
    {
      name: 'a word alone in YAML',
      file: 'template.yaml',
      text: template("            <|Action s3:Get*|>\n            Resource: '*'"),
      finds: ['A colon and a value are missing behind this name.'],
    },
    {
      name: 'an alias without an anchor',
      file: 'template.yaml',
      text: template("            Action: <|*actions|>\n            Resource: '*'"),
      finds: ['No anchor &actions stands above. Put the value in quotes if it is a text.'],
    },
    {
      name: 'in a policy given as a block of JSON',
      file: 'template.yaml',
      text: embedded,
      finds: ['A comma is missing here.'],
    },
    {
      name: 'in a policy given as a string, also where the editor checks the file',
      file: 'template.json',
      text: escaped,
      editorReportsSyntax: true,
      finds: ['This bracket is not closed.'],
    },
    {
      name: 'a substitution in the place of a value',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub |
        { "Statement": [{ "Effect": "Allow", "Action": \${Actions}, "Resource": "*" }] }
`,
    },
    {
      name: 'in the resource after another',
      file: 'template.yaml',
      text: `Resources:
  Topic:
    Type: AWS::SNS::Topic
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: { Statement: { Effect: Allow, Action: 's3:Get*, Resource: '<|*'|> } }
`,
      finds: ['This stands behind a finished value. Remove it, or put the whole value in quotes.'],
    },
    {
      name: 'well-formed',
      policy: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }',
    },
    { name: 'a file of something else', file: 'package.json', text: '{ "name": "Statement", }' },
  ],
});
