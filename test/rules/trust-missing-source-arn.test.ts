import type { Form } from './support/rendering.ts';
import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const trusting = (services: string, condition = '', action = '"sts:AssumeRole"') =>
  `{ "Effect": "Allow", "Principal": { "Service": ${services} }, "Action": ${action}${condition && `, "Condition": ${condition}`} }`;

const missing = (service: string, key = 'aws:SourceArn') =>
  `${service} may assume this role on behalf of anyone who can hand it the role. Add a condition on \`${key}\`.`;
const titleFor = (service: string, key = 'aws:SourceArn') => `Pin ${service} to its source: add ${key}`;
const notEstablished = (service: string) =>
  `Nothing pins for whom the service assumes this role, and it is not established that ${service} sends \`aws:SourceArn\` when it assumes a role. Test a condition before you rely on it.`;
const conflicting = (service: string) =>
  `Nothing pins for whom the service assumes this role, and reports differ on whether ${service} sends \`aws:SourceArn\` when it assumes a role. Test a condition before you rely on it.`;
const narrowed = (service: string, use: string) =>
  `Nothing pins for whom the service assumes this role, and ${service} is known to send \`aws:SourceArn\` for ${use} only. Test a condition before you rely on it.`;
const lenient = (operator: string, key: string, service: string, strict: string) =>
  `\`${operator}\` also lets requests through that have no \`${key}\`. ${service} sends it: \`${strict}\` is enough.`;

const lambda = 'lambda.amazonaws.com';
const states = 'states.amazonaws.com';

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

const equals = (arn: string) => `{ "ArnEquals": { "aws:SourceArn": ${arn} } }`;

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

/** Conditions that hold the service, or that leave that unknown. */
const pinned = (name: string, condition: string, service = lambda): RuleCase => ({
  name,
  statement: trusting(`"${service}"`, condition),
});

/** Conditions that let everyone's requests through. */
const unpinned = (name: string, condition: string, service = lambda): RuleCase => ({
  name,
  statement: trusting(`<|"${service}"|>`, condition),
  finds: [missing(service)],
});

const lenientCase = (
  name: string,
  from: string,
  to: string,
  key: string,
  service = lambda,
  value = '"x"',
): RuleCase => ({
  name,
  statement: trusting(`"${service}"`, `{ <|"${from}"|>: { "${key}": ${value} } }`),
  finds: [
    {
      message: lenient(from, key, service, to),
      severity: 'hint',
      fixes: [
        {
          title: `Use ${to}`,
          applicability: 'suggestion',
          result: trusting(`"${service}"`, `{ "${to}": { "${key}": ${value} } }`),
          brings: /Account|Org/.test(key) ? ['trust-source-account-only'] : [],
        },
      ],
    },
  ],
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

    // Pins.
    pinned('aws:SourceArn', equals('"arn:aws:lambda:us-east-1:111122223333:function:x"')),
    pinned('aws:SourceAccount', '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    pinned('aws:SourceOrgID', '{ "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }'),
    pinned('aws:SourceOrgPaths', '{ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/*" } }'),
    pinned('a key in another case', '{ "arnlike": { "AWS:sourcearn": "arn:aws:lambda:*:111122223333:*" } }'),
    pinned(
      'a pin beside another condition',
      '{ "Bool": { "aws:SecureTransport": "true" }, "StringLike": { "aws:SourceArn": "arn:*" } }',
    ),
    pinned('a value to fill in', equals('"<function ARN>"')),
    pinned(
      'an external id of Firehose',
      '{ "StringEquals": { "sts:ExternalId": "111122223333" } }',
      'firehose.amazonaws.com',
    ),
    pinned(
      'an external id of Redshift',
      '{ "StringEquals": { "sts:ExternalId": "arn:aws:redshift:us-east-1:111122223333:dbuser:c/u" } }',
      'redshift.amazonaws.com',
    ),
    ...['eks-cluster-name', 'kubernetes-namespace', 'kubernetes-service-account'].map((tag) =>
      pinned(
        `the tag ${tag} of EKS Pod Identity`,
        `{ "StringEquals": { "aws:RequestTag/${tag}": "x" } }`,
        'pods.eks.amazonaws.com',
      ),
    ),
    unpinned('an external id, which Lambda has not', '{ "StringEquals": { "sts:ExternalId": "x" } }'),
    unpinned('a negated operator', '{ "ArnNotLike": { "aws:SourceArn": "arn:aws:lambda:us-east-1:111122223333:*" } }'),
    unpinned('another negated operator', '{ "StringNotEquals": { "aws:SourceAccount": "111122223333" } }'),
    unpinned('that the key is there', '{ "Null": { "aws:SourceArn": "false" } }'),
    unpinned(
      'an operator that is none',
      '{ "ArnMatches": { "aws:SourceArn": "arn:aws:lambda:us-east-1:111122223333:function:x" } }',
    ),
    unpinned('a condition on something else', '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    unpinned(
      'a key that the service is not known to send',
      '{ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } }',
      'rolesanywhere.amazonaws.com',
    ),
    {
      name: 'IfExists on a service of which nothing is known',
      statement: trusting(
        '<|"backup.amazonaws.com"|>',
        '{ "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:backup:*:111122223333:*" } }',
      ),
      finds: [{ message: notEstablished('backup.amazonaws.com'), severity: 'hint' }],
    },
    lenientCase(
      'IfExists',
      'ArnLikeIfExists',
      'ArnLike',
      'aws:SourceArn',
      lambda,
      '"arn:aws:lambda:eu-west-1:111122223333:function:example"',
    ),
    lenientCase('IfExists on the account', 'StringEqualsIfExists', 'StringEquals', 'aws:SourceAccount'),
    lenientCase('ForAllValues', 'ForAllValues:StringEquals', 'StringEquals', 'aws:SourceAccount'),
    lenientCase(
      'IfExists on a key of several values',
      'ForAnyValue:StringLikeIfExists',
      'ForAnyValue:StringLike',
      'aws:SourceOrgPaths',
      lambda,
      '["o-a1b2c3d4e5/*"]',
    ),
    lenientCase(
      'ForAllValues on a key of several values',
      'ForAllValues:StringLike',
      'ForAnyValue:StringLike',
      'aws:SourceOrgPaths',
      lambda,
      '["o-a1b2c3d4e5/*"]',
    ),
    lenientCase(
      'IfExists on the external id',
      'StringEqualsIfExists',
      'StringEquals',
      'sts:ExternalId',
      'firehose.amazonaws.com',
    ),
    {
      name: 'IfExists beside a strict pin',
      statement: trusting(
        `"${lambda}"`,
        '{ "ArnLikeIfExists": { "aws:SourceArn": "arn:*" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
      ),
    },
    {
      name: 'a condition hidden by an intrinsic',
      forms: ['json', 'yaml'],
      statement: trusting(
        `"${lambda}"`,
        '{ "Fn::If": ["Pinned", { "ArnLike": { "aws:SourceArn": "arn:*" } }, { "Ref": "AWS::NoValue" }] }',
      ),
    },
    {
      name: 'an operator hidden by an intrinsic',
      forms: ['json', 'yaml'],
      statement: trusting(`"${lambda}"`, '{ "ArnLike": { "Ref": "Pin" } }'),
    },
    {
      name: 'a pinned value that is not known',
      forms: ['json', 'yaml'],
      statement: trusting(`"${lambda}"`, '{ "ArnLike": { "aws:SourceArn": { "Ref": "FunctionArn" } } }'),
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
      name: 'an operator that several keys share',
      statement: trusting(
        `"${lambda}"`,
        '{ <|"StringEqualsIfExists"|>: { "aws:SourceAccount": "111122223333", "aws:PrincipalTag/x": "y" } }',
      ),
      finds: [
        {
          message: lenient('StringEqualsIfExists', 'aws:SourceAccount', lambda, 'StringEquals'),
          severity: 'hint',
          fixes: [
            {
              title: 'Use StringEquals',
              result: trusting(
                `"${lambda}"`,
                '{ "StringEqualsIfExists": { "aws:PrincipalTag/x": "y" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
              ),
              brings: ['trust-source-account-only'],
            },
          ],
        },
      ],
    },
  ],
});
