import { inPolicy, inString, inTemplate, offersNone, testChanges } from './support/becomes.ts';

describe('a value as a list, and back', () => {
  testChanges([
    {
      name: 'an action in JSON',
      path: 'policy.json',
      id: 'to-list',
      before: inPolicy('{ "Effect": "Allow", "Action": "s3:<|>GetObject", "Resource": ["*"] }'),
      after: inPolicy('{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"] }'),
    },
    {
      name: 'a list in JSON with comments',
      path: 'policy.jsonc',
      id: 'to-single',
      before: inPolicy(
        '{\n  "Effect": "Allow", // it may\n  "Action": [\n    "s3:<|>GetObject"\n  ], // one\n  "Resource": "*"\n}',
      ),
      after: inPolicy('{\n  "Effect": "Allow", // it may\n  "Action": "s3:GetObject", // one\n  "Resource": "*"\n}'),
    },
    {
      name: 'a list in JSON with a comment inside',
      path: 'policy.jsonc',
      id: 'to-single',
      before: inPolicy(
        '{\n  "Effect": "Allow",\n  "Action": [\n    // why\n    "s3:<|>GetObject"\n  ],\n  "Resource": "*"\n}',
      ),
      after: '{A comment would be lost: move it first.}',
    },
    {
      name: 'a resource that is a reference, in YAML',
      path: 'template.yaml',
      id: 'to-list',
      before: inTemplate('- Effect: Allow\n  Action:\n    - s3:*\n  Resource: !Ref <|>Topic # the topic\n  # end'),
      after: inTemplate('- Effect: Allow\n  Action:\n    - s3:*\n  Resource: # the topic\n    - !Ref Topic\n  # end'),
    },
    {
      name: 'a list in YAML, the cursor on its key',
      path: 'template.yaml',
      id: 'to-single',
      before: inTemplate("- Effect: Allow\n  Act<|>ion:\n    - 's3:*' # all\n  Resource: '*'"),
      after: inTemplate("- Effect: Allow\n  Action: 's3:*' # all\n  Resource: '*'"),
    },
    {
      name: 'a list in YAML’s flow style',
      path: 'template.yaml',
      id: 'to-single',
      before: inTemplate("- { Effect: Allow, Action: [<|>'s3:*'], Resource: '*' }"),
      after: inTemplate("- { Effect: Allow, Action: 's3:*', Resource: '*' }"),
    },
    {
      name: 'a principal',
      path: 'trust.json',
      id: 'to-list',
      before: inPolicy(
        '{ "Effect": "Allow", "Principal": { "AWS": "1111<|>22223333" }, "Action": ["sts:AssumeRole"] }',
      ),
      after: inPolicy('{ "Effect": "Allow", "Principal": { "AWS": ["111122223333"] }, "Action": ["sts:AssumeRole"] }'),
    },
    {
      name: 'the value of a condition',
      path: 'template.yaml',
      id: 'to-list',
      before: inTemplate(
        "- Effect: Allow\n  Action:\n    - s3:*\n  Resource: '*'\n  Condition:\n    StringEquals:\n      aws:PrincipalOrgID: o-<|>abcdefghij",
      ),
      after: inTemplate(
        "- Effect: Allow\n  Action:\n    - s3:*\n  Resource: '*'\n  Condition:\n    StringEquals:\n      aws:PrincipalOrgID:\n        - o-abcdefghij",
      ),
    },
    {
      name: 'a value in a string',
      path: 'template.yaml',
      id: 'to-list',
      before: inString('{ "Effect": "Allow", "Action": "s3:<|>GetObject", "Resource": ["*"] }'),
      after: inString('{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"] }'),
    },
  ]);

  it('is not offered where a reference may give a list', () => {
    offersNone('template.yaml', inTemplate('- Effect: Allow\n  Action: s3:*\n  Resource: !Ref <|>Names'), 'to-list');
    offersNone('template.yaml', inTemplate('- Effect: Allow\n  Action: s3:*\n  Resource: !Ref <|>Unknown'), 'to-list');
    offersNone('template.yaml', inTemplate('- Effect: Allow\n  Action: s3:*\n  Resource: !If [<|>A, b, c]'), 'to-list');
  });

  it('is not offered for what Fn::Sub puts in without quotes', () => {
    const hole = '{ "Effect": "Allow", "Action": "s3:*", "Resource": <|>${Names} }';
    offersNone('template.yaml', inString(hole, ' !Sub'), 'to-list');
  });

  it('is not offered for an alias, nor for a list of two', () => {
    const two = '- Effect: Allow\n  Action: &a [s3:*]\n  Resource: [<|>a, b]';
    offersNone('template.yaml', inTemplate(two), 'to-list', 'to-single');
    const alias =
      '- Effect: Allow\n  Action: &a s3:*\n  NotResource: x\n- Effect: Deny\n  Action: *a<|>\n  Resource: x';
    offersNone('template.yaml', inTemplate(alias), 'to-list', 'to-single');
  });
});
