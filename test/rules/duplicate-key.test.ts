import { ruleCases } from './support/rule-cases.ts';

const twice = (name: string) =>
  `\`${name}\` is written more than once in this object, and only one of them counts. Merge them.`;

const embedded = `{
  "Resources": {
    "Reader": {
      "Type": "AWS::IAM::ManagedPolicy",
      "Properties": {
        "PolicyDocument": "{\\"Statement\\": {<|\\"Action\\"|>: \\"s3:Get*\\", <|\\"Action\\"|>: \\"s3:List*\\"}}"
      }
    }
  }
}`;

const plain =
  '{ "Statement": [{ "Effect": "Allow", <|"Action"|>: "s3:Get*", "Resource": "*", <|"Action"|>: "s3:List*" }] }';

/** A condition with more keys than most, which are told apart in another way. */
const manyKeys = Array.from({ length: 40 }, (_, index) => `"aws:PrincipalTag/t${index}": "x"`).join(', ');

ruleCases('duplicate-key', {
  kind: 'identity',
  cases: [
    {
      name: 'one of many keys of a condition',
      file: 'policy.json',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
  "Condition": { "StringEquals": { ${manyKeys.replace('"aws:PrincipalTag/t7"', '<|"aws:PrincipalTag/t7"|>')}, <|"aws:PrincipalTag/t7"|>: "y" } } }] }`,
      finds: [
        {
          at: 1,
          message: twice('aws:PrincipalTag/t7'),
          related: [{ at: 0, message: '`aws:PrincipalTag/t7` stands here first' }],
        },
      ],
    },
    {
      name: 'none of many keys of a condition',
      file: 'policy.json',
      text: `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
  "Condition": { "StringEquals": { ${manyKeys} } } }] }`,
      finds: [],
    },
    {
      name: 'an element twice',
      file: 'policy.json',
      text: plain,
      finds: [
        { at: 1, message: twice('Action'), related: [{ at: 0, message: '`Action` stands here first' }], fixes: [] },
      ],
    },
    {
      name: 'an element twice, which the editor says',
      file: 'policy.json',
      text: plain,
      editorReportsSyntax: true,
    },
    {
      name: 'three times',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17", "Statement": [], <|"Statement"|>: [], <|"Statement"|>: [] }',
      finds: [twice('Statement'), twice('Statement')],
    },
    {
      name: 'a condition operator twice in YAML',
      file: 'template.yaml',
      text: `Resources:
  Before:
    Type: AWS::SNS::Topic
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
            Condition:
              <|StringEquals|>:
                aws:SourceAccount: '111122223333'
              <|StringEquals|>:
                aws:SourceOrgID: o-abcdefghij
`,
      finds: [
        {
          at: 1,
          message: twice('StringEquals'),
          related: [{ at: 0, message: '`StringEquals` stands here first' }],
        },
      ],
    },
    {
      name: 'a type of principal twice in YAML',
      kind: 'trust',
      file: 'trust.yaml',
      text: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Principal:
      AWS: arn:aws:iam::111122223333:root
      <|"AWS"|>: arn:aws:iam::444455556666:root
    Action: sts:AssumeRole
`,
      finds: [twice('AWS')],
    },
    {
      name: 'in a policy given as a string, also where the editor looks for duplicates',
      file: 'template.json',
      text: embedded,
      editorReportsSyntax: true,
      finds: [{ at: 1, message: twice('Action') }],
    },
    {
      name: 'a condition key twice, in different case',
      statement: `{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
        "StringEquals": { <|"aws:SourceAccount"|>: "111122223333", <|"AWS:sourceaccount"|>: "444455556666" }
      } }`,
      editorReportsSyntax: true,
      finds: [
        {
          at: 1,
          message:
            '`AWS:sourceaccount` is the same condition key as `aws:SourceAccount`: case does not matter. Merge their values.',
          related: [{ at: 0, message: '`aws:SourceAccount` stands here first' }],
          fixes: [],
        },
      ],
    },
    {
      name: 'the same condition key under two operators',
      statement: `{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
        "StringEquals": { "aws:SourceAccount": "111122223333" },
        "StringNotEquals": { "AWS:SourceAccount": "444455556666" }
      } }`,
    },
    {
      name: 'elements in different case, which are different elements',
      statement: '{ "Effect": "Allow", "Action": "s3:*", "action": "s3:*", "Resource": "*" }',
    },
    {
      name: 'the same key in two branches of an Fn::If',
      statement: `{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Fn::If": ["A",
        { "StringEquals": { "aws:SourceAccount": "111122223333" } },
        { "StringEquals": { "AWS:SourceAccount": "444455556666" } }
      ] } }`,
      forms: ['json', 'yaml'],
    },
    {
      name: 'a statement used twice by its anchor',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - &read
            Effect: Allow
            Action: s3:Get*
            Resource: '*'
            <|Action|>: s3:List*
          - *read
`,
      finds: [twice('Action')],
    },
    {
      name: 'outside policies',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Path: /a/
      Path: /b/
      PolicyDocument: { Statement: { Effect: Allow, Action: s3:*, Resource: '*' } }
`,
    },
  ],
});
