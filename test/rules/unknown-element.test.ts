import { ruleCases } from './support/rule-cases.ts';

ruleCases('unknown-element', {
  kind: 'identity',
  cases: [
    {
      name: 'misspelt in a statement',
      statement: '{ "Effect": "Allow", <|"Actions"|>: "s3:GetObject", "Resource": "*" }',
      finds: [
        {
          message: '`Actions` is not an element of a policy. Did you mean `Action`?',
          fixes: [
            {
              title: 'Change Actions to Action',
              applicability: 'suggestion',
              result: '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }',
            },
          ],
        },
      ],
    },
    {
      name: 'wrong case',
      statement: '{ <|"effect"|>: "Allow", "Action": "s3:GetObject", "Resource": "*" }',
      finds: [
        {
          message: '`effect` is not an element of a policy. Did you mean `Effect`?',
          fixes: [
            {
              title: 'Change effect to Effect',
              result: '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }',
            },
          ],
        },
      ],
    },
    {
      name: 'misspelt beside Statement',
      policy:
        '{ <|"Versoin"|>: "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }] }',
      finds: [
        {
          message: '`Versoin` is not an element of a policy. Did you mean `Version`?',
          fixes: [
            {
              title: 'Change Versoin to Version',
              result:
                '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }] }',
            },
          ],
        },
      ],
    },
    {
      name: 'no renaming to an element that stands there already',
      statement: '{ "Effect": "Allow", "Action": "s3:GetObject", <|"Actoin"|>: "s3:PutObject", "Resource": "*" }',
      finds: [{ message: '`Actoin` is not an element of a policy. Did you mean `Action`?', fixes: [] }],
    },
    {
      name: 'no renaming to an element that cannot stand beside another',
      statement: '{ "Effect": "Allow", "NotAction": "s3:GetObject", <|"Actoin"|>: "s3:PutObject", "Resource": "*" }',
      finds: [{ message: '`Actoin` is not an element of a policy. Did you mean `Action`?', fixes: [] }],
    },
    {
      name: 'like nothing that AWS knows',
      statement: '{ <|"Comment"|>: "for the reader", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }',
      finds: [{ message: '`Comment` is not an element of an identity policy. Remove it.', fixes: [] }],
    },
    {
      name: 'of a statement, beside Statement',
      policy: '{ <|"Sid"|>: "Read", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
      finds: ['`Sid` belongs inside a statement. Move it there.'],
    },
    {
      name: 'of the document, in a statement',
      statement: '{ <|"Version"|>: "2012-10-17", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['`Version` belongs beside `Statement`, not inside a statement. Move it there.'],
    },
    {
      name: 'a principal in an identity policy',
      statement: '{ "Effect": "Allow", <|"Principal"|>: "*", "Action": "s3:GetObject", "Resource": "*" }',
      finds: [{ message: '`Principal` is not allowed in an identity policy. Remove it.', fixes: [] }],
    },
    {
      name: 'a principal in a service control policy',
      kind: 'scp',
      statement: '{ "Effect": "Deny", <|"Principal"|>: "*", "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['`Principal` is not allowed in a service control policy. Remove it.'],
    },
    {
      name: 'a principal in a session policy',
      kind: 'session',
      statement: '{ "Effect": "Allow", <|"Principal"|>: "*", "Action": "s3:GetObject", "Resource": "*" }',
      finds: ['`Principal` is not allowed in a session policy. Remove it.'],
    },
    {
      name: 'NotAction in a resource control policy',
      kind: 'rcp',
      statement: '{ "Effect": "Deny", "Principal": "*", <|"NotAction"|>: "s3:GetObject", "Resource": "*" }',
      finds: ['`NotAction` is not allowed in a resource control policy. Remove it.'],
    },
    {
      name: 'an id in an identity policy',
      policy: '{ <|"Id"|>: "reader", "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }] }',
      finds: ['`Id` is not allowed in an identity policy. Remove it.'],
    },
    {
      name: 'an element beside its opposite',
      statement:
        '{ "Effect": "Allow", <|"Action"|>: "s3:GetObject", <|"NotAction"|>: "s3:PutObject", "Resource": "*" }',
      finds: [
        {
          at: 1,
          message:
            '`NotAction` cannot stand beside `Action` in one statement. Keep one of them, or make two statements.',
          related: [{ at: 0, message: '`Action` is here' }],
          fixes: [],
        },
      ],
    },
    {
      name: 'the opposite first',
      statement: '{ "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "a", <|"Resource"|>: "*" }',
      finds: [
        '`Resource` cannot stand beside `NotResource` in one statement. Keep one of them, or make two statements.',
      ],
    },
    {
      name: 'both principals of a resource policy',
      kind: 'resource',
      statement:
        '{ "Effect": "Deny", "Principal": "*", <|"NotPrincipal"|>: { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }',
      finds: [
        '`NotPrincipal` cannot stand beside `Principal` in one statement. Keep one of them, or make two statements.',
      ],
    },
    {
      name: 'a type of principal in wrong case',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { <|"Aws"|>: "arn:aws:iam::111122223333:role/Source" }, "Action": "sts:AssumeRole" }',
      finds: [
        {
          message: '`Aws` is not a type of principal. Did you mean `AWS`?',
          fixes: [
            {
              title: 'Change Aws to AWS',
              result:
                '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Source" }, "Action": "sts:AssumeRole" }',
            },
          ],
        },
      ],
    },
    {
      name: 'a type of principal that trust policies lack',
      kind: 'trust',
      statement: '{ "Effect": "Allow", "Principal": { <|"CanonicalUser"|>: "79a5" }, "Action": "sts:AssumeRole" }',
      finds: [
        {
          message:
            '`CanonicalUser` is not a type of principal in a trust policy. Write `AWS`, `Service` or `Federated`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'the same type in a resource policy',
      kind: 'resource',
      statement: '{ "Effect": "Allow", "Principal": { "CanonicalUser": "79a5" }, "Action": "s3:*", "Resource": "*" }',
    },
    {
      name: 'what other rules say of trust policies',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "NotPrincipal": { "Aws": "111122223333" }, "Action": "sts:AssumeRole", "Resource": "*" }',
    },
    {
      name: 'all elements of an identity policy',
      statement: '{ "Sid": "A", "Effect": "Deny", "NotAction": "iam:*", "NotResource": "a", "Condition": {} }',
    },
    {
      name: 'all elements of a resource policy',
      kind: 'resource',
      policy:
        '{ "Version": "2012-10-17", "Id": "keys", "Statement": { "Sid": "A B", "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" } }',
    },
    {
      name: 'elements that a transform writes',
      statement:
        '{ "Effect": "Allow", "Action": "s3:*", "Fn::Transform": { "Name": "AWS::Include" }, "Resource": "*" }',
      forms: ['json', 'yaml'],
    },
    {
      name: 'a whole statement that an Fn::If chooses',
      policy: `{ "Statement": [{ "Fn::If": ["Open", { "Effect": "Allow", <|"Acton"|>: "s3:*", "Resource": "*" }, { "Ref": "AWS::NoValue" }] }] }`,
      forms: ['json', 'yaml'],
      finds: ['`Acton` is not an element of a policy. Did you mean `Action`?'],
    },
    {
      name: 'a name that another tool fills in',
      statement: '{ "{{ effect }}": "Allow", "Action": "s3:*", "Resource": "*" }',
    },
    {
      name: 'the statement is missing around all of them',
      policy: '{ "Version": "2012-10-17", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }',
    },
    {
      name: 'keeps the style of a YAML template',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            <|Resources|>: # one bucket
              - arn:aws:s3:::example/*
            "Action": s3:GetObject
`,
      finds: [
        {
          message: '`Resources` is not an element of a policy. Did you mean `Resource`?',
          fixes: [
            {
              title: 'Change Resources to Resource',
              result: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Resource: # one bucket
              - arn:aws:s3:::example/*
            "Action": s3:GetObject
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a key that is being typed',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Act
            Resource: '*'
`,
    },
    {
      name: 'a key whose value is being typed',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", <|"Actions"|>: }] }',
      finds: ['`Actions` is not an element of a policy. Did you mean `Action`?'],
    },
  ],
});
