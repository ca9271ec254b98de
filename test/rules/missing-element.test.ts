import { ruleCases } from './support/rule-cases.ts';

ruleCases('missing-element', {
  kind: 'identity',
  cases: [
    {
      name: 'no Effect',
      statement: '{ <|"Sid"|>: "Read", "Action": "s3:GetObject", "Resource": "*" }',
      finds: [{ message: 'A statement of an identity policy needs `Effect`, which is missing here.', fixes: [] }],
    },
    {
      name: 'no Action',
      statement: '{ <|"Effect"|>: "Allow", "Resource": "*" }',
      finds: ['A statement of an identity policy needs `Action` (or `NotAction`), which is missing here.'],
    },
    {
      name: 'no Resource',
      statement: '{ <|"Effect"|>: "Allow", "Action": "s3:GetObject" }',
      finds: ['A statement of an identity policy needs `Resource` (or `NotResource`), which is missing here.'],
    },
    {
      name: 'nothing but a Sid',
      statement: '{ <|"Sid"|>: "Read" }',
      finds: [
        'A statement of an identity policy needs `Effect`, `Action` (or `NotAction`) and `Resource` (or `NotResource`), which are missing here.',
      ],
    },
    {
      name: 'an empty statement',
      kind: 'trust',
      statement: '<|{}|>',
      finds: [
        'A statement of a trust policy needs `Effect`, `Principal` and `Action` (or `NotAction`), which are missing here.',
      ],
    },
    {
      name: 'no Principal in a trust policy',
      kind: 'trust',
      statement: '{ <|"Effect"|>: "Allow", "Action": "sts:AssumeRole" }',
      finds: ['A statement of a trust policy needs `Principal`, which is missing here.'],
    },
    {
      name: 'no Principal in a resource policy',
      kind: 'resource',
      statement: '{ <|"Effect"|>: "Allow", "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['A statement of a resource policy needs `Principal` (or `NotPrincipal`), which is missing here.'],
    },
    {
      name: 'no Action in a resource control policy',
      kind: 'rcp',
      statement: '{ <|"Effect"|>: "Deny", "Principal": "*", "Resource": "*" }',
      finds: ['A statement of a resource control policy needs `Action`, which is missing here.'],
    },
    {
      name: 'no Version in a resource control policy',
      kind: 'rcp',
      policy: '{ <|"Statement"|>: [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }',
      finds: ['A resource control policy needs `Version`, which is missing here.'],
    },
    {
      name: 'no Statement',
      policy: '{ <|"Version"|>: "2012-10-17" }',
      finds: ['An identity policy needs `Statement`, which is missing here.'],
    },
    {
      name: 'no statement around its elements',
      policy: '{ <|"Version"|>: "2012-10-17", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }',
      forms: ['json', 'yaml', 'string'],
      finds: [
        'An identity policy needs `Statement`, which is missing here. Put `Effect`, `Action` and `Resource` inside it.',
      ],
    },
    {
      name: 'an empty list of statements',
      policy: '{ "Version": "2012-10-17", "Statement": <|[]|> }',
      finds: ['A policy needs at least one statement. This list is empty.'],
    },
    {
      name: 'the second of two statements',
      policy: `{ "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
        { <|"Action"|>: "s3:PutObject", "Resource": "*" }
      ] }`,
      finds: ['A statement of an identity policy needs `Effect`, which is missing here.'],
    },
    {
      name: 'a statement that is not in a list',
      policy: '{ "Statement": { <|"Effect"|>: "Allow", "Resource": "*" } }',
      finds: ['A statement of an identity policy needs `Action` (or `NotAction`), which is missing here.'],
    },
    { name: 'all there', statement: '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }' },
    { name: 'opposites', statement: '{ "Effect": "Deny", "NotAction": "s3:GetObject", "NotResource": "*" }' },
    {
      name: 'a resource policy without Resource, as of a repository',
      kind: 'resource',
      statement: '{ "Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage" }',
    },
    {
      name: 'an endpoint policy without Principal',
      kind: 'endpoint',
      statement: '{ <|"Effect"|>: "Allow", "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['A statement of a VPC endpoint policy needs `Principal` (or `NotPrincipal`), which is missing here.'],
    },
    {
      name: 'a trust policy without Resource',
      kind: 'trust',
      statement: '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }',
    },
    { name: 'no Version', policy: '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }' },
    {
      name: 'misspelt, which another rule says',
      statement: '{ "effect": "Allow", "Actions": "s3:GetObject", "Resource": "*" }',
    },
    {
      name: 'misused, which another rule says',
      kind: 'trust',
      statement: '{ "Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }',
    },
    {
      name: 'elements that a transform writes',
      statement: '{ "Effect": "Allow", "Fn::Transform": { "Name": "AWS::Include" }, "Resource": "*" }',
      forms: ['json', 'yaml'],
    },
    {
      name: 'statements that a transform writes',
      policy: '{ "Statement": [{ "Fn::Transform": { "Name": "AWS::Include" } }] }',
      forms: ['json', 'yaml'],
    },
    {
      name: 'an element that an Fn::If may leave out',
      statement:
        '{ "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::If": ["Open", "*", { "Ref": "AWS::NoValue" }] } }',
      forms: ['json', 'yaml'],
    },
    {
      name: 'each branch of an Fn::If',
      policy:
        '{ "Statement": [{ "Fn::If": ["Open", { <|"Effect"|>: "Allow", "Action": "s3:*" }, { "Ref": "AWS::NoValue" }] }] }',
      forms: ['json', 'yaml'],
      finds: ['A statement of an identity policy needs `Resource` (or `NotResource`), which is missing here.'],
    },
    {
      name: 'half-typed',
      file: 'policy.json',
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      <|"Effect"|>: "Allow",
      "Action": "s3:GetObject",

    }
  ]
}`,
      finds: ['A statement of an identity policy needs `Resource` (or `NotResource`), which is missing here.'],
    },
    {
      name: 'a key that is being typed',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Res" }] }',
    },
  ],
});
