import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const message = (text: string) => `\`${text}\` is a placeholder: put your own value here.`;
const notReplaced = (text: string) => `\`${text}\` is not replaced here: only \`Fn::Sub\` replaces it.`;
const on = (resource: string) => `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource} }`;

const placeholder = (text: string): RuleCase => ({
  name: text,
  statement: on(`"arn:aws:s3:::<|${text}|>/*"`),
  finds: [{ message: message(text), fixes: [] }],
});
const none = (text: string): RuleCase => ({ name: `silent on ${text}`, statement: on(`"arn:aws:s3:::${text}/*"`) });

ruleCases('unfilled-placeholder', {
  kind: 'identity',
  cases: [
    ...[
      '<your org path>',
      '<SecOps account ID>',
      'YOUR_ACCOUNT_ID',
      'YOUR-BUCKET-NAME',
      'REPLACE_ME',
      'REPLACE_WITH_BUCKET',
      'CHANGE_ME',
      'INSERT_BUCKET_HERE',
      'ACCOUNT_ID',
      'xxxxxxxxxxxx',
      'XXXXXXXXXXXX',
      '{{ bucket }}',
    ].map(placeholder),
    ...[
      'my-bucket',
      'YOURS',
      '${aws:username}',
      "${aws:PrincipalTag/team, 'none'}",
      '${*}',
      '${$}',
      '{{resolve:ssm:bucket}}',
      'xxxx',
      'MY_ACCOUNT_IDS',
      'a<b',
    ].map(none),
    {
      name: 'the syntax of another tool',
      forms: ['policy'],
      statement: on('"arn:aws:s3:::<|${bucket}|>/*"'),
      finds: [message('${bucket}')],
    },
    {
      name: 'a substitution without Fn::Sub',
      forms: ['json', 'yaml', 'string'],
      statement: on('"arn:aws:s3:::<|${Bucket}|>/*"'),
      finds: [notReplaced('${Bucket}')],
    },
    {
      name: 'a substitution in Fn::Sub',
      forms: ['json', 'yaml'],
      statement: on('{ "Fn::Sub": "arn:${AWS::Partition}:s3:::${Bucket}/${!aws:username}" }'),
    },
    {
      name: 'a placeholder in Fn::Sub',
      forms: ['json', 'yaml'],
      statement: on('{ "Fn::Sub": "arn:${AWS::Partition}:s3:::<|<bucket>|>/*" }'),
      finds: [message('<bucket>')],
    },
    {
      name: 'the values of Fn::Sub',
      forms: ['json', 'yaml'],
      statement: on('{ "Fn::Sub": ["arn:aws:s3:::${Name}/<|<path>|>", { "Name": "<|YOUR_BUCKET|>" }] }'),
      finds: [message('<path>'), message('YOUR_BUCKET')],
    },
    {
      name: 'text that is joined',
      forms: ['json', 'yaml'],
      statement: on('{ "Fn::Join": ["", ["arn:aws:s3:::", "<|<bucket>|>"]] }'),
      finds: [message('<bucket>')],
    },
    {
      name: 'what intrinsics name',
      forms: ['json', 'yaml'],
      statement: on(
        '[{ "Ref": "YOUR_BUCKET" }, { "Fn::GetAtt": ["YOUR_BUCKET", "Arn"] }, { "Fn::ImportValue": "YOUR_EXPORT" }]',
      ),
    },
    {
      name: 'several in one value',
      statement: on('"arn:aws:s3:::<|<bucket>|>/<|REPLACE_ME|>"'),
      finds: [message('<bucket>'), message('REPLACE_ME')],
    },
    {
      name: 'an action, a key and a value of a condition',
      statement:
        '{ "Effect": "Allow", "Action": "<|<service>|>:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/<|<tag>|>": "<|<value>|>" } } }',
      finds: [message('<service>'), message('<tag>'), message('<value>')],
    },
    {
      name: 'a name beside the statements',
      policy: `{ "Version": "2012-10-17", "Id": "<|<name>|>", "Statement": [] }`,
      kind: 'resource',
      finds: [message('<name>')],
    },
    {
      name: 'a trust policy',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::<|<account id>|>:role/Source" }, "Action": "sts:AssumeRole" }',
      finds: [message('<account id>')],
    },
    ...(['resource', 'scp', 'rcp', 'boundary', 'session', 'endpoint'] as const).map(
      (kind): RuleCase => ({
        name: `a policy of kind ${kind}`,
        kind,
        statement: on('"arn:aws:s3:::<|<bucket>|>"'),
        finds: [message('<bucket>')],
      }),
    ),
    {
      name: 'behind an escape',
      file: 'policy.json',
      text: `{ "Statement": ${on('"arn:aws:s3:::\\u0041<|<bucket>|>"')} }`,
      finds: [message('<bucket>')],
    },
    {
      name: 'spelled by escapes',
      file: 'policy.json',
      text: `{ "Statement": ${on('"arn:aws:s3:::<|\\u003cbucket\\u003e|>/*"')} }`,
      finds: [message('<bucket>')],
    },
    {
      name: 'a policy in the text of an Fn::Sub',
      file: 'template.yaml',
      text: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub '{ "Statement": ${on('["arn:${AWS::Partition}:s3:::${Bucket}", "<|<bucket>|>"]')} }'
`,
      finds: [message('<bucket>')],
    },
    {
      name: 'an anchor that is used twice, once',
      file: 'template.yaml',
      text: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: &action s3:<|YOUR_ACTION|>
            Resource: *action
`,
      finds: [message('YOUR_ACTION')],
    },
    {
      name: 'outside of policies',
      file: 'template.yaml',
      text: `Description: <your description>
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: YOUR_POLICY
      PolicyDocument: { Statement: ${on('"*"')} }
`,
    },
  ],
});
