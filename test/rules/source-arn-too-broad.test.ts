import { ruleCases } from './support/rule-cases.ts';

const statement = (conditions: string, principal = '{ "Service": "lambda.amazonaws.com" }', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": { ${conditions} } }`;
const like = (value: string, more = '') => `"ArnLike": { "aws:SourceArn": ${value} }${more}`;

const remedy = "Write the account's id, or add a condition on `aws:SourceAccount`.";
const everything = (value: string) =>
  `\`${value}\` matches every source. Write the ARN of the resource, with its account.`;
const anyRegion = (value: string) =>
  `\`${value}\` matches in every Region of every account, anyone's included. ${remedy}`;
const anyAccount = (value: string) => `\`${value}\` matches in every account, anyone's included. ${remedy}`;
const noAccount = (value: string) =>
  `\`${value}\` holds no account, so it does not say whose resource it is. Add a condition on \`aws:SourceAccount\`.`;

const title = 'Limit it to one account: add aws:SourceAccount';
const ofAccount = (form: string) =>
  form === 'json' || form === 'yaml'
    ? ', "StringEquals": { "aws:SourceAccount": { "Fn::Sub": "${AWS::AccountId}" } }'
    : ', "StringEquals": { "aws:SourceAccount": "<account id>" }';

const bucket = '{ "Service": "s3.amazonaws.com" }';
const limited = (name: string, more: string) => ({
  name,
  statement: statement(like('"arn:aws:lambda:*:*:function:x"', `, ${more}`)),
});

ruleCases('source-arn-too-broad', {
  kind: 'trust',
  cases: [
    {
      name: 'everything',
      statement: statement(like('<|"*"|>')),
      finds: [
        {
          message: everything('*'),
          fixes: [
            {
              title,
              applicability: 'suggestion',
              result: (form) => statement(like('"*"', ofAccount(form))),
            },
          ],
        },
      ],
    },
    {
      name: 'any Region of any account',
      statement: statement(like('"arn:aws:lambda:<|*:*|>:function:x"')),
      finds: [
        {
          message: anyRegion('arn:aws:lambda:*:*:function:x'),
          fixes: [{ title, result: (form) => statement(like('"arn:aws:lambda:*:*:function:x"', ofAccount(form))) }],
        },
      ],
    },
    {
      name: 'any account in one Region',
      statement: statement(like('"arn:aws:lambda:us-west-2:<|*|>:function:x"')),
      finds: [anyAccount('arn:aws:lambda:us-west-2:*:function:x')],
    },
    {
      name: 'an account of twelve question marks',
      statement: statement(like('"arn:aws:lambda:us-west-2:<|????????????|>:function:x"')),
      finds: [anyAccount('arn:aws:lambda:us-west-2:????????????:function:x')],
    },
    {
      name: 'ArnEquals, which takes wildcards too',
      statement: statement('"ArnEquals": { "aws:SourceArn": "arn:aws:lambda:<|*:*|>:*" }'),
      finds: [anyRegion('arn:aws:lambda:*:*:*')],
    },
    {
      name: 'text that goes across colons',
      statement: statement('"StringLike": { "AWS:SourceArn": <|"arn:aws:lambda:us-west-2:*"|> }'),
      finds: [anyAccount('arn:aws:lambda:us-west-2:*')],
    },
    {
      name: 'one of two values',
      statement: statement(
        like('["arn:aws:lambda:us-west-2:111122223333:function:x", "arn:aws:lambda:<|*:*|>:function:y"]'),
      ),
      finds: [anyRegion('arn:aws:lambda:*:*:function:y')],
    },
    {
      name: 'a partition by reference',
      statement: statement(like('{ "Fn::Sub": "arn:${AWS::Partition}:lambda:<|*:*|>:function:x" }')),
      forms: ['json', 'yaml'],
      finds: [anyRegion('arn:${AWS::Partition}:lambda:*:*:function:x')],
    },
    {
      name: 'a bucket, whose ARN has no account',
      statement: statement('"ArnEquals": { "aws:SourceArn": <|"arn:aws:s3:::example-bucket"|> }', bucket),
      finds: [
        {
          message: noAccount('arn:aws:s3:::example-bucket'),
          fixes: [
            {
              title,
              result: (form) =>
                statement(`"ArnEquals": { "aws:SourceArn": "arn:aws:s3:::example-bucket" }${ofAccount(form)}`, bucket),
            },
          ],
        },
      ],
    },
    {
      name: 'a bucket under an exact operator',
      statement: statement('"StringEquals": { "aws:SourceArn": <|"arn:aws:s3:::example-bucket"|> }', bucket),
      finds: [noAccount('arn:aws:s3:::example-bucket')],
    },
    {
      name: 'a service that is not known to send aws:SourceAccount',
      statement: statement(like('"arn:aws:logs:<|*:*|>:*"'), '{ "Service": "logs.amazonaws.com" }'),
      finds: [{ message: anyRegion('arn:aws:logs:*:*:*'), fixes: [] }],
    },
    {
      name: 'a service of which little is known',
      statement: statement(like('"arn:aws:glue:<|*:*|>:*"'), '{ "Service": "glue.amazonaws.com" }'),
      finds: [{ message: anyRegion('arn:aws:glue:*:*:*'), fixes: [] }],
    },
    {
      name: 'any account beside it',
      statement: statement(like('"arn:aws:lambda:<|*:*|>:function:x"', ', "StringLike": { "aws:SourceAccount": "*" }')),
      finds: [anyRegion('arn:aws:lambda:*:*:function:x')],
    },
    limited('an account beside it', '"StringEquals": { "aws:SourceAccount": "111122223333" }'),
    limited('an organization beside it', '"StringEquals": { "aws:SourceOrgID": "o-exampleorg1" }'),
    limited('organizational units beside it', '"ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-exampleorg1/*" }'),
    limited(
      'a narrower condition on the same key',
      '"StringLike": { "aws:SourceArn": "arn:aws:lambda:*:111122223333:*" }',
    ),
    {
      name: 'what the service sends instead',
      statement: statement(
        like('"*"', ', "StringEquals": { "sts:ExternalId": "111122223333" }'),
        '{ "Service": "firehose.amazonaws.com" }',
      ),
    },
    {
      name: "AWS's own value, with any Region",
      statement: statement(
        like('"arn:aws:ssm:*:111122223333:automation-execution/*"'),
        '{ "Service": "ssm.amazonaws.com" }',
      ),
    },
    { name: 'every function of an account', statement: statement(like('"arn:aws:lambda:us-west-2:111122223333:*"')) },
    {
      name: 'an account that is a parameter',
      statement: statement(like('{ "Fn::Sub": "arn:aws:lambda:*:${Account}:function:x" }')),
      forms: ['json', 'yaml'],
    },
    { name: 'a parameter', statement: statement(like('{ "Ref": "Source" }')), forms: ['json', 'yaml'] },
    { name: 'a placeholder', statement: statement(like('"arn:aws:lambda:<region>:<account id>:function:<name>"')) },
    {
      name: 'a condition that is not known',
      statement: statement(
        like('"*"', ', "StringEquals": { "Fn::If": ["Locked", { "aws:SourceAccount": "111122223333" }, {}] }'),
      ),
      forms: ['json', 'yaml'],
    },
    { name: 'a negated condition', statement: statement('"ArnNotLike": { "aws:SourceArn": "*" }') },
    {
      name: 'a wildcard that is compared as it stands',
      statement: statement('"StringEquals": { "aws:SourceArn": "*" }'),
    },
    { name: 'no service', statement: statement(like('"*"'), '{ "AWS": "arn:aws:iam::111122223333:role/Name" }') },
    { name: 'a Deny', statement: statement(like('"*"'), '{ "Service": "lambda.amazonaws.com" }', 'Deny') },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement:
        '{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "*" } } }',
    },
  ],
});
