import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const template = (type: string, action: string) => `Resources:
  Example:
    Type: ${type}
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::111122223333:role/a }
            Action: ${action}
            Resource: '*'
`;
const found = (type: string, action: string, text: string, of: string, prefix: string): RuleCase => ({
  name: `${action} in ${type}`,
  file: 'template.yaml',
  text: template(type, action),
  finds: [
    {
      message: `AWS refuses \`${text}\` in the policy of ${of}, which takes actions of \`${prefix}\` only. Write it into a policy of the resource that it works on, or of who calls it.`,
      fixes: [],
    },
  ],
});
const silent = (type: string, action: string): RuleCase => ({
  name: `silent: ${action} in ${type}`,
  file: 'template.yaml',
  text: template(type, action),
});

ruleCases('resource-policy-foreign-action', {
  kind: 'resource',
  cases: [
    found('AWS::S3::BucketPolicy', '["s3:GetObject", "<|ec2|>:RunInstances"]', 'ec2:RunInstances', 'a bucket', 's3'),
    found('AWS::SNS::TopicPolicy', '<|sqs|>:SendMessage', 'sqs:SendMessage', 'a topic', 'sns'),
    found('AWS::SQS::QueuePolicy', '<|sns|>:Publish', 'sns:Publish', 'a queue', 'sqs'),
    silent('AWS::S3::BucketPolicy', 's3:*'),
    silent('AWS::SQS::QueuePolicy', 'SQS:SendMessage'),
    silent('AWS::SNS::TopicPolicy', '"*"'),
    silent('AWS::SNS::TopicPolicy', '!Ref Action'),
    // Not established for others.
    silent('AWS::KMS::Key', 's3:GetObject'),
    {
      name: 'a policy of which the resource is not told',
      forms: ['policy'],
      statement:
        '{ "Effect": "Allow", "Principal": "*", "Action": "ec2:RunInstances", "Resource": "arn:aws:s3:::a/*" }',
    },
  ],
});
