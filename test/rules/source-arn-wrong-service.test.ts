import { ruleCases } from './support/rule-cases.ts';

const statement = (value: string, principal = '"lambda.amazonaws.com"', operator = 'ArnLike', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": { "Service": ${principal} }, "Action": "sts:AssumeRole", "Condition": { "${operator}": { "aws:SourceArn": ${value} } } }`;

const arn = (service: string) => `arn:aws:${service}:us-west-2:111122223333:example`;

ruleCases('source-arn-wrong-service', {
  kind: 'trust',
  cases: [
    {
      name: 'another service',
      statement: statement(`"${arn('<|states|>')}"`),
      finds: [
        {
          message: 'This never matches: `lambda.amazonaws.com` acts for resources of `lambda`, not of `states`.',
          fixes: [],
        },
      ],
    },
    {
      name: "the principal's own name, where its sources are another service's",
      statement: statement(`"${arn('<|vpc-flow-logs|>')}"`, '"vpc-flow-logs.amazonaws.com"'),
      finds: ['This never matches: `vpc-flow-logs.amazonaws.com` acts for resources of `ec2`, not of `vpc-flow-logs`.'],
    },
    {
      name: 'two services and two values',
      statement: statement(
        `["${arn('<|sqs|>')}", "${arn('<|sns|>')}"]`,
        '["lambda.amazonaws.com", "states.us-west-2.amazonaws.com"]',
      ),
      finds: ['sqs', 'sns'].map(
        (name) =>
          `This never matches: \`lambda.amazonaws.com\` and \`states.amazonaws.com\` act for resources of \`lambda\` and \`states\`, not of \`${name}\`.`,
      ),
    },
    {
      name: 'a pattern that fits none',
      statement: statement(`"${arn('<|s*|>')}"`),
      finds: ['This never matches: `lambda.amazonaws.com` acts for resources of `lambda`, not of `s*`.'],
    },
    {
      name: 'a pattern under an exact operator',
      statement: statement(`"${arn('<|lambd*|>')}"`, undefined, 'StringEquals'),
      finds: ['This never matches: `lambda.amazonaws.com` acts for resources of `lambda`, not of `lambd*`.'],
    },
    {
      name: 'a partition by reference',
      statement: statement('{ "Fn::Sub": "arn:${AWS::Partition}:<|states|>:${AWS::Region}:${AWS::AccountId}:x" }'),
      forms: ['json', 'yaml'],
      finds: ['This never matches: `lambda.amazonaws.com` acts for resources of `lambda`, not of `states`.'],
    },
    { name: 'its own service', statement: statement(`"${arn('lambda')}"`) },
    { name: 'a pattern that fits', statement: statement(`"${arn('*')}"`) },
    { name: 'one value that fits', statement: statement(`["${arn('states')}", "${arn('lambda')}"]`) },
    { name: 'a source by the table', statement: statement(`"${arn('ec2')}"`, '"vpc-flow-logs.amazonaws.com"') },
    { name: 'what is no ARN', statement: statement('"*"') },
    { name: 'a service of which little is known', statement: statement(`"${arn('states')}"`, '"glue.amazonaws.com"') },
    {
      name: 'a service of which nothing is known beside it',
      statement: statement(`"${arn('states')}"`, '["lambda.amazonaws.com", "unknown.amazonaws.com"]'),
    },
    {
      name: 'a service that is not known',
      statement: statement('{ "Fn::Sub": "arn:aws:${Service}:us-west-2:111122223333:x" }'),
      forms: ['json', 'yaml'],
    },
    { name: 'a parameter', statement: statement('{ "Ref": "Source" }'), forms: ['json', 'yaml'] },
    {
      name: 'one value that is a parameter',
      statement: statement(`["${arn('states')}", { "Ref": "Source" }]`),
      forms: ['json', 'yaml'],
    },
    { name: 'a placeholder', statement: statement('"<source ARN>"') },
    { name: 'a negated condition', statement: statement(`"${arn('states')}"`, undefined, 'ArnNotLike') },
    { name: 'a Deny', statement: statement(`"${arn('states')}"`, undefined, 'ArnLike', 'Deny') },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "${arn('states')}" } } }`,
    },
  ],
});
