import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, element = 'Action') =>
  `{ "Effect": "Allow", "${element}": ${action}, "Resource": "*" }`;

ruleCases('malformed-action', {
  kind: 'identity',
  cases: [
    {
      name: 'no service',
      statement: around('<|"GetObject"|>'),
      finds: [{ message: '`GetObject` names no service. Write it as `service:action`.', fixes: [] }],
    },
    {
      name: 'no service beside actions of one that has it',
      statement: around('["s3:GetObject", <|"PutObject"|>]'),
      finds: [
        {
          message: '`PutObject` names no service. Did you mean `s3:PutObject`?',
          fixes: [
            {
              title: 'Change PutObject to s3:PutObject',
              applicability: 'suggestion',
              result: around('["s3:GetObject", "s3:PutObject"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'a dot for the colon',
      statement: around('<|"s3.GetObject"|>'),
      finds: [
        {
          message: '`s3.GetObject` names no service. Did you mean `s3:GetObject`?',
          fixes: [{ title: 'Change s3.GetObject to s3:GetObject', result: around('"s3:GetObject"') }],
        },
      ],
    },
    {
      name: 'a dot for the colon, without data',
      data: 'none',
      statement: around('<|"s3.GetObject"|>'),
      finds: [{ message: '`s3.GetObject` names no service. Write it as `service:action`.', fixes: [] }],
    },
    {
      name: 'a space',
      statement: around('["s3:PutObject", <|"s3: GetObject"|>]'),
      finds: [
        {
          message: '`s3: GetObject` has a space in it. Did you mean `s3:GetObject`?',
          fixes: [
            { title: 'Change s3: GetObject to s3:GetObject', result: around('["s3:PutObject", "s3:GetObject"]') },
          ],
        },
      ],
    },
    {
      name: 'two colons',
      statement: around('<|"s3::GetObject"|>', 'NotAction'),
      finds: [
        {
          message: '`s3::GetObject` has more than one colon. Did you mean `s3:GetObject`?',
          fixes: [{ title: 'Change s3::GetObject to s3:GetObject', result: around('"s3:GetObject"', 'NotAction') }],
        },
      ],
    },
    {
      name: 'an ARN',
      statement: around('<|"arn:aws:iam::aws:policy/ReadOnlyAccess"|>'),
      finds: [
        {
          message: '`arn:aws:iam::aws:policy/ReadOnlyAccess` has more than one colon. Write it as `service:action`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'no action',
      statement: around('<|"s3:"|>'),
      finds: [{ message: '`s3:` names no action. Write it as `service:action`.', fixes: [] }],
    },
    {
      name: 'no service before the colon',
      statement: around('<|":GetObject"|>'),
      finds: [{ message: '`:GetObject` names no service. Write it as `service:action`.', fixes: [] }],
    },
    {
      name: 'empty',
      statement: around('<|""|>'),
      finds: [{ message: 'An action is empty. Write it as `service:action`.', fixes: [] }],
    },
    {
      name: 'a verb with a wildcard',
      statement: around('<|"Get*"|>'),
      finds: ['`Get*` names no service. Write it as `service:action`.'],
    },
    {
      name: 'a Deny of a trust policy',
      kind: 'trust',
      statement: '{ "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": <|"AssumeRole"|> }',
      finds: ['`AssumeRole` names no service. Write it as `service:action`.'],
    },
    {
      name: 'an Allow of a trust policy, which another rule reads',
      kind: 'trust',
      statement: '{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "AssumeRole" }',
    },
    { name: 'everything', statement: around('"*"') },
    { name: 'everything, written twice', statement: around('"**"') },
    { name: 'in order', statement: around('["s3:GetObject", "s3:*", "*:*", "S3:getobject"]') },
    { name: 'a placeholder', statement: around('"<action>"') },
    { name: 'a parameter', statement: around('{ "Ref": "Action" }'), forms: ['json', 'yaml'] },
    { name: 'partly a parameter', statement: around('{ "Fn::Sub": "${Action}" }'), forms: ['json', 'yaml'] },
    { name: 'what is no text, which has its own rule', statement: around('[42, true]') },
  ],
});
