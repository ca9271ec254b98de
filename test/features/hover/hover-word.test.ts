import assert from 'node:assert/strict';
import { jsonStyles, yamlStyles } from '../completion/support/styles.ts';
import { tell } from './tell.ts';

const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';
const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const operators = `${guide}reference_policies_elements_condition_operators.html`;

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [{ ${statement} }] }`;
const allow = (rest: string) => `"Effect": "Allow", ${rest}`;
const action = (text: string) => allow(`"Action": "${text}", "Resource": "*"`);
const condition = (operator: string, key: string) =>
  allow(`"Action": "s3:ListBucket", "Resource": "*", "Condition": { "${operator}": { "${key}": "a" } }`);
const trust = (principal: string) => allow(`"Action": "sts:AssumeRole", "Principal": ${principal}`);

type Row = readonly [name: string, statement: string, expected: readonly string[] | undefined];

const rows: readonly Row[] = [
  [
    'an action',
    action('sqs:Send<|>Message'),
    [
      'sqs:SendMessage',
      '`sqs:SendMessage`, Amazon SQS',
      'Deliver a message to the specified queue.',
      'Access level: Write.',
      'Resources: queue.',
      `${reference}list_amazonsqs.html#amazonsqs-SendMessage`,
    ],
  ],
  [
    'an action in another case',
    action('S3:listallmybuckets<|>'),
    [
      'S3:listallmybuckets',
      '`s3:ListAllMyBuckets`, Amazon S3',
      'List all buckets owned by the authenticated sender of the request.',
      'Access level: List.',
      'Takes no resource: `Resource` is `*`.',
      'Condition keys: `s3:ResourceAccount`, `s3:TlsVersion`, `s3:authType`, `s3:signatureAge`, `s3:signatureversion`, `s3:x-amz-content-sha256`.',
      `${reference}list_amazons3.html#amazons3-ListAllMyBuckets`,
    ],
  ],
  [
    'an action of which the page is not certain',
    action('xray:Get<|>Groups'),
    [
      'xray:GetGroups',
      '`xray:GetGroups`, AWS X-Ray',
      'Retrieve all active group details.',
      'Access level: Read.',
      'Takes no resource: `Resource` is `*`.',
    ],
  ],
  [
    'a wildcard, by access level',
    action('<|>sqs:*Tag*'),
    [
      'sqs:*Tag*',
      '`sqs:*Tag*`',
      '3 actions of Amazon SQS.',
      'Read (1): `ListQueueTags`.',
      'Tagging (2): `TagQueue`, `UntagQueue`.',
      `${reference}list_amazonsqs.html#amazonsqs-actions-as-permissions`,
    ],
  ],
  [
    'a wildcard for many actions',
    action('sqs:<|>*'),
    [
      'sqs:*',
      '`sqs:*`',
      '20 actions of Amazon SQS.',
      'Read (7): `GetQueueAttributes`, `GetQueueUrl`, `ListDeadLetterSourceQueues`, `ListMessageMoveTasks`, `ListQueueTags`, `ListQueues`, `ReceiveMessage`.',
      'Write (8): `CancelMessageMoveTask`, `ChangeMessageVisibility`, `CreateQueue`, `DeleteMessage`, `DeleteQueue`, `PurgeQueue` and 2 more.',
      'Tagging (2): `TagQueue`, `UntagQueue`.',
      'Permissions management (3): `AddPermission`, `RemovePermission`, `SetQueueAttributes`.',
      `${reference}list_amazonsqs.html#amazonsqs-actions-as-permissions`,
    ],
  ],
  ['everything', action('<|>*'), ['*', '`*`', 'Every action of every service.']],
  ['half an action', action('s3:GetObj<|>'), undefined],
  ['a service alone', action('s3:<|>'), undefined],
  ['a wildcard for nothing', action('s3:Fetch<|>*'), undefined],
  ['a placeholder', action('<action><|>'), undefined],
  [
    'a key of a service',
    condition('StringLike', 's3:pre<|>fix'),
    [
      's3:prefix',
      '`s3:prefix`',
      'String, one value.',
      'Filters by: key name prefix.',
      'In requests for `ListBucket`, `ListBucketVersions`.',
      `${reference}list_amazons3.html#amazons3-policy-keys`,
    ],
  ],
  [
    'a global key',
    condition('ArnLike', 'aws:sour<|>ceArn'),
    [
      'aws:sourceArn',
      '`aws:sourceArn`',
      'ARN, one value.',
      'When a service calls directly with its own service principal, for a resource of someone.',
      `${guide}reference_policies_condition-keys.html#condition-keys-sourcearn`,
    ],
  ],
  [
    'a key with many values',
    condition('StringLike', 'aws:TagKeys<|>'),
    [
      'aws:TagKeys',
      '`aws:TagKeys`',
      'String, many values.',
      'When the operation takes tags.',
      'Many values: ask with `ForAnyValue:` or `ForAllValues:`.',
      `${guide}reference_policies_condition-keys.html#condition-keys-tagkeys`,
    ],
  ],
  [
    'the key of a tag',
    condition('StringLike', 'aws:PrincipalTag/te<|>am'),
    [
      'aws:PrincipalTag/team',
      '`aws:PrincipalTag/team`',
      'String, one value.',
      'When the user, the role or its session has a tag of that key.',
      `${guide}reference_policies_condition-keys.html#condition-keys-principaltag`,
    ],
  ],
  ['half a key', condition('StringLike', 's3:pre<|>'), undefined],
  [
    'an operator without wildcards',
    condition('String<|>Equals', 's3:prefix'),
    [
      'StringEquals',
      '`StringEquals`',
      "Holds where the request's value is one of these, in the same case. `*` and `?` stand for themselves.",
      'Without the key in the request it does not hold.',
      operators,
    ],
  ],
  [
    'a negated one',
    condition('<|>ArnNotLike', 's3:prefix'),
    [
      'ArnNotLike',
      '`ArnNotLike`',
      "Holds where the request's value matches none of these ARNs, part by part. `*` and `?` stand for other characters, within a part.",
      'Without the key in the request it holds.',
      operators,
    ],
  ],
  [
    'one that compares',
    condition('NumericLessThanEquals<|>', 's3:max-keys'),
    [
      'NumericLessThanEquals',
      '`NumericLessThanEquals`',
      "Holds where the request's value is at most the one here.",
      'Without the key in the request it does not hold.',
      operators,
    ],
  ],
  [
    'one with IfExists',
    condition('Bool<|>IfExists', 'aws:SecureTransport'),
    [
      'BoolIfExists',
      '`BoolIfExists`',
      "Holds where the request's value is the one here.",
      'Without the key in the request it holds, because of `IfExists`.',
      operators,
    ],
  ],
  [
    'one for any value',
    condition('ForAnyValue:StringNot<|>Like', 'aws:TagKeys'),
    [
      'ForAnyValue:StringNotLike',
      '`ForAnyValue:StringNotLike`',
      "Holds where the request's value matches none of these, in the same case. `*` and `?` stand for other characters.",
      '`ForAnyValue`: it is enough that one of the values in the request does.',
      'Without the key in the request it does not hold.',
      operators,
    ],
  ],
  [
    'one for all values',
    condition('ForAllValues:String<|>Like', 'aws:TagKeys'),
    [
      'ForAllValues:StringLike',
      '`ForAllValues:StringLike`',
      "Holds where the request's value matches one of these, in the same case. `*` and `?` stand for other characters.",
      '`ForAllValues`: every value in the request has to. None at all is enough.',
      'Without the key in the request it holds.',
      operators,
    ],
  ],
  [
    'the one that asks for the key',
    condition('Nul<|>l', 's3:prefix'),
    [
      'Null',
      '`Null`',
      'For `true` it holds where the request lacks the key, for `false` where the request has it.',
      operators,
    ],
  ],
  ['half an operator', condition('String<|>', 's3:prefix'), undefined],
  [
    'a service',
    trust('{ "Service": "lam<|>bda.amazonaws.com" }'),
    [
      'lambda.amazonaws.com',
      '`lambda.amazonaws.com`, AWS Lambda',
      'When it assumes a role: sends aws:SourceArn.',
      '`aws:SourceArn` is `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`.',
      `${reference}list_awslambda.html`,
    ],
  ],
  [
    'a service of which little is known, in a Region',
    trust('{ "Service": "glue.us-east-1.am<|>azonaws.com" }'),
    [
      'glue.us-east-1.amazonaws.com',
      '`glue.us-east-1.amazonaws.com`, AWS Glue',
      'When it assumes a role: not known whether it sends aws:SourceArn.',
      'Known for crawlers only.',
      `${reference}list_awsglue.html`,
    ],
  ],
  ['half a service', trust('{ "Service": "lamb<|>" }'), undefined],
  ['a type of principal', trust('{ "Serv<|>ice": [] }'), undefined],
  [
    'a type of principal with a value',
    trust('{ "Serv<|>ice": "lambda.amazonaws.com" }'),
    ['Service', '`Service`', 'AWS services, such as `lambda.amazonaws.com`.'],
  ],
  [
    'the root of a known account',
    trust('{ "AWS": "arn:aws:iam::222233334444:ro<|>ot" }'),
    [
      'arn:aws:iam::222233334444:root',
      'The account `222233334444`, secops',
      'Every role and user of the account whose own policies allow it to assume this role, and its root user.',
    ],
  ],
  [
    'an account that nobody knows',
    trust('{ "AWS": "12345<|>6789012" }'),
    [
      '123456789012',
      'The account `123456789012`',
      'Every role and user of the account whose own policies allow it to assume this role, and its root user.',
      'The account id alone means the same as the ARN of its root.',
    ],
  ],
  ['a role, of which the graph knows more', trust('{ "AWS": "arn:aws:iam::123456789012:role/A<|>" }'), undefined],
  [
    'everyone',
    trust('"<|>*"'),
    [
      '*',
      'Everyone',
      'Every role and user of every account, and requests without credentials where the service takes them.',
    ],
  ],
  [
    'everyone, under a condition',
    `${trust('{ "AWS": "<|>*" }')}, "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`,
    [
      '*',
      'Everyone',
      'Every role and user of every account, and requests without credentials where the service takes them.',
      'As far as the conditions of the statement hold.',
    ],
  ],
  [
    'a provider of web identities',
    trust('{ "Federated": "arn:aws:iam::222233334444:oidc-provider/token.actions.git<|>hubusercontent.com" }'),
    [
      'arn:aws:iam::222233334444:oidc-provider/token.actions.githubusercontent.com',
      'The identity provider `token.actions.githubusercontent.com`',
      'Whoever has a token of it, by `sts:AssumeRoleWithWebIdentity`, as far as conditions on `token.actions.githubusercontent.com:` keys hold.',
    ],
  ],
  [
    'a provider of SAML',
    trust('{ "Federated": "arn:aws:iam::222233334444:saml-provider/Ok<|>ta" }'),
    [
      'arn:aws:iam::222233334444:saml-provider/Okta',
      'The SAML provider `Okta`',
      'Whoever it has signed in, by `sts:AssumeRoleWithSAML`, as far as conditions on `saml:` keys hold.',
    ],
  ],
  [
    'a service that uses a resource',
    allow('"Action": "sqs:SendMessage", "Resource": "*", "Principal": { "Service": "sns<|>.amazonaws.com" }'),
    [
      'sns.amazonaws.com',
      '`sns.amazonaws.com`, Amazon SNS',
      'It sends aws:SourceArn here.',
      '`aws:SourceArn` is `arn:aws:sns:<region>:<account id>:<topic>`.',
      `${reference}list_amazonsns.html`,
    ],
  ],
];

describe('hover on words of a policy', () => {
  for (const [name, statement, expected] of rows)
    it(name, () => assert.deepEqual(tell('role.json', policy(statement)), expected));

  const many: readonly (readonly [kind: 'identity' | 'trust', statement: string, word: string, title: string])[] = [
    ['identity', action('s3:Get<|>Object'), 's3:GetObject', '`s3:GetObject`, Amazon S3'],
    ['identity', condition('StringL<|>ike', 's3:prefix'), 'StringLike', '`StringLike`'],
    ['identity', condition('StringLike', 's3:<|>prefix'), 's3:prefix', '`s3:prefix`'],
    ['trust', trust('{ "AWS": "222233334444<|>" }'), '222233334444', 'The account `222233334444`, secops'],
  ];
  for (const style of jsonStyles)
    for (const [kind, statement, word, title] of many)
      it(`${word} in ${style.name}`, () =>
        assert.deepEqual(tell(style.pathOf(kind), style.wrap(statement, kind))?.slice(0, 2), [word, title]));

  const yaml: typeof many = [
    ['identity', 'Effect: Allow\nAction:\n  - s3:Get<|>Object', 's3:GetObject', '`s3:GetObject`, Amazon S3'],
    ['identity', 'Effect: Allow\nAction: [ "s3:Get<|>Object" ]', 's3:GetObject', '`s3:GetObject`, Amazon S3'],
    ['identity', '{ Effect: Allow, Action: s3:<|>List* }', 's3:List*', '`s3:List*`'],
    ['identity', "Condition:\n  'ForAnyValue:String<|>Like':", 'ForAnyValue:StringLike', '`ForAnyValue:StringLike`'],
    ['identity', 'Condition:\n  Bool:\n    aws:Secure<|>Transport:', 'aws:SecureTransport', '`aws:SecureTransport`'],
    [
      'trust',
      'Principal:\n  Service: !Sub "states.<|>${AWS::Region}.amazonaws.com"',
      'states.${AWS::Region}.amazonaws.com',
      '`states.${AWS::Region}.amazonaws.com`, AWS Step Functions',
    ],
    ['trust', 'Principal:\n  AWS: 222233334444<|>', '222233334444', 'The account `222233334444`, secops'],
  ];
  for (const style of yamlStyles)
    for (const [kind, statement, word, title] of yaml)
      it(`${statement.replaceAll('\n', ' ⏎ ')} as ${style.name}`, () => {
        const told = tell(style.pathOf(kind), style.wrap(statement, kind))?.slice(0, 2);
        assert.deepEqual([told?.[0]?.replace(/^!Sub "(.*)"$/, '$1'), told?.[1]], [word, title]);
      });
});
