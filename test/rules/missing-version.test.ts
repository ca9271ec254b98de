import { ruleCases } from './support/rule-cases.ts';

const statement = (resource = '"*"') => `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource} }`;
const without = (resource?: string) => `{ <|"Statement"|>: [${statement(resource)}] }`;
const withVersion = (resource?: string) => `{ "Version": "2012-10-17", "Statement": [${statement(resource)}] }`;
const message =
  'Without `Version` AWS reads this policy by the rules of 2008, in which `${…}` is plain text. Write `"Version": "2012-10-17"`.';

ruleCases('missing-version', {
  kind: 'identity',
  cases: [
    {
      name: 'no version',
      policy: without(),
      finds: [{ message, fixes: [{ title: 'Add Version 2012-10-17', applicability: 'safe', result: withVersion() }] }],
    },
    {
      name: 'at the beginning of a block',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        <|Statement|>:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'
`,
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Add Version 2012-10-17',
              result: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'
`,
            },
          ],
        },
      ],
    },
    {
      name: 'before other lines of JSON',
      file: 'policy.json',
      text: `{
  <|"Id"|>: "example",
  "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }
}
`,
      kind: 'resource',
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Add Version 2012-10-17',
              result: `{
  "Version": "2012-10-17",
  "Id": "example",
  "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }
}
`,
            },
          ],
        },
      ],
    },
    { name: 'a version', policy: withVersion() },
    { name: 'the old version', policy: withVersion().replace('2012', '2008') },
    { name: 'a misspelt one', policy: withVersion().replace('Version', 'version') },
    {
      name: 'a variable, which is the finding of another rule',
      policy: `{ "Statement": [${statement('"arn:aws:s3:::example/${aws:username}/*"')}] }`,
    },
    {
      name: 'a resource control policy, where it is an error of another rule',
      kind: 'rcp',
      policy: '{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }',
    },
    {
      name: 'a transform that may write it',
      policy: `{ "Fn::Transform": { "Name": "A" }, "Statement": [${statement()}] }`,
      forms: ['json', 'yaml'],
    },
  ],
});
