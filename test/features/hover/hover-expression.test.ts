import assert from 'node:assert/strict';
import { expressionAt, textAround } from '../../../server/src/features/hover/expression-at.ts';
import { hoverArn } from '../../../server/src/features/hover/hover-arn.ts';
import { hoverExpression, knownValue } from '../../../server/src/features/hover/hover-expression.ts';
import { pathAt } from '../../../server/src/features/path-at.ts';
import { templateScope } from '../../../server/src/lsp/template-scope.ts';
import { fragmentAt } from '../../../server/src/service/fragment-at.ts';
import { readMarks } from '../../rules/support/marks.ts';
import { analysed } from '../../service/analysed.ts';
import { iamData } from '../../support/iam-data.ts';
import { exampleNames } from '../pointed.ts';

function open(path: string, marked: string) {
  const { text, marks } = readMarks(marked);
  const at = marks[0]?.start ?? 0;
  const own = analysed({ path, text });
  const fragment = fragmentAt(own, at);
  assert.ok(fragment);
  const found = pathAt(fragment.model, at - fragment.start);
  const scope = templateScope({ chains: { scope: () => undefined } }, `file:///${path}`, own, fragment, found?.nested);
  const shown = (span: { start: number; end: number }) =>
    text.slice(fragment.start + span.start, fragment.start + span.end);
  return { found, scope, shown, offset: at - fragment.start };
}

/** What is underlined, and what is told of the expression. */
function tell(path: string, marked: string): readonly string[] | undefined {
  const { found, scope, shown, offset } = open(path, marked);
  const expression = found && expressionAt(found, offset);
  const told = expression && scope && hoverExpression(expression.parts, scope);
  return expression && told && [shown(expression.span), told.title, ...told.details];
}

function tellArn(path: string, marked: string): readonly string[] | undefined {
  const { found, scope, shown } = open(path, marked);
  const text = found && textAround(found);
  const told = text && hoverArn(text.value, iamData, exampleNames, (field) => scope && knownValue(field, scope));
  return text && told && [shown(text.span), told.title, ...told.details];
}

const yaml = (value: string) => `Parameters:
  Env:
    Type: String
    Default: prod
  Account:
    Type: String
  Stored:
    Type: AWS::SSM::Parameter::Value<String>
    Default: /a/b
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub worker-\${Env}
      AssumeRolePolicyDocument: {}
  Nameless:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: ${value}
`;

const byDefault = '`Env` has its default here; a deployment may give it another value.';

const rows: readonly (readonly [value: string, expected: readonly string[] | undefined])[] = [
  ['!Re<|>f Env', ['!Ref Env', 'Value: `prod`', byDefault]],
  ['!Ref E<|>nv', ['!Ref Env', 'Value: `prod`', byDefault]],
  ['{ Ref: E<|>nv }', ['{ Ref: Env }', 'Value: `prod`', byDefault]],
  ['!Ref Acc<|>ount', ['!Ref Account', 'The value is not known', 'The parameter `Account` has no default.']],
  [
    '!Ref Sto<|>red',
    ['!Ref Stored', 'The value is not known', '`Stored` is read from the Parameter Store during the deployment.'],
  ],
  ['!Ref Wor<|>ker', ['!Ref Worker', 'Value: `worker-prod`', '`Worker` is a resource of the type AWS::IAM::Role.']],
  [
    '!Ref Name<|>less',
    [
      '!Ref Nameless',
      'The value is not known',
      '`Nameless`, of the type AWS::IAM::Role, is known once it is deployed.',
    ],
  ],
  [
    '!GetAtt Buc<|>ket.Arn',
    [
      '!GetAtt Bucket.Arn',
      'The value is not known',
      '`Bucket`, of the type AWS::S3::Bucket, is known once it is deployed.',
    ],
  ],
  [
    '!GetAtt Worker.Ar<|>n',
    [
      '!GetAtt Worker.Arn',
      'Value, in part: `arn:aws:iam::${AWS::AccountId}:role/worker-prod`',
      '`Worker`, of the type AWS::IAM::Role, is known once it is deployed.',
    ],
  ],
  [
    '!Sub "arn:aws:iam::${Acc<|>ount}:role/${Env}"',
    ['${Account}', 'The value is not known', 'The parameter `Account` has no default.'],
  ],
  ['!Sub "arn:aws:iam::${Account}:role/${Env<|>}"', ['${Env}', 'Value: `prod`', byDefault]],
  [
    '!Sub "arn:aws:i<|>am::${Account}:role/${Env}"',
    [
      '!Sub "arn:aws:iam::${Account}:role/${Env}"',
      'Value, in part: `arn:aws:iam::${Account}:role/prod`',
      'The parameter `Account` has no default.',
      byDefault,
    ],
  ],
  ['!Sub ["${A<|>}-x", { A: !Ref Env }]', ['!Sub ["${A}-x", { A: !Ref Env }]', 'Value: `prod-x`', byDefault]],
  ['!Join ["/", [!Ref E<|>nv, x]]', ['!Ref Env', 'Value: `prod`', byDefault]],
  ['!Join ["<|>/", [!Ref Env, x]]', ['!Join ["/", [!Ref Env, x]]', 'Value: `prod/x`', byDefault]],
  [
    '!ImportValue team<|>-role',
    [
      '!ImportValue team-role',
      'The value is not known',
      'What is exported as `team-role` is not known in the workspace.',
    ],
  ],
  [
    '!Ref AWS::Reg<|>ion',
    ['!Ref AWS::Region', 'The value is not known', '`AWS::Region` depends on where it is deployed.'],
  ],
  [
    '!Sub "${AWS::Parti<|>tion}"',
    [
      '${AWS::Partition}',
      'Value: `aws`',
      "`AWS::Partition` is taken for that of the workspace's other ARNs, else of `aws`.",
    ],
  ],
  [
    '!Ref Nobo<|>dy',
    ['!Ref Nobody', 'The value is not known', '`Nobody` is no parameter and no resource of this template.'],
  ],
  ['!If [IsProd, !Re<|>f Env, x]', ['!Ref Env', 'Value: `prod`', byDefault]],
  [
    '!I<|>f [IsProd, !Ref Env, x]',
    ['!If [IsProd, !Ref Env, x]', 'The value is not known', 'It is worked out during the deployment.'],
  ],
  ['!Sub "${!aws:user<|>name}"', undefined],
  ['arn:aws:iam::222233334444:role/<|>x', undefined],
  ['!Re<|>f', undefined],
];

describe('hover on expressions of a template', () => {
  for (const [value, expected] of rows) it(value, () => assert.deepEqual(tell('a.yaml', yaml(value)), expected));

  it('in JSON', () => {
    const text = `{ "Parameters": { "Env": { "Type": "String", "Default": "prod" } }, "Resources": { "P": {
      "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [
      { "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::Sub": "arn:aws:s3:::\${En<|>v}" } }] } } } } }`;
    assert.deepEqual(tell('a.json', text), ['${Env}', 'Value: `prod`', byDefault]);
  });

  it('in a policy that is a string in Fn::Sub', () => {
    const text = `Parameters: { Env: { Type: String, Default: prod } }
Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub |
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::\${Env<|>}" }] }
`;
    assert.deepEqual(tell('a.yaml', text), ['${Env}', 'Value: `prod`', byDefault]);
  });

  it('in a template that a stack set holds as a string', () => {
    const text = `Parameters: { Env: { Type: String, Default: prod } }
Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      PermissionModel: SERVICE_MANAGED
      TemplateBody: |
        Parameters: { Env: { Type: String, Default: test } }
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              RoleName: !Ref En<|>v
              AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] }
`;
    assert.deepEqual(tell('a.yaml', text)?.slice(0, 2), ['!Ref Env', 'Value: `test`']);
  });

  it('of a second document of a file', () => {
    const text = `${yaml('x')}---\n${yaml('!Ref E<|>nv').replace('prod', 'test')}`;
    assert.deepEqual(tell('a.yaml', text)?.slice(0, 2), ['!Ref Env', 'Value: `test`']);
  });
});

describe('hover on ARNs', () => {
  const arns: readonly (readonly [value: string, expected: readonly string[] | undefined])[] = [
    [
      'arn:aws:lambda:us-east-1:222233334444:func<|>tion:x',
      [
        'arn:aws:lambda:us-east-1:222233334444:function:x',
        'ARN of AWS Lambda, type `function`',
        'Partition: `aws`',
        'Region: `us-east-1`',
        'Account: `222233334444`, secops',
        'Resource: `function:x`',
      ],
    ],
    [
      '"arn:aws:s3:::<|>bucket"',
      [
        'arn:aws:s3:::bucket',
        'ARN of Amazon S3, type `bucket`',
        'Partition: `aws`',
        'Region: none',
        'Account: none',
        'Resource: `bucket`',
      ],
    ],
    [
      '!Sub "arn:${AWS::Partition}:sqs:*:<|>${Account}:${Env}"',
      [
        '!Sub "arn:${AWS::Partition}:sqs:*:${Account}:${Env}"',
        'ARN of Amazon SQS, type `queue`',
        'Partition: `${AWS::Partition}`, `aws`',
        'Region: any',
        'Account: `${Account}`',
        'Resource: `${Env}`, `prod`',
      ],
    ],
    [
      'arn:aws:iam::aws:policy/Admin<|>istratorAccess',
      [
        'arn:aws:iam::aws:policy/AdministratorAccess',
        'ARN of AWS Identity and Access Management (IAM), type `policy`',
        'Partition: `aws`',
        'Region: none',
        'Account: `aws`, AWS itself',
        'Resource: `policy/AdministratorAccess`',
      ],
    ],
    ['arn:aws:s3::<|>', undefined],
    ['bucket<|>', undefined],
  ];
  for (const [value, expected] of arns) it(value, () => assert.deepEqual(tellArn('a.yaml', yaml(value)), expected));
});
