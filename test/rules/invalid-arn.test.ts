import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (resource: string, element = 'Resource') =>
  `{ "Effect": "Allow", "Action": "s3:*", "${element}": ${resource} }`;

interface Repair {
  readonly title: string;
  readonly result: string;
}

/** An ARN with the wrong field marked, what is said of it, and the repaired ARN. */
const wrong = (marked: string, message: string, repair?: Repair): RuleCase => ({
  name: marked,
  statement: allow(marked.includes('<|') ? `"${marked}"` : `<|"${marked}"|>`),
  finds: [
    {
      message,
      fixes: repair ? [{ title: repair.title, applicability: 'suggestion', result: allow(`"${repair.result}"`) }] : [],
    },
  ],
});

const silent = (resource: string): RuleCase => ({ name: `silent on ${resource}`, statement: allow(`"${resource}"`) });

const unknownIn = (resource: string): RuleCase => ({
  name: `not known: ${resource}`,
  forms: ['json', 'yaml'],
  statement: allow(resource),
});

const noArn = (text: string, kind = 'an identity policy') =>
  `\`${text}\` is no ARN. In ${kind} a resource is an ARN, such as \`arn:aws:s3:::example/*\`, or \`*\`.`;
const noRegion = (of: string) => `The ARNs of ${of} have no Region in them. Leave it empty.`;
const noAccount = (of: string) => `The ARNs of ${of} have no account in them. Leave it empty.`;
const lacks = (of: string, what: string) => `The ARNs of ${of} have ${what} in them. Write it, or \`*\`.`;
const ofIam =
  'IAM refuses a wildcard in the service of an ARN. Name the service, or write `*` alone for every resource.';

ruleCases('invalid-arn', {
  kind: 'identity',
  cases: [
    // No ARN.
    wrong('example-bucket', noArn('example-bucket')),
    wrong('s3:::example-bucket', noArn('s3:::example-bucket')),
    wrong(
      '',
      'A resource is empty. In an identity policy a resource is an ARN, such as `arn:aws:s3:::example/*`, or `*`.',
    ),
    wrong(' arn:aws:s3:::example', '` arn:aws:s3:::example` begins with a space. Remove it.'),
    wrong('<|ARN|>:aws:s3:::example', 'ARNs begin with `arn:`, in small letters.', {
      title: 'Change ARN to arn',
      result: 'arn:aws:s3:::example',
    }),
    { name: 'in NotResource', statement: allow('["*", <|"example"|>]', 'NotResource'), finds: [noArn('example')] },
    {
      name: 'in a service control policy',
      kind: 'scp',
      statement: allow('<|"example"|>').replace('Allow', 'Deny'),
      finds: [noArn('example', 'a service control policy')],
    },
    silent('*'),
    silent('**'),
    silent('<bucket ARN>'),
    unknownIn('{ "Ref": "BucketArn" }'),
    unknownIn('{ "Fn::Sub": "${Bucket.Arn}/*" }'),
    {
      name: 'a resource in the words of its service, in a resource policy',
      kind: 'resource',
      statement: allow('"execute-api:/prod/GET/*"').replace('"Effect"', '"Principal": "*", "Effect"'),
    },

    // Too few fields.
    wrong(
      'arn:aws:s3::example',
      '`arn:aws:s3::example` has 5 of the 6 fields of an ARN. Did you mean `arn:aws:s3:::example`?',
      {
        title: 'Change arn:aws:s3::example to arn:aws:s3:::example',
        result: 'arn:aws:s3:::example',
      },
    ),
    wrong(
      'arn:aws:sqs:us-east-1:queue',
      '`arn:aws:sqs:us-east-1:queue` has 5 of the 6 fields of an ARN. Write `arn:partition:service:region:account:resource`, and leave empty what is not needed.',
    ),
    silent('arn:aws:codepipeline:*'),
    silent('arn:aws:s3:*'),
    unknownIn('{ "Fn::Sub": "arn:aws:sqs:${RegionAndAccount}:queue" }'),

    // Partition and service.
    wrong('arn:<|asw|>:s3:::example', '`asw` is no partition of AWS. Write `aws`.', {
      title: 'Change asw to aws',
      result: 'arn:aws:s3:::example',
    }),
    wrong(
      'arn:<|amazon|>:s3:::example',
      '`amazon` is no partition of AWS. Write `aws`, or `aws-cn`, `aws-us-gov` and the like.',
    ),
    wrong('arn::s3:::example', 'This ARN names no partition. Write `aws`.'),
    wrong('arn:aws::::example', 'This ARN names no service. Write it behind the partition.'),
    wrong(
      'arn:aws:<|S3|>:::example',
      'Services stand in small letters in an ARN, and ARNs are compared with case. Write `s3`.',
      {
        title: 'Change S3 to s3',
        result: 'arn:aws:s3:::example',
      },
    ),
    wrong('arn:aws:<|*|>:*:*:*', ofIam),
    wrong('arn:aws:<|s3*|>:::example', ofIam),
    { name: 'a wildcard in the service, in an SCP', kind: 'scp', statement: allow('"arn:aws:*:*:*:*"') },
    silent('arn:*:s3:::example'),
    silent('arn:aws-us-gov:s3:::example'),
    silent('arn:<partition>:s3:::example'),
    unknownIn('{ "Fn::Sub": "arn:${AWS::Partition}:s3:::example" }'),

    // Region.
    wrong('arn:aws:sqs:<|us-est-1|>:111122223333:q', '`us-est-1` is no Region. Did you mean `us-east-1`?', {
      title: 'Change us-est-1 to us-east-1',
      result: 'arn:aws:sqs:us-east-1:111122223333:q',
    }),
    wrong(
      'arn:aws:sqs:<|111122223333|>:us-east-1:q',
      '`111122223333` is no Region. Write one such as `us-east-1`, or `*`.',
    ),
    wrong(
      'arn:aws:sqs:<|us-east-1a|>:111122223333:q',
      '`us-east-1a` is an Availability Zone. Write its Region, `us-east-1`.',
      {
        title: 'Change us-east-1a to us-east-1',
        result: 'arn:aws:sqs:us-east-1:111122223333:q',
      },
    ),
    wrong(
      'arn:aws-cn:sqs:<|us-east-1|>:111122223333:q',
      '`us-east-1` is no Region of `aws-cn`. Write one that it has.',
    ),
    silent('arn:aws:sqs:eu-new-1:111122223333:q'),
    silent('arn:aws:sqs:us-south-7:111122223333:q'),
    silent('arn:aws:sqs:us-*:111122223333:q'),
    silent('arn:aws:health:global::event/IAM/*'),

    // Account.
    wrong(
      'arn:aws:sqs:us-east-1:<|1111-2222-3333|>:q',
      '`1111-2222-3333` is no account id, which has 12 digits and nothing else. Write `111122223333`.',
      { title: 'Change 1111-2222-3333 to 111122223333', result: 'arn:aws:sqs:us-east-1:111122223333:q' },
    ),
    wrong('arn:aws:sqs:us-east-1:<|1111222233|>:q', '`1111222233` is no account id, which has 12 digits.'),
    wrong('arn:aws:sqs:us-east-1:<|account-id|>:q', '`account-id` is no account id, which has 12 digits.'),
    silent('arn:aws:iam::aws:policy/ReadOnlyAccess'),
    silent('arn:aws:iam::cloudfront:user/example'),
    silent('arn:aws:sqs:us-east-1:1111*:q'),

    // What is too much.
    wrong('arn:aws:iam:<|us-east-1|>:111122223333:role/x', noRegion('resources of IAM'), {
      title: 'Remove us-east-1 from the ARN',
      result: 'arn:aws:iam::111122223333:role/x',
    }),
    wrong('arn:aws:s3::<|111122223333|>:example/*', noAccount('buckets and objects'), {
      title: 'Remove 111122223333 from the ARN',
      result: 'arn:aws:s3:::example/*',
    }),
    wrong('arn:aws:s3:<|us-east-1|>::example', noRegion('buckets and objects'), {
      title: 'Remove us-east-1 from the ARN',
      result: 'arn:aws:s3:::example',
    }),
    {
      name: 'the Region of the stack in the ARN of a role',
      forms: ['json', 'yaml'],
      statement: allow('{ "Fn::Sub": "arn:aws:iam:<|${AWS::Region}|>:${AWS::AccountId}:role/${Name}" }'),
      finds: [
        {
          message: noRegion('resources of IAM'),
          fixes: [
            {
              title: 'Remove ${AWS::Region} from the ARN',
              applicability: 'suggestion',
              result: allow('{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/${Name}" }'),
            },
          ],
        },
      ],
    },
    unknownIn('{ "Fn::Sub": "arn:aws:iam:${RegionOrNothing}:111122223333:role/x" }'),
    unknownIn('{ "Fn::Sub": "arn:aws:s3:${AWS::Region}:${AWS::AccountId}:accesspoint/x" }'),
    silent('arn:aws:s3:us-east-1:111122223333:accesspoint/x/object/*'),
    silent('arn:aws:s3::111122223333:accesspoint/x.mrap'),
    silent('arn:aws:s3:us-east-1:111122223333:storage-lens/x'),
    silent('arn:aws:s3:us-east-1:111122223333:*'),
    silent('arn:aws:s3:*:*:example'),
    silent('arn:aws:iam:*:*:role/x'),

    // What is missing.
    wrong('arn:aws:sqs::111122223333:q', lacks('queues', 'a Region')),
    wrong('arn:aws:sns:us-east-1::t', lacks('topics', 'an account')),
    wrong('arn:aws:dynamodb:::table/t', lacks('tables', 'a Region')),
    wrong('arn:aws:iam:::role/x', lacks('resources of IAM', 'an account')),
    silent('arn:aws:sns:*::t'),
    silent('arn:aws:ec2:us-east-1::image/ami-1'),
    silent('arn:aws:ssm:us-east-1::parameter/aws/service/*'),
    { name: 'what is no text, which has its own rule', statement: allow('[42, true]') },
  ],
});
