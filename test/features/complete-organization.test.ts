import assert from 'node:assert/strict';
import { completeOrganization } from '../../server/src/features/complete-organization.ts';
import { exampleNames, pointIn } from './pointed.ts';

function complete(path: string, marked: string) {
  const { text, model, start, offset } = pointIn(path, marked);
  const found = completeOrganization(model, offset, exampleNames);
  return { text, start, found, offset: start + offset };
}

/** The whole text after accepting the item of that label. */
function accept(path: string, marked: string, label: string): string {
  const { text, start, found } = complete(path, marked);
  assert.ok(found, 'something is offered');
  const item = found.items.find((each) => each.label === label);
  assert.ok(item, `${label} is offered, of ${found.items.map((each) => each.label).join(' | ')}`);
  return text.slice(0, start + found.span.start) + item.newText + text.slice(start + found.span.end);
}

const prod = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-33333333/';

const json = (condition: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const statement = (rest: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", ${rest} }] }`;

const yaml = (lines: string) => `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'
            Condition:
${lines.replace(/^/gm, '              ')}
`;

interface Case {
  readonly name: string;
  readonly path: string;
  readonly wrap: (text: string) => string;
  readonly before: string;
  readonly label: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    name: 'an empty string',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<|>" } }',
    label: 'Workloads / Prod',
    after: `{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "${prod}*" } }`,
  },
  {
    name: 'a half-typed name, for an operator without wildcards',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": ["x", "pro<|>"] } }',
    label: 'Workloads / Prod',
    after: `{ "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": ["x", "${prod}"] } }`,
  },
  {
    name: 'a path that is there already',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1<|>b2c3d4e5/r-ab12/*" } }',
    label: 'Root',
    after: '{ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }',
  },
  {
    name: 'a placeholder and what follows it',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringLike": { "aws:VpceOrgPaths": "<your <|>org path>/*" } }',
    label: 'Security',
    after: '{ "ForAnyValue:StringLike": { "aws:VpceOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } }',
  },
  {
    name: 'a value that is not begun',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": <|> } }',
    label: 'Workloads / Prod',
    after: `{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "${prod}*" } }`,
  },
  {
    name: 'an empty list',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": [<|>] } }',
    label: 'Workloads / Prod',
    after: `{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ["${prod}*"] } }`,
  },
  {
    name: 'behind a comma',
    path: 'a.json',
    wrap: json,
    before: '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ["x", <|>] } }',
    label: 'Workloads / Prod',
    after: `{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": ["x", "${prod}*"] } }`,
  },
  {
    name: 'a plain YAML value',
    path: 'a.yaml',
    wrap: yaml,
    before: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths: wor<|>',
    label: 'Workloads',
    after: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths: o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*',
  },
  {
    name: 'a YAML value that is not begun',
    path: 'a.yaml',
    wrap: yaml,
    before: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths: <|>',
    label: 'Workloads',
    after: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths: o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*',
  },
  {
    name: 'a YAML item that is not begun',
    path: 'a.yaml',
    wrap: yaml,
    before: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths:\n    - x\n    - <|>',
    label: 'Workloads',
    after: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths:\n    - x\n    - o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*',
  },
  {
    name: 'a YAML list in brackets',
    path: 'a.yaml',
    wrap: yaml,
    before: "ForAnyValue:StringLike: { aws:ResourceOrgPaths: ['x', '<|>'] }",
    label: 'Workloads',
    after: "ForAnyValue:StringLike: { aws:ResourceOrgPaths: ['x', 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*'] }",
  },
  {
    name: 'the text of Fn::Sub',
    path: 'a.yaml',
    wrap: yaml,
    before: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths: !Sub "<|>"',
    label: 'Workloads',
    after: 'ForAnyValue:StringLike:\n  aws:ResourceOrgPaths: !Sub "o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*"',
  },
  {
    name: 'an organization by its management account',
    path: 'a.json',
    wrap: json,
    before: '{ "StringEquals": { "aws:PrincipalOrgID": "<|>" } }',
    label: 'Management',
    after: '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
  },
  {
    name: 'an account, in quotes where YAML would read a number',
    path: 'a.yaml',
    wrap: yaml,
    before: 'StringEquals:\n  aws:SourceAccount: eur<|>',
    label: 'Shop Europe',
    after: "StringEquals:\n  aws:SourceAccount: '012345678901'",
  },
  {
    name: 'an account over a number',
    path: 'a.yaml',
    wrap: yaml,
    before: 'StringEquals:\n  aws:ResourceAccount:\n    - 3333<|>',
    label: 'Shop Prod',
    after: "StringEquals:\n  aws:ResourceAccount:\n    - '333344445555'",
  },
  {
    name: 'an account that only the configuration names',
    path: 'a.json',
    wrap: json,
    before: '{ "StringEquals": { "aws:PrincipalAccount": ["aud<|>"] } }',
    label: 'auditors',
    after: '{ "StringEquals": { "aws:PrincipalAccount": ["999988887777"] } }',
  },
  {
    name: 'an account in an ARN',
    path: 'a.json',
    wrap: statement,
    before: '"Resource": "arn:aws:iam::<|>:role/SecurityOperations/Scan"',
    label: 'Shop Prod',
    after: '"Resource": "arn:aws:iam::333344445555:role/SecurityOperations/Scan"',
  },
  {
    name: 'an account in an ARN, over a wildcard',
    path: 'a.json',
    wrap: statement,
    before: '"Resource": ["arn:aws:iam::*<|>:role/Scan"]',
    label: 'Shop Prod',
    after: '"Resource": ["arn:aws:iam::333344445555:role/Scan"]',
  },
  {
    name: 'an account in an ARN that ends there, behind a substitution',
    path: 'a.yaml',
    wrap: yaml,
    before: 'ArnLike:\n  aws:SourceArn: !Sub arn:${AWS::Partition}:lambda:${AWS::Region}:sh<|>',
    label: 'Shop Prod',
    after: 'ArnLike:\n  aws:SourceArn: !Sub arn:${AWS::Partition}:lambda:${AWS::Region}:333344445555',
  },
  {
    name: 'an account as a principal',
    path: 'a-trust.json',
    wrap: statement,
    before: '"Principal": { "AWS": "<|>" }',
    label: 'secops',
    after: '"Principal": { "AWS": "222233334444" }',
  },
  {
    name: 'an account as one of several principals, by ARN',
    path: 'a-trust.json',
    wrap: statement,
    before: '"Principal": { "AWS": ["111122223333", "arn:aws:iam::<|>:root"] }',
    label: 'Billing',
    after: '"Principal": { "AWS": ["111122223333", "arn:aws:iam::444455556666:root"] }',
  },
];

const inDoubleQuotes = (policy: string) => `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${JSON.stringify(policy)}
`;

const inBlock = (policy: string) => `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub |
        ${policy}
`;

describe('completion of organization paths and accounts', () => {
  for (const { name, path, wrap, before, label, after } of cases)
    it(`writes ${label} over ${name}`, () => {
      assert.equal(accept(path, wrap(before), label), wrap(after));
    });

  for (const { name, path, wrap, before, label, after } of cases.filter((each) => each.path === 'a.json'))
    for (const around of [inDoubleQuotes, inBlock])
      it(`writes ${label} over ${name}, in a policy that is a string (${around.name})`, () => {
        const marked = around(wrap(before));
        assert.equal(accept('a.yaml', marked, label), around(wrap(after)), path);
      });

  it('writes into a template that is a string', () => {
    const text = (account: string) => `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: |
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Description: arn:aws:iam::111122223333:role/x
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Resource: arn:aws:iam::${account}:role/x
`;
    assert.equal(accept('a.yaml', text('sh<|>'), 'Shop Prod'), text('333344445555'));
  });

  it('writes into a string that is not closed', () => {
    const text = (value: string) =>
      json('{\n "ForAnyValue:StringLike": {\n  "aws:ResourceOrgPaths": "@\n } }').replace('@', () => value);
    assert.equal(accept('a.json', text('pro<|>'), 'Workloads / Prod'), text(`${prod}*`));
  });

  it('tells what an item is', () => {
    const { found } = complete('a.json', json('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<|>" } }'));
    assert.deepEqual(
      found?.items.map(({ label, detail, description }) => [label, detail, description]),
      [
        ['Root', 'o-a1b2c3d4e5/r-ab12/*', '5 accounts'],
        ['Security', 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*', '1 account'],
        ['Workloads', 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*', '3 accounts'],
        ['Workloads / Prod', `${prod}*`, '3 accounts'],
        ['Workloads / Prod / Europe', `${prod}ou-ab12-55555555/*`, '1 account'],
        ['Workloads / Test', 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-44444444/*', '0 accounts'],
      ],
    );
  });

  it('lists accounts by the configuration first, each once', () => {
    const { found } = complete('a.json', json('{ "StringEquals": { "aws:SourceAccount": "<|>" } }'));
    assert.deepEqual(
      found?.items.map(({ label, detail, description }) => [label, detail, description]),
      [
        ['auditors', '999988887777', undefined],
        ['secops', '222233334444', 'Security'],
        ['Management', '111122223333', 'Root'],
        ['Shop Prod', '333344445555', 'Workloads / Prod'],
        ['Billing', '444455556666', 'Workloads / Prod'],
        ['Shop Europe', '012345678901', 'Workloads / Prod / Europe'],
      ],
    );
    assert.equal(found?.items[1]?.filterText, 'secops Security Operations 222233334444');
  });

  const filters: readonly (readonly [typed: string, filterText: string, isIncomplete: boolean])[] = [
    ['', 'Workloads / Prod ou-ab12-33333333', true],
    ['pro', 'Workloads / Prod ou-ab12-33333333', false],
    ['o-a', `${prod}*`, false],
    ['ou-', `ou-ab12-33333333 ${prod}*`, false],
    ['<your', `<your Workloads / Prod ou-ab12-33333333`, false],
  ];
  for (const [typed, filterText, isIncomplete] of filters)
    it(`compares "${typed}" with ${filterText}`, () => {
      const { found } = complete(
        'a.json',
        json(`{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "${typed}<|>" } }`),
      );
      assert.equal(found?.items.find(({ label }) => label === 'Workloads / Prod')?.filterText, filterText);
      assert.equal(found?.isIncomplete, isIncomplete);
    });

  const silent: readonly (readonly [name: string, path: string, text: string])[] = [
    ['under Null', 'a.json', json('{ "Null": { "aws:ResourceOrgPaths": "<|>" } }')],
    ['of another key', 'a.json', json('{ "StringLike": { "aws:userid": "<|>" } }')],
    ['beside substitutions', 'a.yaml', yaml('StringLike:\n  aws:ResourceOrgPaths: !Sub "${Path}<|>"')],
    ['that is a reference', 'a.yaml', yaml('StringLike:\n  aws:ResourceOrgPaths: !Ref Pa<|>th')],
    ['before the colon', 'a.yaml', yaml('StringLike:\n  aws:ResourceOrgPaths<|>:')],
    ['of an ARN beside the account', 'a.json', statement('"Resource": "arn:aws:iam::111122223333:ro<|>le/x"')],
    ['of an ARN without an account', 'a.json', statement('"Resource": "arn:aws:s3::<|>:bucket"')],
    ['where a comma is missing', 'a.json', json('{ "StringLike": { "aws:ResourceOrgPaths": ["x" <|>] } }')],
    ['of a principal of another type', 'a-trust.json', statement('"Principal": { "Service": "<|>" }')],
    ['on several lines', 'a.yaml', yaml('StringLike:\n  aws:ResourceOrgPaths: >-\n    a<|>\n    b')],
  ];
  for (const [name, path, text] of silent)
    it(`offers nothing for a value ${name}`, () => {
      assert.equal(complete(path, text).found, undefined);
    });
});
