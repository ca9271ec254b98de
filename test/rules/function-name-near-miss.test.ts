import { ruleCases } from './support/rule-cases.ts';

const file = 'template.yaml';
const template = (pinned: string, logged: string, functions = '') => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
            Condition:
              ArnEquals:
                aws:SourceArn: ${pinned}
      Policies:
        - PolicyName: logs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: logs:PutLogEvents
                Resource: ${logged}
${functions}`;
const pin = (name: string) => `!Sub arn:aws:lambda:us-east-1:\${AWS::AccountId}:function:${name}`;
const log = (name: string) => `!Sub arn:aws:logs:us-east-1:\${AWS::AccountId}:log-group:/aws/lambda/${name}:*`;
const named = (name: string, id = 'Function') => `  ${id}:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: ${name}
      Role: !GetAtt Role.Arn
`;
const notPinned = (written: string, meant: string) =>
  `\`${written}\` is nearly \`${meant}\`, the function of this role. ARNs are compared letter by letter, and by case: Lambda cannot assume the role for \`${meant}\`.`;
const notLogged = (written: string, meant: string, whose = 'the function of this role') =>
  `\`${written}\` is nearly \`${meant}\`, ${whose}. Lambda writes its logs to \`/aws/lambda/${meant}\`, which this does not allow.`;
const letIn = 'which the trust policy of this role lets in';

ruleCases('function-name-near-miss', {
  kind: 'trust',
  cases: [
    {
      name: 'the trust policy and the function differ in case',
      file,
      text: template(pin('<|security-auto-S3|>'), log('security-auto-s3'), named('security-auto-s3')),
      finds: [
        {
          message: notPinned('security-auto-S3', 'security-auto-s3'),
          fixes: [
            {
              title: 'Write security-auto-s3',
              applicability: 'suggestion',
              result: template(pin('security-auto-s3'), log('security-auto-s3'), named('security-auto-s3')),
            },
          ],
        },
      ],
    },
    {
      name: 'the log group lacks a letter',
      file,
      text: template(pin('remediation'), log('<|remedation|>'), named('remediation')),
      finds: [
        {
          severity: 'info',
          message: notLogged('remedation', 'remediation'),
          fixes: [
            {
              title: 'Write remediation',
              result: template(pin('remediation'), log('remediation'), named('remediation')),
            },
          ],
        },
      ],
    },
    {
      name: 'without a function in sight',
      file,
      text: template(pin('<|worker-a|>'), log('<|Worker-A|>')),
      finds: [
        {
          at: 1,
          severity: 'info',
          message: notLogged('Worker-A', 'worker-a', letIn),
          related: [{ at: 0, message: 'The other name.' }],
        },
      ],
    },
    {
      name: 'a policy of its own',
      file,
      text: `${template(pin('worker'), log('worker'), named('worker'))}  Logs:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: logs
      Roles: [!Ref Role]
      PolicyDocument:
        Version: '2012-10-17'
        Statement: { Effect: Allow, Action: logs:PutLogEvents, Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/<|Worker|>' }
`,
      finds: [{ severity: 'info', message: notLogged('Worker', 'worker') }],
    },
    { name: 'the same name', file, text: template(pin('worker'), log('worker'), named('worker')) },
    { name: 'another name', file, text: template(pin('worker'), log('cleaner'), named('worker')) },
    { name: 'names that differ in a number', file, text: template(pin('worker-1'), log('worker-2')) },
    { name: 'short names that differ in a letter', file, text: template(pin('read'), log('real')) },
    {
      name: 'one of two functions',
      file,
      text: template(pin('worker-a'), log('worker-b'), named('worker-a') + named('worker-b', 'Other')),
    },
    { name: 'a prefix', file, text: template(pin('worker'), '!Sub arn:aws:logs:*:*:log-group:/aws/lambda/Work*') },
    { name: 'a name that goes on', file, text: template(pin('worker'), log('Worker-${AWS::Region}'), named('worker')) },
    {
      name: 'a function whose name is a parameter',
      file,
      text: template(pin('worker'), log('Worker'), named('!Ref Name')),
    },
  ],
});
