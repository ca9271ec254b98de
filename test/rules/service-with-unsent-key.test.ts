import { ruleCases } from './support/rule-cases.ts';

const trust = (principal: string, conditions: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": ${conditions} }`;
const publish = (service: string, conditions: string) =>
  `{ "Effect": "Allow", "Principal": { "Service": ${service} }, "Action": "sns:Publish", "Resource": "*", "Condition": ${conditions} }`;
const organization = (key: string) => `{ "StringEquals": { ${key}: "o-a1b2c3d4e5" } }`;
const message = (names: string, key: string, them = 'it') =>
  `Services are members of no organization: requests of ${names} carry no \`${key}\`, so that this never lets ${them} in. Use \`aws:SourceOrgID\`, or \`aws:SourceAccount\`, where the service sends it.`;

ruleCases('service-with-unsent-key', {
  kind: 'trust',
  cases: [
    {
      name: 'a service of an organization',
      statement: trust('{ "Service": "lambda.amazonaws.com" }', organization('<|"aws:PrincipalOrgID"|>')),
      finds: [{ message: message('lambda.amazonaws.com', 'aws:PrincipalOrgID'), fixes: [] }],
    },
    {
      name: 'services beside a role',
      statement: trust(
        '{ "AWS": "111122223333", "Service": ["ec2.amazonaws.com", "events.amazonaws.com"] }',
        '{ "ForAnyValue:StringLike": { <|"aws:PrincipalOrgPaths"|>: "o-a1b2c3d4e5/*" } }',
      ),
      finds: [message('ec2.amazonaws.com and events.amazonaws.com', 'aws:PrincipalOrgPaths', 'them')],
    },
    {
      name: 'in a resource policy',
      kind: 'resource',
      statement: publish('"cloudwatch.amazonaws.com"', organization('<|"aws:PrincipalOrgID"|>')),
      finds: [message('cloudwatch.amazonaws.com', 'aws:PrincipalOrgID')],
    },
    {
      name: 'a service that is a parameter',
      statement: trust('{ "Service": { "Ref": "Service" } }', organization('<|"aws:PrincipalOrgID"|>')),
      forms: ['json', 'yaml'],
      finds: [message('the service', 'aws:PrincipalOrgID')],
    },
    {
      name: 'EventBridge and a topic',
      kind: 'resource',
      statement: publish(
        '"events.amazonaws.com"',
        '{ "ArnLike": { <|"aws:SourceArn"|>: "arn:aws:events:eu-west-1:111122223333:rule/x" } }',
      ),
      finds: [
        {
          severity: 'info',
          message:
            'AWS documents that EventBridge does not work with conditions in the policy of a topic: with one on `aws:SourceArn` its messages may never arrive. Test it, or leave the condition out.',
        },
      ],
    },
    {
      name: 'a topic and a service that sends the source',
      kind: 'resource',
      statement: publish('"s3.amazonaws.com"', '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    },
    {
      name: 'the key only where it is there',
      statement: trust(
        '{ "Service": "lambda.amazonaws.com" }',
        '{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
    },
    {
      name: 'the organization of the source',
      statement: trust('{ "Service": "lambda.amazonaws.com" }', organization('"aws:SourceOrgID"')),
    },
    { name: 'no service', statement: trust('{ "AWS": "*" }', organization('"aws:PrincipalOrgID"')) },
    {
      name: 'a Deny',
      statement: trust('{ "Service": "lambda.amazonaws.com" }', organization('"aws:PrincipalOrgID"')).replace(
        'Allow',
        'Deny',
      ),
    },
  ],
});
