import { ruleCases } from './support/rule-cases.ts';

const reader = (element: string) => `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", ${element} }`;
const trust = (principal: string) => `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole" }`;
const template = (statement: string) => `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: Read
${statement.replace(/^/gm, '            ')}
`;

ruleCases('wrong-type', {
  kind: 'identity',
  cases: [
    {
      name: 'Statement is a string',
      policy: '{ "Version": "2012-10-17", "Statement": <|"Allow"|> }',
      finds: [{ message: '`Statement` takes statements, which are objects, not a string.', fixes: [] }],
    },
    {
      name: 'a statement is a string',
      policy: '{ "Version": "2012-10-17", "Statement": [<|"Allow"|>] }',
      finds: ['`Statement` takes statements, which are objects, not a string.'],
    },
    {
      name: 'Effect is an object',
      statement: '{ "Effect": <|{ "Value": "Allow" }|>, "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['`Effect` takes a string, not an object.'],
    },
    {
      name: 'Effect is a list',
      statement: '{ "Effect": <|["Allow"]|>, "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['`Effect` takes a string, not a list.'],
    },
    {
      name: 'Version is a list',
      policy:
        '{ "Version": <|["2012-10-17"]|>, "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }',
      finds: ['`Version` takes a string, not a list.'],
    },
    {
      name: 'Action is a number',
      statement: '{ "Effect": "Allow", "Action": <|42|>, "Resource": "*" }',
      finds: [{ message: '`Action` takes a string or a list of strings, not a number.', fixes: [] }],
    },
    {
      name: 'Action is an object',
      statement: '{ "Effect": "Allow", "Action": <|{ "s3": "GetObject" }|>, "Resource": "*" }',
      finds: ['`Action` takes a string or a list of strings, not an object.'],
    },
    {
      name: 'an item of Action is a list',
      statement: '{ "Effect": "Allow", "Action": ["s3:GetObject", <|["s3:PutObject"]|>], "Resource": "*" }',
      finds: ['`Action` takes a string or a list of strings, not a list.'],
    },
    {
      name: 'Resource is true',
      statement: '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": <|true|> }',
      finds: ['`Resource` takes a string or a list of strings, not `true`.'],
    },
    {
      name: 'NotResource is null',
      statement: '{ "Effect": "Deny", "Action": "s3:GetObject", "NotResource": <|null|> }',
      finds: ['`NotResource` takes a string or a list of strings, not `null`.'],
    },
    {
      name: 'Sid is a number, which CloudFormation makes a string of',
      statement: reader('"Sid": 1'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'Sid is a number',
      statement: reader('"Sid": <|1|>'),
      forms: ['policy', 'string'],
      finds: [
        {
          message: '`Sid` takes a string, not a number.',
          fixes: [{ title: 'Put 1 in quotes', applicability: 'safe', result: reader('"Sid": "1"') }],
        },
      ],
    },
    {
      name: 'Condition is a string',
      statement: reader('"Condition": <|"IsProduction"|>'),
      finds: [{ message: '`Condition` takes an object of condition operators, not a string.', fixes: [] }],
    },
    {
      name: 'Condition is a list',
      statement: reader('"Condition": <|[{ "Bool": { "aws:SecureTransport": "true" } }]|>'),
      finds: [
        {
          message: '`Condition` takes an object of condition operators, not a list.',
          fixes: [
            {
              title: 'Remove the list around it',
              applicability: 'suggestion',
              result: reader('"Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'an operator has no condition key',
      statement: reader('"Condition": { "StringEquals": <|"111122223333"|> }'),
      finds: ['`StringEquals` takes an object of condition keys, not a string.'],
    },
    {
      name: 'the value of a condition key is an object',
      statement: reader('"Condition": { "StringEquals": { "aws:SourceAccount": <|{ "Id": "111122223333" }|> } }'),
      finds: ['`aws:SourceAccount` takes a value or a list of values, not an object.'],
    },
    {
      name: 'the value of a condition key is null',
      statement: reader('"Condition": { "StringEquals": { "aws:SourceAccount": [<|null|>] } }'),
      finds: ['`aws:SourceAccount` takes a value or a list of values, not `null`.'],
    },
    {
      name: 'numbers and booleans as values of condition keys',
      statement: reader(
        '"Condition": { "Bool": { "aws:SecureTransport": true }, "NumericLessThan": { "s3:max-keys": [10, 20] } }',
      ),
    },
    {
      name: 'Principal is a service',
      kind: 'trust',
      statement: trust('<|"ec2.amazonaws.com"|>'),
      finds: [
        {
          message: '`Principal` takes `"*"` or an object such as `{"AWS": "…"}`, not a string.',
          fixes: [
            {
              title: 'Write it as a principal of type Service',
              applicability: 'suggestion',
              result: trust('{ "Service": "ec2.amazonaws.com" }'),
            },
          ],
        },
      ],
    },
    {
      name: 'Principal is a role',
      kind: 'trust',
      statement: trust('<|"arn:aws:iam::111122223333:role/Operator"|>'),
      finds: [
        {
          message: '`Principal` takes `"*"` or an object such as `{"AWS": "…"}`, not a string.',
          fixes: [
            {
              title: 'Write it as a principal of type AWS',
              result: trust('{ "AWS": "arn:aws:iam::111122223333:role/Operator" }'),
            },
          ],
        },
      ],
    },
    {
      name: 'Principal is a word',
      kind: 'trust',
      statement: trust('<|"Somebody"|>'),
      finds: [{ message: '`Principal` takes `"*"` or an object such as `{"AWS": "…"}`, not a string.', fixes: [] }],
    },
    {
      name: 'Principal is a list',
      kind: 'trust',
      statement: trust('<|[{ "AWS": "arn:aws:iam::111122223333:role/Operator" }]|>'),
      finds: [
        {
          message: '`Principal` takes `"*"` or an object such as `{"AWS": "…"}`, not a list.',
          fixes: [
            {
              title: 'Remove the list around it',
              result: trust('{ "AWS": "arn:aws:iam::111122223333:role/Operator" }'),
            },
          ],
        },
      ],
    },
    {
      name: 'a principal is an object',
      kind: 'trust',
      statement: trust('{ "AWS": <|{ "Account": "111122223333" }|> }'),
      finds: ['`AWS` takes a string or a list of strings, not an object.'],
    },
    {
      name: 'a principal is a number, which CloudFormation makes a string of',
      kind: 'trust',
      statement: trust('{ "AWS": [111122223333] }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a principal is a number',
      kind: 'trust',
      statement: trust('{ "AWS": [<|111122223333|>] }'),
      forms: ['policy', 'string'],
      finds: [
        {
          message: '`AWS` takes a string or a list of strings, not a number.',
          fixes: [{ title: 'Put 111122223333 in quotes', result: trust('{ "AWS": ["111122223333"] }') }],
        },
      ],
    },
    {
      name: 'the principal of a resource control policy has a type',
      kind: 'rcp',
      statement: '{ "Effect": "Deny", "Principal": <|{ "AWS": "*" }|>, "Action": "s3:*", "Resource": "*" }',
      finds: [
        {
          message: 'The principal of a resource control policy is always `"*"`. Say whom it is about by `Condition`.',
          fixes: [
            {
              title: 'Write it as "*"',
              result: '{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }',
            },
          ],
        },
      ],
    },
    {
      name: 'a resource control policy about one account',
      kind: 'rcp',
      statement: '{ "Effect": "Deny", "Principal": <|{ "AWS": "111122223333" }|>, "Action": "s3:*", "Resource": "*" }',
      finds: [
        {
          message: 'The principal of a resource control policy is always `"*"`. Say whom it is about by `Condition`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'a principal where none is allowed, which another rule says',
      statement: reader('"Principal": "somebody"'),
    },
    { name: 'everyone', kind: 'resource', statement: reader('"Principal": "*"') },
    { name: 'lists', statement: '{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": [] }' },
    {
      name: 'intrinsics in the place of any value',
      policy: `{ "Version": { "Ref": "Version" }, "Statement": [
        { "Effect": { "Ref": "Effect" }, "Action": { "Ref": "Actions" }, "Resource": [{ "Fn::GetAtt": ["A", "Arn"] }], "Condition": { "Ref": "Conditions" } },
        { "Ref": "Statement" }
      ] }`,
      forms: ['json', 'yaml'],
    },
    {
      name: 'each branch of an Fn::If',
      statement:
        '{ "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::If": ["Open", "*", <|{ "Bucket": "A" }|>] } }',
      forms: ['json', 'yaml'],
      finds: ['`Resource` takes a string or a list of strings, not an object.'],
    },
    {
      name: 'an object that a transform writes',
      statement: reader('"Condition": { "Fn::Transform": { "Name": "AWS::Include" }, "Bool": { "a:b": "true" } }'),
      forms: ['json', 'yaml'],
    },
    { name: 'a placeholder for an object', statement: reader('"Condition": "<your condition>"') },
    {
      name: 'a value that Fn::Sub puts in',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Sub |
        { "Statement": { "Effect": "Allow", "Principal": "\${Everyone}", "Action": "sts:AssumeRole" } }
`,
    },
    {
      name: 'no value yet',
      file: 'template.yaml',
      text: template('Effect: Allow\n<|Action|>:\nResource: "*"\n<|Condition|>:'),
      finds: ['`Action` has no value yet.', '`Condition` has no value yet.'],
    },
    {
      name: 'no item yet',
      file: 'template.yaml',
      text: template('Effect: Allow\n<|Action|>:\n  - s3:GetObject\n  -\nResource: "*"'),
      finds: ['`Action` has no value yet.'],
    },
    {
      name: 'no condition yet',
      file: 'template.yaml',
      text: template(
        'Effect: Allow\nAction: s3:*\nResource: "*"\nCondition:\n  <|Bool|>:\n  StringEquals:\n    <|aws:SourceAccount|>:',
      ),
      finds: ['`Bool` has no value yet.', '`aws:SourceAccount` has no value yet.'],
    },
    {
      name: 'no value yet in JSON, which is a syntax error',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": , "Resource": "*" }] }',
    },
    {
      name: 'a list around the principal in YAML',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              <|- AWS: arn:aws:iam::111122223333:role/Operator|>
            Action: sts:AssumeRole
`,
      finds: [
        {
          message: '`Principal` takes `"*"` or an object such as `{"AWS": "…"}`, not a list.',
          fixes: [
            {
              title: 'Remove the list around it',
              result: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:role/Operator
            Action: sts:AssumeRole
`,
            },
          ],
        },
      ],
    },
    {
      name: 'an alias without an anchor, which is a syntax error',
      file: 'template.yaml',
      text: template('Effect: Allow\nAction: *any\nResource: "*"'),
    },
  ],
});
