import type { Form } from './support/rendering.ts';
import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';
import { equals, lambda, missing, notEstablished, states, titleFor, trusting } from './trusting-services.ts';

const conflicting = (service: string) =>
  `Nothing pins for whom the service assumes this role, and reports differ on whether ${service} sends \`aws:SourceArn\` when it assumes a role. Test a condition before you rely on it.`;
const narrowed = (service: string, use: string) =>
  `Nothing pins for whom the service assumes this role, and ${service} is known to send \`aws:SourceArn\` for ${use} only. Test a condition before you rely on it.`;
/** A value that a template works out, or that a person fills in where nothing does. */
const known = (template: string, plain: string) => (form: Form) =>
  form === 'json' || form === 'yaml' ? `{ "Fn::Sub": "${template}" }` : `"${plain}"`;
const accountValue = known('${AWS::AccountId}', '<account id>');
const arnOf = (service: string, resource: string) =>
  known(
    `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`,
    `arn:aws:${service}:<region>:<account id>:${resource}`,
  );
const lambdaArn = arnOf('lambda', 'function:<function name>');
const statesArn = arnOf('states', 'stateMachine:<state machine name>');

/** A service that sends the key, alone in its statement; the fix gives its own condition. */
const established = (service: string, result: (form: Form) => string, test = ''): RuleCase => ({
  name: service,
  statement: trusting(`<|"${service}"|>`),
  finds: [
    {
      message: missing(service),
      fixes: [
        {
          title: `${titleFor(service)}${test}`,
          applicability: 'suggestion',
          result: (form) => trusting(`"${service}"`, result(form)),
        },
      ],
    },
  ],
});

const hinted = (name: string, service: string, message: string): RuleCase => ({
  name,
  statement: trusting(`<|"${service}"|>`),
  finds: [{ message, severity: 'hint', fixes: [] }],
});

ruleCases('trust-missing-source-arn', {
  kind: 'trust',
  cases: [
    // Grades.
    established(lambda, (form) => equals(lambdaArn(form)), ' (test before rollout)'),
    established(states, (form) => equals(statesArn(form))),
    established('scheduler.amazonaws.com', (form) => equals(arnOf('scheduler', 'schedule-group/<group name>')(form))),
    established('ecs-tasks.amazonaws.com', (form) => `{ "ArnLike": { "aws:SourceArn": ${arnOf('ecs', '*')(form)} } }`),
    established(
      'firehose.amazonaws.com',
      (form) => equals(arnOf('firehose', 'deliverystream/<delivery stream name>')(form)),
      ' (test before rollout)',
    ),
    established(
      's3.amazonaws.com',
      (form) =>
        `{ "ArnEquals": { "aws:SourceArn": ${known('arn:${AWS::Partition}:s3:::<bucket name>', 'arn:aws:s3:::<bucket name>')(form)} }, "StringEquals": { "aws:SourceAccount": ${accountValue(form)} } }`,
      ' (test before rollout)',
    ),
    established(
      'fis.amazonaws.com',
      (form) =>
        `{ "ArnLike": { "aws:SourceArn": ${known('arn:${AWS::Partition}:fis:*:${AWS::AccountId}:experiment/*', 'arn:aws:fis:*:<account id>:experiment/*')(form)} } }`,
    ),
    hinted('nothing found', 'backup.amazonaws.com', notEstablished('backup.amazonaws.com')),
    hinted('not in any table', 'nosuchservice.amazonaws.com', notEstablished('nosuchservice.amazonaws.com')),
    hinted('conflicting', 'transcribe.amazonaws.com', conflicting('transcribe.amazonaws.com')),
    hinted('known for one use', 'glue.amazonaws.com', narrowed('glue.amazonaws.com', 'crawlers')),
    hinted(
      'known for one use, and conflicting',
      'cloudtrail.amazonaws.com',
      narrowed('cloudtrail.amazonaws.com', 'the role that copies trail events to CloudTrail Lake'),
    ),
    hinted(
      'only the account, and not established',
      'redshift-serverless.amazonaws.com',
      notEstablished('redshift-serverless.amazonaws.com'),
    ),
    { name: 'known not to send', statement: trusting('"ec2.amazonaws.com"') },
    { name: 'reported to break', statement: trusting('"elastictranscoder.amazonaws.com"') },

    // Which statements.
    { name: 'a list of one', statement: trusting(`[<|"${lambda}"|>]`), finds: [missing(lambda)] },
    { name: 'every action of STS', statement: trusting(`<|"${lambda}"|>`, '', '"sts:*"'), finds: [missing(lambda)] },
    {
      name: 'a pattern',
      statement: trusting(`<|"${lambda}"|>`, '', '["sts:TagSession", "STS:assume*"]'),
      finds: [missing(lambda)],
    },
    { name: 'session tags only', statement: trusting(`"${lambda}"`, '', '"sts:TagSession"') },
    { name: 'no action', statement: `{ "Effect": "Allow", "Principal": { "Service": "${lambda}" } }` },
    { name: 'a Deny', statement: trusting(`"${lambda}"`).replace('Allow', 'Deny') },
    { name: 'an effect that is none', statement: trusting(`"${lambda}"`).replace('Allow', 'allow') },
    {
      name: 'other principals',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Source" }, "Action": "sts:AssumeRole" }',
    },
    {
      name: 'a service under another type',
      statement: `{ "Effect": "Allow", "Principal": { "AWS": "${lambda}" }, "Action": "sts:AssumeRole" }`,
    },
    { name: 'a policy of another kind', kind: 'resource', statement: trusting(`"${lambda}"`) },
    { name: 'a permission policy', kind: 'identity', statement: trusting(`"${lambda}"`) },

    // Names of services.
    {
      name: 'a Region in the name',
      statement: trusting('<|"states.us-east-1.amazonaws.com"|>'),
      finds: [missing(states)],
    },
    { name: 'the suffix of China', statement: trusting('<|"states.amazonaws.com.cn"|>'), finds: [missing(states)] },
    {
      name: 'the suffix of the partition',
      forms: ['json', 'yaml'],
      statement: trusting('<|{ "Fn::Sub": "states.${AWS::Region}.${AWS::URLSuffix}" }|>'),
      finds: [missing(states)],
    },
    {
      name: 'a name that is joined',
      forms: ['json', 'yaml'],
      statement: trusting('<|{ "Fn::Join": ["", ["ec2.", { "Ref": "AWS::URLSuffix" }]] }|>').replaceAll(/<\||\|>/g, ''),
    },
    { name: 'a parameter', forms: ['json', 'yaml'], statement: trusting('{ "Ref": "Service" }') },
    {
      name: 'a name with a parameter',
      forms: ['json', 'yaml'],
      statement: trusting('{ "Fn::Sub": "${Service}.amazonaws.com" }'),
    },
    { name: 'a placeholder', statement: trusting('"<service>.amazonaws.com"') },
    {
      name: 'one branch of an Fn::If',
      forms: ['json', 'yaml'],
      statement: trusting(`{ "Fn::If": ["IsLambda", <|"${lambda}"|>, { "Ref": "AWS::NoValue" }] }`),
      finds: [missing(lambda)],
    },

    // Several statements.
    {
      name: 'a second statement with a condition',
      policy: `{ "Statement": [${trusting(`<|"${lambda}"|>`)}, ${trusting(`"${lambda}"`, equals('"arn:aws:lambda:us-east-1:111122223333:function:x"'))}] }`,
      finds: [missing(lambda)],
    },
    {
      name: 'a statement that stands alone',
      policy: `{ "Statement": ${trusting(`<|"${lambda}"|>`)} }`,
      finds: [
        {
          message: missing(lambda),
          fixes: [
            {
              title: `${titleFor(lambda)} (test before rollout)`,
              result: (form) => `{ "Statement": ${trusting(`"${lambda}"`, equals(lambdaArn(form)))} }`,
            },
          ],
        },
      ],
    },
    {
      name: 'a condition that is there already',
      statement: trusting(`<|"${states}"|>`, '{ "StringEquals": { "aws:PrincipalTag/x": "y" } }'),
      finds: [
        {
          message: missing(states),
          fixes: [
            {
              title: titleFor(states),
              result: (form) =>
                trusting(
                  `"${states}"`,
                  `{ "StringEquals": { "aws:PrincipalTag/x": "y" }, "ArnEquals": { "aws:SourceArn": ${statesArn(form)} } }`,
                ),
            },
          ],
        },
      ],
    },
    {
      name: 'a service beside one that does not send',
      statement: trusting(`["ec2.amazonaws.com", <|"${states}"|>]`),
      finds: [
        {
          message: missing(states),
          fixes: [
            {
              title: titleFor(states),
              result: (form) =>
                `${trusting('["ec2.amazonaws.com"]')}, ${trusting(`"${states}"`, equals(statesArn(form)))}`,
            },
          ],
        },
      ],
    },
    {
      name: 'two services that send',
      statement: trusting(`[<|"${lambda}"|>, <|"${states}"|>]`),
      finds: [
        {
          message: missing(lambda),
          fixes: [
            {
              title: `${titleFor(lambda)} (test before rollout)`,
              result: (form) => `${trusting(`["${states}"]`)}, ${trusting(`"${lambda}"`, equals(lambdaArn(form)))}`,
            },
          ],
        },
        {
          message: missing(states),
          fixes: [
            {
              title: titleFor(states),
              result: (form) => `${trusting(`["${lambda}"]`)}, ${trusting(`"${states}"`, equals(statesArn(form)))}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a service beside an account, with a name and a condition',
      statement: `{ "Sid": "Both", "Effect": "Allow", "Principal": { "AWS": "111122223333", "Service": <|"${states}"|> }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringEquals": { "sts:RoleSessionName": "x" } } }`,
      finds: [
        {
          message: missing(states),
          fixes: [
            {
              title: titleFor(states),
              result: (form) =>
                `{ "Sid": "Both", "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringEquals": { "sts:RoleSessionName": "x" } } },
                 { "Effect": "Allow", "Principal": { "Service": "${states}" }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringEquals": { "sts:RoleSessionName": "x" }, "ArnEquals": { "aws:SourceArn": ${statesArn(form)} } } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'several services in a statement that stands alone',
      policy: `{ "Statement": ${trusting(`["ec2.amazonaws.com", <|"${states}"|>]`)} }`,
      finds: [
        {
          message: missing(states),
          fixes: [
            {
              title: titleFor(states),
              result: (form) =>
                `{ "Statement": [${trusting('["ec2.amazonaws.com"]')}, ${trusting(`"${states}"`, equals(statesArn(form)))}] }`,
            },
          ],
        },
      ],
    },
    {
      name: 'services that only a template condition tells apart',
      forms: ['json', 'yaml'],
      statement: trusting(`{ "Fn::If": ["IsLambda", <|"${lambda}"|>, <|"${states}"|>] }`),
      finds: [
        { message: missing(lambda), fixes: [{ title: `${titleFor(lambda)} (test before rollout)`, result: null }] },
        { message: missing(states), fixes: [{ title: titleFor(states), result: null }] },
      ],
    },
    {
      name: 'a list in which a template condition stands',
      forms: ['json', 'yaml'],
      statement: trusting(`[{ "Fn::If": ["IsLambda", <|"${lambda}"|>, "ec2.amazonaws.com"] }]`),
      finds: [
        { message: missing(lambda), fixes: [{ title: `${titleFor(lambda)} (test before rollout)`, result: null }] },
      ],
    },
    {
      name: 'services beside a list that is not known',
      forms: ['json', 'yaml'],
      statement: trusting(`[<|"${lambda}"|>, { "Ref": "Services" }]`),
      finds: [
        { message: missing(lambda), fixes: [{ title: `${titleFor(lambda)} (test before rollout)`, result: null }] },
      ],
    },
    {
      name: 'a statement that stands alone, with a template condition',
      forms: ['json', 'yaml'],
      policy: `{ "Statement": ${trusting(`{ "Fn::If": ["IsLambda", <|"${lambda}"|>, "ec2.amazonaws.com"] }`)} }`,
      finds: [
        { message: missing(lambda), fixes: [{ title: `${titleFor(lambda)} (test before rollout)`, result: null }] },
      ],
    },
    {
      name: 'what is no service, which has rules of its own',
      statement: trusting('["lambda", "*", "*.amazonaws.com"]'),
    },
  ],
});
