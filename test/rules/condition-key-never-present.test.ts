import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, condition: string, { element = 'Action', effect = 'Allow' } = {}) =>
  `{ "Effect": "${effect}", "${element}": ${action}, "Resource": "*", "Condition": ${condition} }`;
const move = 'Move the condition to a statement with the actions that it is for.';

ruleCases('condition-key-never-present', {
  kind: 'identity',
  cases: [
    {
      name: 'a key of another action',
      statement: around('"s3:GetObject"', '{ "StringLike": { <|"s3:prefix"|>: "home/*" } }'),
      finds: [
        {
          message: `\`s3:GetObject\` never has \`s3:prefix\` in its requests, so that the statement never applies. ${move}`,
          fixes: [],
        },
      ],
    },
    {
      name: 'several actions, with a wildcard',
      statement: around('["s3:GetObject*", "s3:PutObject"]', '{ "StringLike": { <|"S3:Prefix"|>: "home/*" } }', {
        effect: 'Deny',
      }),
      finds: [
        `None of the actions of this statement has \`S3:Prefix\` in its requests, so that the statement never applies. ${move}`,
      ],
    },
    {
      name: 'an operator that is true without the key',
      statement: around('"s3:GetObject"', '{ "StringNotLike": { <|"s3:prefix"|>: "home/*" } }'),
      finds: [
        `\`s3:GetObject\` never has \`s3:prefix\` in its requests, so that the condition limits nothing. ${move}`,
      ],
    },
    {
      name: 'an operator that asks for the key itself',
      statement: around('"s3:GetObject"', '{ "Null": { <|"s3:prefix"|>: "true" } }'),
      finds: [`\`s3:GetObject\` never has \`s3:prefix\` in its requests. ${move}`],
    },
    {
      name: 'old data',
      data: 'old',
      statement: around('"s3:GetObject"', '{ "Null": { <|"s3:prefix"|>: "true" } }'),
      finds: [{ message: `\`s3:GetObject\` never has \`s3:prefix\` in its requests. ${move}`, severity: 'hint' }],
    },
    { name: 'no data', data: 'none', statement: around('"s3:GetObject"', '{ "StringLike": { "s3:prefix": "a" } }') },
    {
      name: 'one action has it, and another has not',
      statement: around('["s3:GetObject", "s3:ListBucket"]', '{ "StringLike": { <|"s3:prefix"|>: "a" } }'),
      finds: [
        {
          severity: 'hint',
          message:
            'By the Service Authorization Reference `s3:GetObject` never has `s3:prefix` in its requests: the statement does not apply to it. Name it in a statement with a condition that it has.',
          fixes: [],
        },
      ],
    },
    {
      name: 'several have it not',
      statement: around(
        '["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectAcl"]',
        '{ "StringEquals": { <|"s3:prefix"|>: "a" } }',
        { effect: 'Deny' },
      ),
      finds: [
        {
          severity: 'hint',
          message:
            'By the Service Authorization Reference `s3:GetObject`, `s3:PutObject` and 2 more never have `s3:prefix` in their requests: the statement does not apply to them. Name them in a statement with a condition that they have.',
        },
      ],
    },
    {
      name: 'one action has it, and the condition holds for the others',
      statement: around('["s3:GetObject", "s3:ListBucket"]', '{ "StringLikeIfExists": { "s3:prefix": "a" } }'),
    },
    {
      name: 'one action has it, and the others are a wildcard',
      statement: around('["s3:GetObject*", "s3:ListBucket"]', '{ "StringLike": { "s3:prefix": "a" } }'),
    },
    {
      name: 'tags of resources that an action does not ask for',
      statement: around(
        '["ec2:DescribeInstances", "sts:GetCallerIdentity"]',
        '{ "StringEquals": { <|"aws:ResourceTag/team"|>: "a" } }',
      ),
      finds: [
        `None of the actions of this statement has \`aws:ResourceTag/team\` in its requests, so that the statement never applies. ${move}`,
      ],
    },
    {
      name: 'tags of resources that one of the actions asks for',
      statement: around(
        '["ec2:DescribeInstances", "kms:Decrypt"]',
        '{ "StringEquals": { "aws:ResourceTag/team": "a" } }',
      ),
    },
    {
      name: 'tags of roles',
      statement: around('"sts:AssumeRole"', '{ "StringEquals": { "aws:ResourceTag/team": "a" } }'),
    },
    {
      name: 'tags that are not passed',
      statement: around('"kms:DescribeKey"', '{ "ForAnyValue:StringEquals": { <|"aws:TagKeys"|>: "team" } }'),
      finds: [
        `\`kms:DescribeKey\` never has \`aws:TagKeys\` in its requests, so that the statement never applies. ${move}`,
      ],
    },
    {
      name: 'tags that are not passed, and would be limited',
      statement: around('"kms:DescribeKey"', '{ "ForAllValues:StringEquals": { "aws:TagKeys": "team" } }'),
    },
    {
      name: 'the owner of an endpoint, for a service that does not send it',
      statement: around('"sns:Publish"', '{ "StringNotEqualsIfExists": { <|"aws:VpceOrgID"|>: "o-a1b2c3d4e5" } }', {
        effect: 'Deny',
      }),
      finds: [
        {
          severity: 'hint',
          message:
            'No service of this statement is known to send `aws:VpceOrgID`, so that the condition limits nothing. AWS lists the services that do.',
        },
      ],
    },
    {
      name: 'the owner of an endpoint, for services of which one sends it',
      statement: around('["sns:Publish", "s3:GetObject"]', '{ "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } }'),
    },
    { name: 'all actions of the service', statement: around('"s3:*"', '{ "StringLike": { "s3:prefix": "a" } }') },
    {
      name: 'a key of the resource',
      statement: around('"ec2:StopInstances"', '{ "StringEquals": { "ec2:ResourceTag/team": "a" } }'),
    },
    {
      name: 'a key of the session',
      statement: around('"ec2:CreateSnapshot"', '{ "ArnLike": { "ec2:SourceInstanceARN": "*" } }'),
    },
    {
      name: 'actions of another service beside',
      statement: around('["s3:GetObject", "sqs:SendMessage"]', '{ "StringLike": { "s3:prefix": "a" } }'),
    },
    { name: 'every action', statement: around('"*"', '{ "StringLike": { "s3:prefix": "a" } }') },
    {
      name: 'NotAction',
      statement: around('"s3:GetObject"', '{ "StringLike": { "s3:prefix": "a" } }', { element: 'NotAction' }),
    },
    {
      name: 'an action that is not known',
      statement: around('["s3:GetObject", "s3:GetObjct"]', '{ "StringLike": { "s3:prefix": "a" } }'),
    },
    { name: 'a key that is not known', statement: around('"s3:GetObject"', '{ "StringLike": { "s3:prefx": "a" } }') },
    { name: 'a global key', statement: around('"s3:GetObject"', '{ "StringLike": { "aws:PrincipalArn": "a" } }') },
    {
      name: 'a parameter among the actions',
      statement: around('["s3:GetObject", { "Ref": "Action" }]', '{ "StringLike": { "s3:prefix": "a" } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'the external id of a trust policy',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "x" } } }',
    },
    {
      name: 'actions that the resources leave out anyway, of which action-resource-mismatch tells',
      statement:
        '{ "Effect": "Allow", "Action": ["ec2:TerminateInstances", "ec2:DescribeInstances"], "Resource": "arn:aws:ec2:*:*:instance/*", "Condition": { "StringEquals": { "ec2:ManagedResourceOperator": "scaler.lambda.amazonaws.com" } } }',
    },
  ],
});
