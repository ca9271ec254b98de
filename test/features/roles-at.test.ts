import assert from 'node:assert/strict';
import { namesOf, openChains, roleOf, rolesUnder } from './support/chain-texts.ts';

const target = `Parameters:
  Security: { Type: String, Default: '111122223333' }
Resources:
  Target:
    Type: AWS::IAM::Role
    Properties:
      RoleName: Deploy
      Path: /ops/
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::\${Security}:role/Source' }
            Action: sts:AssumeRole
`;

/** A template with one role that may assume others. */
const source = (resource: string) => `Resources:
  Source:
    Type: AWS::IAM::Role
    Properties:
      RoleName: Source
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }
      Policies:
        - PolicyName: a
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: sts:AssumeRole
                Resource: ${resource}
`;

const cases: readonly (readonly [
  name: string,
  files: Record<string, string>,
  expected: readonly string[] | undefined,
])[] = [
  [
    'an ARN in a list, in YAML',
    { 'a.yaml': source("[arn:aws:iam::*:role/ops/De<|>ploy, 'arn:aws:iam::*:role/Other']"), 'b.yaml': target },
    ['arn:aws:iam::*:role/ops/Deploy', 'Target'],
  ],
  [
    'an ARN in quotes',
    { 'a.yaml': source("'<|>arn:aws:iam::*:role/ops/Deploy'"), 'b.yaml': target },
    ['arn:aws:iam::*:role/ops/Deploy', 'Target'],
  ],
  [
    'a principal that a parameter completes',
    {
      'a.yaml': source("'*'"),
      'b.yaml': target.replace('role/Source', 'role/<|>Source'),
    },
    ["!Sub 'arn:aws:iam::${Security}:role/Source'", 'Source'],
  ],
  ['a role by its logical id', { 'b.yaml': target.replace('  Target:', '  Tar<|>get:') }, ['Target', 'Target']],
  [
    'a pattern, and each role that it means',
    {
      'a.yaml': source("'arn:aws:iam::*:role/ops/D<|>*'"),
      'b.yaml': target,
      'c.yaml': target.replace('  Target:', '  Other:').replace('Deploy', 'Debug'),
    },
    ['arn:aws:iam::*:role/ops/D*', 'Target', 'Other'],
  ],
  [
    'a role whose path is another',
    { 'a.yaml': source("'arn:aws:iam::*:role/De<|>ploy'"), 'b.yaml': target },
    ['arn:aws:iam::*:role/Deploy', 'arn:aws:iam::*:role/Deploy'],
  ],
  ['every role, which is none', { 'a.yaml': source("'arn:aws:iam::*:role/<|>*'"), 'b.yaml': target }, undefined],
  [
    'an action',
    { 'a.yaml': source("'*'").replace('- Effect: Allow', '- Effect: Al<|>low'), 'b.yaml': target },
    undefined,
  ],
];

describe('the roles at a position', () => {
  for (const [name, files, expected] of cases)
    it(`are those of ${name}`, () => assert.deepEqual(rolesUnder(files), expected));

  const references: readonly (readonly [form: string, underlined: string])[] = [
    ['!GetAtt So<|>urce.Arn', 'Source'],
    ["{ 'Fn::GetAtt': [Source, <|>Arn] }", 'Source'],
    ['!Ref <|>Source', 'Source'],
    ["{ Ref: '<|>Source' }", 'Source'],
    ["!Sub '${So<|>urce.Arn}'", 'Source'],
    ["!Sub ['x ${y} ${Sou<|>rce}', { y: z }]", 'Source'],
    ["!Sub ['${y}', { y: !GetAtt <|>Source.Arn }]", 'Source'],
    ["!Join ['', [!GetAtt Source<|>.Arn]]", 'Source'],
  ];
  for (const [form, underlined] of references)
    it(`are those that ${form.replace('<|>', '')} refers to`, () => {
      const files = {
        'a.yaml': `${source("'*'")}  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: ${form} }\n`,
      };
      assert.deepEqual(rolesUnder(files), [underlined, 'Source']);
    });

  it('are not those of a name that an Fn::Sub gives itself', () => {
    const files = {
      'a.yaml': `${source("'*'")}  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: !Sub ['\${So<|>urce}', { Source: x }] }\n`,
    };
    assert.equal(rolesUnder(files), undefined);
  });

  it('are found in JSON, and in a policy that a template holds as a string', () => {
    const policy = (resource: string) =>
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["x","${resource}"]}]}`;
    const inString = JSON.stringify(policy('arn:aws:iam::*:role\\/ops/De<|>ploy'));
    const template = source("'*'").replace(/PolicyDocument:[\s\S]*/, `PolicyDocument: ${inString}\n`);
    assert.deepEqual(rolesUnder({ 'a.yaml': template, 'b.yaml': target }), [
      'arn:aws:iam::*:role\\\\/ops/Deploy',
      'Target',
    ]);
    const files = {
      'source.permissions.json': policy('arn:aws:iam::*:role/ops/De<|>ploy'),
      'source.trust.json': policy('*').replace('"Resource":["x","*"]', '"Principal":"*"'),
      'b.yaml': target,
    };
    assert.deepEqual(rolesUnder(files), ['arn:aws:iam::*:role/ops/Deploy', 'Target']);
  });

  it('are found through an export of another template', () => {
    const exporting = `${source("'*'")}Outputs:\n  Role: { Value: !GetAtt Source.Arn, Export: { Name: source-arn } }\n`;
    const importing = target.replace("!Sub 'arn:aws:iam::${Security}:role/Source'", '!Import<|>Value source-arn');
    assert.deepEqual(rolesUnder({ 'a.yaml': exporting, 'b.yaml': importing }), ['!ImportValue source-arn', 'Source']);
  });

  it('are found in conditions, by the value under the cursor alone', () => {
    const trust = target.replace(
      'Action: sts:AssumeRole',
      `Action: sts:AssumeRole
            Condition:
              ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/Nobody', 'arn:aws:iam::*:role/So<|>urce'] }`,
    );
    const found = rolesUnder({ 'a.yaml': source("'*'"), 'b.yaml': trust });
    assert.deepEqual(found, ['arn:aws:iam::*:role/Source', 'Source']);
  });

  it('are found in a Deny, and where another action is meant', () => {
    const denying = source("'arn:aws:iam::*:role/ops/De<|>ploy'").replace(
      'Effect: Allow\n                A',
      'Effect: Deny\n                A',
    );
    assert.deepEqual(rolesUnder({ 'a.yaml': denying, 'b.yaml': target })?.[1], 'Target');
    const passing = source("'arn:aws:iam::*:role/ops/De<|>ploy'").replace(
      'Action: sts:AssumeRole',
      'Action: iam:PassRole',
    );
    assert.deepEqual(rolesUnder({ 'a.yaml': passing, 'b.yaml': target })?.[1], 'Target');
  });

  it('are found by ARN outside of policies, and by name where a role is named', () => {
    const rest = (text: string) =>
      `${source("'*'")}  More:\n    Type: AWS::Lambda::Function\n    Properties: { Role: ${text} }\n`;
    const arn = 'arn:aws:iam::111122223333:role/ops/Deploy';
    assert.deepEqual(rolesUnder({ 'a.yaml': rest(`<|>${arn}`), 'b.yaml': target }), [arn, 'Target']);
    const profile = `${source("'*'")}  More:\n    Type: AWS::IAM::InstanceProfile\n    Properties: { Roles: [De<|>ploy] }\n`;
    assert.deepEqual(rolesUnder({ 'a.yaml': profile, 'b.yaml': target }), ['Deploy', 'Target']);
  });

  it('are those of an output of the AWS CLI, by name', () => {
    const dump = `{"RoleDetailList":[
      {"RoleName":"a","Arn":"arn:aws:iam::111122223333:role/a","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[]}},
      {"RoleName":"<|>b","Arn":"arn:aws:iam::111122223333:role/b","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":
        [{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/a"},"Action":"sts:AssumeRole"}]}}]}`;
    assert.deepEqual(rolesUnder({ 'dump.json': dump }), ['b', 'b']);
    const moved = dump.replace('<|>', '').replace('role/a"},', 'role/<|>a"},');
    assert.deepEqual(rolesUnder({ 'dump.json': moved }), ['arn:aws:iam::111122223333:role/a', 'a']);
  });

  it('are those of a template in a string, which knows its own resources only', () => {
    const inner = source("'*'")
      .replace(
        'Resources:',
        'Resources:\n  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref <|>Source } }',
      )
      .replace(/^/gm, '        ');
    const files = {
      'a.yaml': `Resources:\n  Set:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: |\n${inner}\n  Out:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: !Ref Source }\n`,
    };
    assert.deepEqual(rolesUnder(files), ['Source', 'Source']);
    const outside = {
      'a.yaml': (files['a.yaml'] ?? '').replace('<|>', '').replace(/!Ref Source }\n$/, '!Ref So<|>urce }\n'),
    };
    assert.equal(rolesUnder(outside), undefined);
  });

  it('are read from half-typed text without harm', () => {
    const whole = source("'arn:aws:iam::*:role/ops/Deploy'");
    for (let end = 0; end <= whole.length; end += 7) {
      const files = { 'a.yaml': whole, 'b.yaml': `${target}\n`, 'c.yaml': `${whole.slice(0, end)}<|>` };
      if (!/Resources:\n[\s\S]*Type: AWS::IAM::Role/.test(files['c.yaml'])) continue;
      assert.doesNotThrow(() => rolesUnder(files), `cut at ${end}`);
    }
  });
});

describe('the values that name a role', () => {
  it('are found in statements of all files and in its own template', () => {
    const uses = `  Function:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt Source.Arn, Code: { ZipFile: !Sub '\${Source}' } }
`;
    const texts = openChains({
      'a.yaml': `${source("'arn:aws:iam::*:role/ops/Deploy'")}${uses}`.replace('Resources:', 'Resources:<|>'),
      'b.yaml': target,
    });
    assert.deepEqual(namesOf(texts, roleOf(texts, 'Source')), [
      "b.yaml: !Sub 'arn:aws:iam::${Security}:role/Source'",
      'a.yaml: Source',
      'a.yaml: Source',
    ]);
    assert.deepEqual(namesOf(texts, roleOf(texts, 'Target')), ['a.yaml: arn:aws:iam::*:role/ops/Deploy']);
  });
});
