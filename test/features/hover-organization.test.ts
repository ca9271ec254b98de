import assert from 'node:assert/strict';
import { hoverOrganization } from '../../server/src/features/hover-organization.ts';
import type { KnownNames } from '../../server/src/features/organization-lookup.ts';
import { exampleOrganization, exampleTime } from '../organization/example-organization.ts';
import { exampleNames, pointIn } from './pointed.ts';

/** What is underlined, and what is told of it. */
function hover(path: string, marked: string, known: KnownNames = exampleNames): readonly string[] | undefined {
  const { text, model, start, offset } = pointIn(path, marked);
  const found = hoverOrganization(model, offset, known, exampleTime);
  return found && [text.slice(start + found.span.start, start + found.span.end), found.title, ...found.details];
}

const json = (value: string, key = 'aws:ResourceOrgPaths') => `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
    "ForAnyValue:StringLike": { "${key}": "${value}" } } }]
}`;

const age = 'Loaded from AWS 2 days ago';
const prod = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-33333333/';

const cases: readonly (readonly [name: string, value: string, expected: readonly string[]])[] = [
  [
    'the end of a path with everything below',
    `${prod}<|>*`,
    [`${prod}*`, 'Workloads / Prod, 3 accounts', 'The organizational unit and everything below in o-a1b2c3d4e5', age],
  ],
  [
    'the last id of a path to what is directly there',
    prod.replace('3333/', '3<|>333/'),
    [
      prod,
      'Workloads / Prod, 2 accounts directly in it',
      'Only the accounts directly in the organizational unit in o-a1b2c3d4e5',
      age,
    ],
  ],
  [
    'the root at the end',
    'o-a1b2c3d4e5/r-<|>ab12/*',
    ['o-a1b2c3d4e5/r-ab12/*', 'Root, 5 accounts', 'The root and everything below in o-a1b2c3d4e5', age],
  ],
  [
    'an id on the way',
    'o-a1b2c3d4e5/r-ab12/ou-ab12-<|>22222222/ou-ab12-33333333/*',
    [
      'ou-ab12-22222222',
      'Workloads, 3 accounts',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/',
      'The organizational unit in o-a1b2c3d4e5',
      age,
    ],
  ],
  [
    'the organization',
    '<|>o-a1b2c3d4e5/r-ab12/*',
    [
      'o-a1b2c3d4e5',
      'Organization o-a1b2c3d4e5, 5 organizational units, 5 accounts',
      'Managed by Management (111122223333)',
      age,
    ],
  ],
  [
    'a unit that is not there in the tree',
    'o-a1b2c3d4e5/r-ab12/ou-ab12-3<|>3333333/*',
    ['ou-ab12-33333333', 'Workloads / Prod, 3 accounts', prod, 'The organizational unit in o-a1b2c3d4e5', age],
  ],
  [
    'a unit behind a wildcard',
    '*/ou-ab12-44444444<|>/*',
    [
      'ou-ab12-44444444',
      'Workloads / Test, 0 accounts',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-44444444/',
      'The organizational unit in o-a1b2c3d4e5',
      age,
    ],
  ],
  [
    'an account',
    '3333<|>44445555',
    ['333344445555', 'Shop Prod', 'The account is in Workloads / Prod of o-a1b2c3d4e5', age],
  ],
  [
    'an account in an ARN, suspended',
    'arn:aws:iam::<|>444455556666:role/x',
    ['444455556666', 'Billing, suspended', 'The account is in Workloads / Prod of o-a1b2c3d4e5', age],
  ],
  [
    'an account with a name of the configuration',
    '222233334444<|>',
    [
      '222233334444',
      'secops',
      'The account is in Security of o-a1b2c3d4e5',
      'Called Security Operations in the organization',
      age,
    ],
  ],
  [
    'an account that only the configuration knows',
    '<|>999988887777',
    ['999988887777', 'auditors', 'The account as the configuration names it'],
  ],
];

describe('hover on ids and paths of organizations', () => {
  for (const [name, value, expected] of cases) {
    it(`tells of ${name}`, () => assert.deepEqual(hover('a.json', json(value)), expected));

    it(`tells of ${name}, in a policy that is a string`, () => {
      const policy = JSON.stringify(JSON.parse(json(value)));
      const text = `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${JSON.stringify(policy)}\n`;
      assert.deepEqual(hover('a.yaml', text), expected);
    });
  }

  const template = (rest: string) =>
    `${rest}Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: { Version: '2012-10-17' }\n`;

  it("tells of a parameter's default", () => {
    const text = template(`Parameters:\n  Path:\n    Type: String\n    Default: ${prod}<|>*\n`);
    assert.deepEqual(hover('a.yaml', text)?.slice(0, 2), [`${prod}*`, 'Workloads / Prod, 3 accounts']);
  });

  it('tells of what stands in a template that is a string', () => {
    const text = `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: |
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument: '{ "Version": "2012-10-17", "Statement": [{ "Resource": "arn:aws:iam::3333<|>44445555:role/x" }] }'
`;
    assert.deepEqual(hover('a.yaml', text)?.slice(0, 2), ['333344445555', 'Shop Prod']);
  });

  it('tells of an account without quotes, and of one that is a key', () => {
    const text = template('Mappings:\n  Accounts:\n    "3333<|>44445555": { Id: 111122223333 }\n');
    assert.deepEqual(hover('a.yaml', text)?.slice(0, 2), ['333344445555', 'Shop Prod']);
    const number = template('Mappings:\n  Accounts:\n    Main: { Id: 11112222<|>3333 }\n');
    assert.deepEqual(hover('a.yaml', number)?.slice(0, 2), ['111122223333', 'Management']);
  });

  it('says of what is loaded in part what is known', () => {
    const { accounts, ...root } = exampleOrganization.root;
    const known = { organizations: [{ ...exampleOrganization, root, source: 'file' as const }], accounts: {} };
    assert.ok(accounts);
    assert.deepEqual(hover('a.json', json('o-a1b2c3d4e5/r-ab12<|>/*'), known), [
      'o-a1b2c3d4e5/r-ab12/*',
      'Root',
      'The root and everything below in o-a1b2c3d4e5',
      'Imported from a file 2 days ago',
    ]);
  });

  const silent: readonly (readonly [name: string, value: string])[] = [
    ['another organization', 'o-zzzzzzzzzz/r-ab12/<|>*'],
    ['an account of nobody', '000000000000<|>'],
    ['other text', 'Wor<|>kloads'],
    ['a longer number', '33334444<|>5555000'],
    ['text beside an id', 'x <|>  333344445555'],
  ];
  for (const [name, value] of silent)
    it(`is silent on ${name}`, () => assert.equal(hover('a.json', json(value)), undefined));

  it('is silent where nothing is known', () => {
    assert.equal(hover('a.json', json('o-a1b2c3d4e5/r-ab12<|>/*'), { organizations: [], accounts: {} }), undefined);
  });
});
