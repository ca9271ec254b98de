import type { Severity } from '../../server/src/lint/finding.ts';
import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const statement = (action: string, resource: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": ${action}, "Resource": ${resource} }`;
const works = (action: string, on: string, outcome = 'it allows nothing') =>
  `\`${action}\` works on ${on}, and no resource of this statement is one: ${outcome}. Name the right resource.`;
const whole = (action: string, outcome = 'it allows nothing') =>
  `\`${action}\` is asked for the account as a whole, and this statement names resources in it: ${outcome}. Move it to a statement on \`*\`.`;
const object =
  '`arn:aws:s3:::<BucketName>/<ObjectName>` or `arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName>/object/<ObjectName>`';
const bucket = '`arn:aws:s3:::<BucketName>` or `arn:aws:s3:<Region>:<Account>:accesspoint/<AccessPointName>`';

const silent = (action: string, resource: string): RuleCase => ({
  name: `silent: ${action} on ${resource}`,
  statement: statement(action, resource),
});
const found = (action: string, resource: string, message: string, severity: Severity = 'info'): RuleCase => ({
  name: `${action} on ${resource}`,
  statement: statement(`<|"${action}"|>`, resource),
  finds: [{ message, severity, fixes: [] }],
});

ruleCases('action-resource-mismatch', {
  kind: 'identity',
  cases: [
    // Types of resources.
    {
      name: 'objects, and only the bucket is named',
      statement: statement('<|"s3:GetObject"|>', '"arn:aws:s3:::example"'),
      finds: [
        {
          message: works('s3:GetObject', object),
          severity: 'info',
          fixes: [
            {
              title: 'Add the resource arn:aws:s3:::example/*',
              applicability: 'suggestion',
              result: statement('"s3:GetObject"', '["arn:aws:s3:::example", "arn:aws:s3:::example/*"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'the bucket, and only its objects are named, beside an action on them',
      statement: statement('["s3:GetObject", <|"s3:ListBucket"|>]', '"arn:aws:s3:::example/*"'),
      finds: [
        {
          message: works('s3:ListBucket', bucket),
          severity: 'info',
          fixes: [
            {
              title: 'Add the resource arn:aws:s3:::example',
              applicability: 'suggestion',
              result: statement(
                '["s3:GetObject", "s3:ListBucket"]',
                '["arn:aws:s3:::example/*", "arn:aws:s3:::example"]',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a Deny that denies nothing',
      statement: statement('<|"s3:DeleteObject"|>', '"arn:aws:s3:::example"', 'Deny'),
      finds: [{ message: works('s3:DeleteObject', object, 'it denies nothing'), severity: 'warning' }],
    },
    {
      name: 'a Deny in a service control policy',
      kind: 'scp',
      statement: statement('<|"s3:DeleteObject"|>', '"arn:aws:s3:::example"', 'Deny'),
      finds: [{ message: works('s3:DeleteObject', object, 'it denies nothing'), severity: 'warning' }],
    },
    {
      name: 'in the policy of a bucket, which S3 refuses',
      kind: 'resource',
      statement: statement('<|"s3:GetObject"|>', '"arn:aws:s3:::example"').replace('{', '{ "Principal": "*",'),
      finds: [{ message: works('s3:GetObject', object, 'S3 refuses that'), severity: 'error' }],
    },
    found(
      'iam:PassRole',
      '"arn:aws:s3:::*"',
      works('iam:PassRole', '`arn:aws:iam::<Account>:role/<RoleNameWithPath>`'),
    ),
    found(
      'sts:AssumeRole',
      '"arn:aws:iam::111122223333:user/x"',
      works('sts:AssumeRole', '`arn:aws:iam::<Account>:role/<RoleNameWithPath>`'),
    ),
    found(
      'logs:PutLogEvents',
      '"arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/example"',
      works(
        'logs:PutLogEvents',
        '`arn:aws:logs:<Region>:<Account>:log-group:<LogGroupName>:log-stream:<LogStreamName>`',
      ),
    ),
    {
      name: 'all that a pattern stands for',
      statement: statement('<|"s3:GetObject*"|>', '"arn:aws:s3:::example"'),
      finds: [{ message: works('s3:GetObject*', object), severity: 'info' }],
    },
    {
      name: 'a bucket known in part',
      forms: ['json', 'yaml'],
      statement: statement('<|"s3:ListBucket"|>', '{ "Fn::Sub": "arn:aws:s3:::${Name}/*" }'),
      finds: [{ message: works('s3:ListBucket', bucket), severity: 'info', fixes: [] }],
    },
    silent('"s3:GetObject"', '["arn:aws:s3:::example", "arn:aws:s3:::example/*"]'),
    silent('["s3:GetObject", "s3:ListBucket"]', '["arn:aws:s3:::example", "arn:aws:s3:::example/*"]'),
    silent('"s3:GetObject"', '"arn:aws:s3:::example*"'),
    silent('"s3:GetObject"', '"arn:aws:s3:::*"'),
    silent('"s3:GetObject"', '"arn:aws:s3:::${aws:PrincipalTag/bucket}"'),
    silent('"s3:GetObject"', '"arn:aws:s3:us-east-1:111122223333:accesspoint/x/object/*"'),
    silent('"s3:*"', '"arn:aws:s3:::example"'),
    silent('"s3:Get*"', '"arn:aws:s3:::example"'),
    silent('"logs:PutLogEvents"', '"arn:aws:logs:*:*:*"'),
    silent('"logs:PutLogEvents"', '"arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/example:*"'),
    silent('"iam:CreateVirtualMFADevice"', '"arn:aws:iam::*:mfa/${aws:username}"'),
    silent('"codepipeline:StartPipelineExecution"', '"arn:aws:codepipeline:*"'),
    silent('"s3:GetObject"', '"*"'),
    silent('"s3:GetObjekt"', '"arn:aws:s3:::example"'),
    silent('"example:Get"', '"arn:aws:s3:::example"'),
    // What is malformed is reported by itself.
    silent('"iam:GetRole"', '"arn:aws:iam:us-east-1:111122223333:role/x"'),
    silent('"iam:GetRole"', '"example"'),
    silent('"iam:GetRole"', '"arn:aws:iam::111122223333:role:x"'),
    // The reference has only what a guardrail is made from.
    silent('"bedrock:CreateGuardrail"', '"arn:aws:bedrock:us-east-1:111122223333:guardrail/*"'),
    ...['{ "Ref": "BucketArn" }', '{ "Fn::GetAtt": ["Bucket", "Arn"] }', '{ "Fn::Sub": "arn:aws:s3:::${Name}" }'].map(
      (resource): RuleCase => ({ ...silent('"s3:GetObject"', resource), forms: ['json', 'yaml'] }),
    ),
    {
      name: 'a list known in part',
      forms: ['json', 'yaml'],
      statement: statement('"s3:GetObject"', '{ "Fn::If": ["Wide", { "Ref": "Arns" }, ["arn:aws:s3:::example"]] }'),
    },
    {
      name: 'NotResource',
      statement: statement('"s3:GetObject"', '"arn:aws:s3:::example"').replace('Resource', 'NotResource'),
    },
    {
      name: 'NotAction',
      statement: statement('"s3:GetObject"', '"arn:aws:s3:::example"').replace('Action', 'NotAction'),
    },
    {
      name: 'in the words of the service',
      kind: 'resource',
      statement: statement('"execute-api:Invoke"', '"execute-api:/prod/GET/*"').replace('{', '{ "Principal": "*",'),
    },

    {
      name: 'an action that the policy of a bucket does not take, which is found by itself',
      file: 'template.json',
      text: '{ "Resources": { "P": { "Type": "AWS::S3::BucketPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "arn:aws:s3:::example/*" }] } } } } }',
    },

    // Actions without types of resources.
    found('ec2:DescribeInstances', '"arn:aws:ec2:*:*:instance/*"', whole('ec2:DescribeInstances')),
    found('ecr:GetAuthorizationToken', '"arn:aws:ecr:*:*:repository/x"', whole('ecr:GetAuthorizationToken')),
    found('s3:ListAllMyBuckets', '["arn:aws:s3:::example", "arn:aws:s3:::example/*"]', whole('s3:ListAllMyBuckets')),
    found('iam:ListRoles', '"arn:aws:iam::*:role/app-*"', whole('iam:ListRoles')),
    {
      name: 'a Deny of one',
      statement: statement('<|"iam:ListRoles"|>', '"arn:aws:iam::*:role/app-*"', 'Deny'),
      finds: [{ message: whole('iam:ListRoles', 'it denies nothing'), severity: 'warning' }],
    },
    silent('"ec2:DescribeInstances"', '"*"'),
    silent('"ec2:DescribeInstances"', '"arn:aws:ec2:*:*:*"'),
    silent('"s3:ListAllMyBuckets"', '"arn:aws:s3:::*"'),
    silent('"iam:ListRoles"', '"arn:aws:iam::111122223333:role/*"'),
    silent('"iam:ListRoles"', '["arn:aws:iam::*:role/app-*", "arn:aws:iam::*:role/*"]'),
    // Not established for these, whatever the reference leaves out.
    silent('"ssmmessages:OpenDataChannel"', '"arn:aws:ssm:*:*:session/x"'),
    silent('"logs:DescribeLogGroups"', '"arn:aws:logs:*:*:log-group:/aws/lambda/*"'),
    // The same of several actions.
    {
      name: 'two of the same kind',
      statement: statement(
        '["s3:ListBucket", <|"s3:GetObjectTagging"|>, "s3:PutObjectTagging"]',
        '"arn:aws:s3:::example"',
      ),
      finds: [
        {
          message: works('s3:GetObjectTagging', object).replace('` works', '` (and so `s3:PutObjectTagging`) works'),
          severity: 'info',
          fixes: [
            {
              title: 'Add the resource arn:aws:s3:::example/*',
              applicability: 'suggestion',
              result: statement(
                '["s3:ListBucket", "s3:GetObjectTagging", "s3:PutObjectTagging"]',
                '["arn:aws:s3:::example", "arn:aws:s3:::example/*"]',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'more of the same kind, and one of another',
      statement: statement(
        '[<|"iam:ListRoles"|>, "iam:ListUsers", "iam:ListGroups", <|"iam:PutGroupPolicy"|>]',
        '"arn:aws:iam::111122223333:role/app-*"',
      ),
      finds: [
        { message: whole('iam:ListRoles').replace('` is', '` (and so 2 more) is'), severity: 'info', fixes: [] },
        {
          message: works('iam:PutGroupPolicy', '`arn:aws:iam::<Account>:group/<GroupNameWithPath>`'),
          severity: 'info',
          fixes: [],
        },
      ],
    },
  ],
});
