import { ruleCases } from './support/rule-cases.ts';

const statement = (service: string, action: string, resource: string, conditions = '') =>
  `{ "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": ${action}, "Resource": ${resource}${conditions && `, "Condition": ${conditions}`} }`;
const queue = '"arn:aws:sqs:eu-west-1:111122223333:example"';
const bucket = '"arn:aws:s3:::example/*"';
const acl = '"StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" }';
const arn = '`aws:SourceArn`';
const both = '`aws:SourceArn` or `aws:SourceAccount`';
const message = (service: string, keys: string, more = '') =>
  `${service} may use this resource on behalf of anyone, in any AWS account. Add a condition on ${keys}.${more}`;
const insufficient = ' The condition on `s3:x-amz-acl` does not say for whom it acts.';

ruleCases('resource-missing-source-arn', {
  kind: 'resource',
  cases: [
    {
      name: 'topics that send to a queue',
      statement: statement('<|"sns.amazonaws.com"|>', '"sqs:SendMessage"', queue),
      finds: [
        {
          message: message('sns.amazonaws.com', arn),
          fixes: [
            {
              title: 'Hold sns.amazonaws.com to its source: add aws:SourceArn',
              applicability: 'suggestion',
              result: statement(
                '"sns.amazonaws.com"',
                '"sqs:SendMessage"',
                queue,
                '{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:<region>:<account id>:<topic>" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'log delivery to a bucket',
      statement: statement('<|"config.amazonaws.com"|>', '"s3:PutObject"', bucket, `{ ${acl} }`),
      finds: [
        {
          message: message('config.amazonaws.com', both, insufficient),
          fixes: [
            {
              title: 'Hold config.amazonaws.com to its source: add aws:SourceAccount',
              result: statement(
                '"config.amazonaws.com"',
                '"s3:PutObject"',
                bucket,
                '{ "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": "<account id of the source>" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'distributions that read a bucket',
      statement: statement('<|"cloudfront.amazonaws.com"|>', '"s3:GetObject"', bucket),
      finds: [message('cloudfront.amazonaws.com', arn)],
    },
    {
      name: 'one of several services',
      statement: statement('["ec2.amazonaws.com", <|"events.amazonaws.com"|>]', '"sqs:SendMessage"', queue),
      finds: [message('events.amazonaws.com', arn)],
    },
    {
      name: 'access logs, which stay in one account',
      statement: statement('<|"logging.s3.amazonaws.com"|>', '"s3:PutObject"', bucket),
      finds: [
        {
          severity: 'hint',
          message: `Nothing says for whom logging.s3.amazonaws.com acts here. It stays inside one account by itself; AWS recommends a condition on ${both} all the same.`,
        },
      ],
    },
    {
      name: 'a source',
      statement: statement(
        '"sns.amazonaws.com"',
        '"sqs:SendMessage"',
        queue,
        '{ "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:example" } }',
      ),
    },
    {
      name: 'another condition, by which it may be told',
      statement: statement(
        '"sns.amazonaws.com"',
        '"sqs:SendMessage"',
        queue,
        '{ "StringEquals": { "aws:ResourceTag/open": "true" } }',
      ),
    },
    {
      name: 'a source by a Deny',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement('"sns.amazonaws.com"', '"sqs:SendMessage"', queue)}, { "Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage", "Resource": ${queue}, "Condition": { "StringNotEquals": { "aws:SourceAccount": "111122223333" } } }] }`,
    },
    {
      name: 'an account in the path',
      statement: statement(
        '"cloudtrail.amazonaws.com"',
        '"s3:PutObject"',
        '"arn:aws:s3:::example/AWSLogs/111122223333/*"',
      ),
    },
    {
      name: 'this account in the path',
      statement: statement(
        '"cloudtrail.amazonaws.com"',
        '"s3:PutObject"',
        '{ "Fn::Sub": "arn:aws:s3:::example/AWSLogs/${AWS::AccountId}/*" }',
      ),
      forms: ['json', 'yaml'],
    },
    {
      name: 'any account in the path',
      statement: statement('<|"cloudtrail.amazonaws.com"|>', '"s3:PutObject"', '"arn:aws:s3:::example/AWSLogs/*"'),
      finds: [message('cloudtrail.amazonaws.com', arn)],
    },
    {
      name: 'a look at the bucket before it is used',
      statement: statement(
        '"cloudtrail.amazonaws.com"',
        '["s3:GetBucketAcl", "s3:ListBucket"]',
        '"arn:aws:s3:::example"',
      ),
    },
    {
      name: 'EventBridge and a topic, where no condition works',
      statement: statement('"events.amazonaws.com"', '"sns:Publish"', '"*"'),
    },
    {
      name: 'a service of which nothing is known here',
      statement: statement('"ses.amazonaws.com"', '"s3:PutObject"', bucket),
    },
    {
      name: 'a parameter',
      statement: statement('{ "Ref": "Service" }', '"sqs:SendMessage"', queue),
      forms: ['json', 'yaml'],
    },
    {
      name: 'actions that are not known',
      statement: statement('"sns.amazonaws.com"', '{ "Ref": "Actions" }', queue),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a Deny',
      statement: statement('"sns.amazonaws.com"', '"sqs:SendMessage"', queue).replace('Allow', 'Deny'),
    },
    {
      name: 'a trust policy',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "Service": "config.amazonaws.com" }, "Action": "sts:AssumeRole" }',
    },
  ],
});
