import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, conditions: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": { ${conditions} } }`;

const lambda = '{ "Service": "lambda.amazonaws.com" }';
const ofAccount = '"StringEquals": { "aws:SourceAccount": "111122223333" }';
const message = (service: string, owner: string, key: string) =>
  `Any ${service} resource of the ${owner} that is given this role can use it: \`${key}\` does not say which one. Add a condition on \`aws:SourceArn\`.`;

const states = '{ "Service": "states.amazonaws.com" }';
const machine = (form: string) =>
  form === 'json' || form === 'yaml'
    ? '{ "Fn::Sub": "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:<state machine name>" }'
    : '"arn:aws:states:<region>:<account id>:stateMachine:<state machine name>"';

ruleCases('trust-source-account-only', {
  kind: 'trust',
  cases: [
    {
      name: 'an account',
      statement: statement('{ "Service": <|"states.amazonaws.com"|> }', ofAccount),
      finds: [
        {
          message: message('states.amazonaws.com', 'account', 'aws:SourceAccount'),
          fixes: [
            {
              title: 'Pin states.amazonaws.com to its source: add aws:SourceArn',
              applicability: 'suggestion',
              result: (form) => statement(states, `${ofAccount}, "ArnEquals": { "aws:SourceArn": ${machine(form)} }`),
            },
          ],
        },
      ],
    },
    {
      name: 'a function whose name is known',
      file: 'template.yaml',
      text: `Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: repair
      Role: !GetAtt Role.Arn
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: <|lambda.amazonaws.com|>
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
`,
      finds: [
        {
          message: message('lambda.amazonaws.com', 'account', 'aws:SourceAccount'),
          fixes: [
            {
              title: 'Pin lambda.amazonaws.com to its source: add aws:SourceArn (test before rollout)',
              result: `Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: repair
      Role: !GetAtt Role.Arn
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                aws:SourceAccount: !Ref AWS::AccountId
              ArnEquals:
                aws:SourceArn: !Sub 'arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:repair'
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a bucket, whose account is pinned already',
      statement: statement('{ "Service": <|"s3.amazonaws.com"|> }', ofAccount),
      finds: [
        {
          message: message('s3.amazonaws.com', 'account', 'aws:SourceAccount'),
          fixes: [
            {
              title: 'Pin s3.amazonaws.com to its source: add aws:SourceArn (test before rollout)',
              result: (form) =>
                statement(
                  '{ "Service": "s3.amazonaws.com" }',
                  `${ofAccount}, "ArnEquals": { "aws:SourceArn": ${
                    form === 'json' || form === 'yaml'
                      ? '{ "Fn::Sub": "arn:${AWS::Partition}:s3:::<bucket name>" }'
                      : '"arn:aws:s3:::<bucket name>"'
                  } }`,
                ),
            },
          ],
        },
      ],
    },
    {
      name: 'an organization',
      statement: statement(
        '{ "Service": <|"lambda.amazonaws.com"|> }',
        '"StringEquals": { "aws:SourceOrgID": "o-exampleorg1" }',
      ),
      finds: [message('lambda.amazonaws.com', 'organization', 'aws:SourceOrgID')],
    },
    {
      name: 'organizational units',
      statement: statement(
        '{ "Service": <|"lambda.amazonaws.com"|> }',
        '"ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-exampleorg1/r-abcd/*" }',
      ),
      finds: [message('lambda.amazonaws.com', 'organization', 'aws:SourceOrgPaths')],
    },
    {
      name: 'one of two services, which gets a statement of its own',
      statement: statement('{ "Service": ["ec2.amazonaws.com", <|"lambda.amazonaws.com"|>] }', ofAccount),
      finds: [
        {
          message: message('lambda.amazonaws.com', 'account', 'aws:SourceAccount'),
          fixes: [
            {
              title: 'Pin lambda.amazonaws.com to its source: add aws:SourceArn (test before rollout)',
              result: (form) =>
                `${statement('{ "Service": ["ec2.amazonaws.com"] }', ofAccount)}, ${statement(
                  lambda,
                  `${ofAccount}, "ArnEquals": { "aws:SourceArn": ${
                    form === 'json' || form === 'yaml'
                      ? '{ "Fn::Sub": "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:<function name>" }'
                      : '"arn:aws:lambda:<region>:<account id>:function:<function name>"'
                  } }`,
                )}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an account that is a parameter',
      statement: statement(
        '{ "Service": <|"lambda.amazonaws.com"|> }',
        '"StringEquals": { "aws:SourceAccount": { "Ref": "Account" } }',
      ),
      forms: ['json', 'yaml'],
      finds: [message('lambda.amazonaws.com', 'account', 'aws:SourceAccount')],
    },
    {
      name: 'a source beside it',
      statement: statement(lambda, `${ofAccount}, "ArnLike": { "aws:SourceArn": "arn:aws:lambda:*:*:function:x" }`),
    },
    {
      name: 'a source that is not known beside it',
      statement: statement(lambda, `${ofAccount}, "ArnLike": { "aws:SourceArn": { "Ref": "Source" } }`),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a condition that is not known',
      statement: statement(lambda, `${ofAccount}, "ArnLike": { "Fn::If": ["Locked", { "aws:SourceArn": "x" }, {}] }`),
      forms: ['json', 'yaml'],
    },
    {
      name: 'what the service sends beside it',
      statement: statement(
        '{ "Service": "firehose.amazonaws.com" }',
        `${ofAccount.replace(' }', ', "sts:ExternalId": "111122223333" }')}`,
      ),
    },
    {
      name: 'a service whose ARN can name no more than the account',
      statement: statement('{ "Service": "ecs-tasks.amazonaws.com" }', ofAccount),
    },
    {
      name: 'a service of which little is known',
      statement: statement('{ "Service": "glue.amazonaws.com" }', ofAccount),
    },
    {
      name: 'a service that is not known',
      statement: statement('{ "Service": { "Ref": "Service" } }', ofAccount),
      forms: ['json', 'yaml'],
    },
    { name: 'no pin at all', statement: statement(lambda, '"StringEquals": { "aws:RequestedRegion": "us-west-2" }') },
    {
      name: 'a service-linked role',
      file: 'template.yaml',
      text: `Resources:
  Example:
    Type: AWS::IAM::Role
    Properties:
      Path: /aws-service-role/lambda.amazonaws.com/
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
            Condition: {StringEquals: {aws:SourceAccount: '111122223333'}}
`,
    },
    { name: 'a Deny', statement: statement(lambda, ofAccount, 'Deny') },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": ${lambda}, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { ${ofAccount} } }`,
    },
  ],
});
