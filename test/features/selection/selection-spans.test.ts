import assert from 'node:assert/strict';
import { selected } from './selected.ts';

const template = `# What the worker may do.
Parameters:
  Env: { Type: String }
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub worker-\${Env}
      AssumeRolePolicyDocument:
        Statement:
          - Sid: Lambda
            Effect: Allow
            Principal: { Service: [lambda.amazonaws.com, 'ec2.amazonaws.com'] }
            # the function (and no other)
            # assumes it
            Action: sts:AssumeRole
          - Sid: Deploy
            Resource: arn:aws:iam::\${AWS::AccountId}:role/deploy/blue-green/Name
            Condition:
              ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }
  Queue:
    Type: AWS::SQS::Queue
Outputs:
  Arn: { Value: !GetAtt Worker.Arn }
`;

/** With the cursor before the text, which stands once in the template. */
function at(text: string, inText = 0): readonly string[] {
  const parts = template.split(text);
  assert.equal(parts.length, 2, `${text} stands once`);
  return selected('template.yaml', parts.join(`${text.slice(0, inText)}<|>${text.slice(inText)}`));
}

const resourceLevels = [
  "Worker: … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
  'Worker: … Type: AWS::SQS::Queue',
  'Resources: … Type: AWS::SQS::Queue',
  'Parameters: … Arn: { Value: !GetAtt Worker.Arn }',
];

describe('selecting in a template in YAML', () => {
  it('goes from an action by its statement and policy to the resource and the template', () => {
    assert.deepEqual(at('sts:AssumeRole', 6), [
      'AssumeRole',
      'sts:AssumeRole',
      'Action: sts:AssumeRole',
      'Sid: Lambda … Action: sts:AssumeRole',
      '- Sid: Lambda … Action: sts:AssumeRole',
      "- Sid: Lambda … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
      "Statement: … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
      "AssumeRolePolicyDocument: … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
      "RoleName: !Sub worker-${Env} … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
      "Properties: … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
      "Type: AWS::IAM::Role … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
      ...resourceLevels,
    ]);
  });

  it('knows the parts of an ARN, of a path, and what a template puts in', () => {
    assert.deepEqual(at('blue-green', 7).slice(0, 6), [
      'green',
      'blue-green',
      'role/deploy/blue-green/Name',
      'arn:aws:iam::${AWS::AccountId}:role/deploy/blue-green/Name',
      'Resource: arn:aws:iam::${AWS::AccountId}:role/deploy/blue-green/Name',
      "Sid: Deploy … ForAnyValue:StringLike: { 'aws:PrincipalTag/team': <team name> }",
    ]);
    assert.deepEqual(at('AccountId', 3).slice(0, 4), [
      'AccountId',
      'AWS::AccountId',
      '${AWS::AccountId}',
      'arn:aws:iam::${AWS::AccountId}:role/deploy/blue-green/Name',
    ]);
  });

  it('takes a function with and without its name', () => {
    assert.deepEqual(at('{Env}', 1).slice(0, 5), [
      'Env',
      '${Env}',
      'worker-${Env}',
      '!Sub worker-${Env}',
      'RoleName: !Sub worker-${Env}',
    ]);
    assert.deepEqual(at('!Sub', 2).slice(0, 4), ['Sub', '!Sub', '!Sub worker-${Env}', 'RoleName: !Sub worker-${Env}']);
  });

  it('takes what stands in quotes and brackets without them and with them', () => {
    assert.deepEqual(at('ec2.amazonaws.com').slice(0, 9), [
      'ec2',
      'ec2.amazonaws.com',
      "'ec2.amazonaws.com'",
      "lambda.amazonaws.com, 'ec2.amazonaws.com'",
      "[lambda.amazonaws.com, 'ec2.amazonaws.com']",
      "Service: [lambda.amazonaws.com, 'ec2.amazonaws.com']",
      " Service: [lambda.amazonaws.com, 'ec2.amazonaws.com'] ",
      "{ Service: [lambda.amazonaws.com, 'ec2.amazonaws.com'] }",
      "Principal: { Service: [lambda.amazonaws.com, 'ec2.amazonaws.com'] }",
    ]);
    assert.deepEqual(at('team name', 6).slice(0, 4), [
      'name',
      'team name',
      '<team name>',
      "'aws:PrincipalTag/team': <team name>",
    ]);
  });

  it('knows the parts of keys and of names of resources', () => {
    assert.deepEqual(at('PrincipalTag/team', 14).slice(0, 5), [
      'team',
      'PrincipalTag/team',
      'aws:PrincipalTag/team',
      "'aws:PrincipalTag/team'",
      "'aws:PrincipalTag/team': <team name>",
    ]);
    assert.deepEqual(at('Worker:').slice(0, 2), ['Worker', resourceLevels[0]]);
    assert.deepEqual(at('Resources:', 3), ['Resources', ...resourceLevels.slice(2)]);
  });

  it('takes a comment, those around it, and the statement that it stands in', () => {
    assert.deepEqual(at('and no', 4).slice(0, 7), [
      'no',
      'and no other',
      '(and no other)',
      'the function (and no other)',
      '# the function (and no other)',
      '# the function (and no other) … # assumes it',
      'Sid: Lambda … Action: sts:AssumeRole',
    ]);
    assert.deepEqual(at('the worker', 4), ['worker', 'What the worker may do.', '# What the worker may do.']);
  });

  it('takes the item on its dash, and the list between two of them', () => {
    assert.deepEqual(at('- Sid: Lambda').slice(0, 2), ['- Sid: Lambda', '- Sid: Lambda … Action: sts:AssumeRole']);
    const [first] = selected('t.yaml', 'a:\n  - b: 1\n<|>\n  - c: 2\n    # - x\n  - &x d\n  - *x\n');
    assert.equal(first, '- b: 1 … - *x');
    assert.deepEqual(selected('t.yaml', 'a:\n  - b: 1\n    # - x\n  <|>- &n-x d\n')[0], '- &n-x d');
  });

  it('takes an alias, not what it stands for', () => {
    assert.deepEqual(selected('t.yaml', 'a: &x { b: 1 }\nc: *<|>x\nd: 2\n'), [
      'x',
      '*x',
      'c: *x',
      'a: &x { b: 1 } … d: 2',
    ]);
    assert.deepEqual(selected('t.yaml', 'a: &x\n  b: <|>1\nc:\n  <<: *x\n').slice(0, 3), ['1', 'b: 1', 'a: &x … b: 1']);
  });
});

describe('selecting in JSON', () => {
  const json = `{
  "Resources": {
    "R": {
      "Type": "AWS::IAM::Role",
      "Properties": { "P": "{\\"Statement\\": [{\\"Action\\": \\"s3:Get<|>Object\\"}]}" }
    },
    // the queue
    "Q": { "Ref": "x" }
  },
  "Outputs": {}
}
`;

  it('goes through a string that holds a policy to the resource and the template', () => {
    const policy = '{\\"Statement\\": [{\\"Action\\": \\"s3:GetObject\\"}]}';
    assert.deepEqual(selected('template.json', json), [
      'GetObject',
      's3:GetObject',
      '\\"s3:GetObject\\"',
      '\\"Action\\": \\"s3:GetObject\\"',
      '{\\"Action\\": \\"s3:GetObject\\"}',
      '[{\\"Action\\": \\"s3:GetObject\\"}]',
      '\\"Statement\\": [{\\"Action\\": \\"s3:GetObject\\"}]',
      policy,
      `"${policy}"`,
      `"P": "${policy}"`,
      ` "P": "${policy}" `,
      `{ "P": "${policy}" }`,
      `"Properties": { "P": "${policy}" }`,
      ' … ',
      '{ … }',
      '"R": { … }',
      ' … ',
      '{ … }',
      '"Resources": { … }',
      ' … ',
      '{ … }',
    ]);
  });

  it('takes comments', () => {
    const marked = json.replace('<|>', '').replace('the q', 'the <|>q');
    assert.deepEqual(selected('template.jsonc', marked).slice(0, 5), [
      'queue',
      'the queue',
      '// the queue',
      ' … ',
      '{ … }',
    ]);
    assert.deepEqual(selected('a.jsonc', '{ "a": "role/*", /* of <|>old\n */ "b": 1 }').slice(0, 4), [
      'old',
      'of old',
      '/* of old … */',
      ' "a": "role/*", /* of old … */ "b": 1',
    ]);
  });

  it('stops at a string whose characters cannot be told apart', () => {
    assert.deepEqual(selected('a.yaml', 'a: "x \\q <|>y"\n').at(-1), 'a: "x \\q y"');
  });
});

describe('selecting in a template inside a string', () => {
  it('goes through both', () => {
    const marked = `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: |
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              Tags:
                - a
                - <|>b
`;
    assert.deepEqual(selected('t.yaml', marked).slice(0, 9), [
      'b',
      '- b',
      '- a … - b',
      'Tags: … - b',
      'Properties: … - b',
      'Type: AWS::IAM::Role … - b',
      'Role: … - b',
      'Resources: … - b',
      '| … - b',
    ]);
  });
});

describe('selecting where little is known', () => {
  it('takes words, brackets and the line of a text that is no YAML', () => {
    const found = selected('t.yaml', 'a: [b\n  c (d <|>e)\n"x: }\n');
    assert.deepEqual(found.slice(0, 3), ['e', 'd e', '(d e)']);
    assert.deepEqual(selected('t.txt', 'one (two <|>three)\nfour\n'), [
      'three',
      'two three',
      '(two three)',
      'one (two three)',
    ]);
  });

  it('takes what is there of a half-typed statement', () => {
    assert.deepEqual(selected('p.json', '{ "Statement": [ { "Effect": "Al<|> } ] }').slice(0, 2), ['Al', 'Al } ] }']);
    assert.deepEqual(selected('p.yaml', 'Statement:\n  - Effect: <|>\n    Action: x\n').slice(0, 2), [
      'Effect:  … Action: x',
      '- Effect:  … Action: x',
    ]);
  });

  it('answers in an empty text', () => {
    assert.deepEqual(selected('a.yaml', '<|>'), []);
    assert.deepEqual(selected('a.json', '<|>\n'), []);
  });
});
