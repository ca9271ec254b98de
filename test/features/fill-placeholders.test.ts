import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { fillPlaceholders, placeholdersIn } from '../../server/src/features/fill-placeholders.ts';
import { fitPath } from '../../server/src/features/fill-placeholders-path.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { applyAt, openFragments } from './support/fragments.ts';

const below = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*';
const directly = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/';

/** Each placeholder with its kind, in the order of the text. */
function kindsIn(text: string, path = 'p.json'): readonly string[] {
  return openFragments(text, path).flatMap(({ model }) =>
    placeholdersIn(model).map((each) => `${each.text} ${each.kind}`),
  );
}

/** The text with every placeholder filled that has a value. */
function fill(text: string, values: Readonly<Record<string, string>>, path = 'p.json'): string | undefined {
  let filled = text;
  for (const { model, start } of openFragments(text, path).toReversed()) {
    const changes = fillPlaceholders(model, (each) => values[each.text]);
    if (changes === undefined) return undefined;
    filled = applyAt(filled, start, changes);
  }
  return filled;
}

function policy(statement: string): string {
  return `{ "Version": "2012-10-17", "Statement": [${statement}] }`;
}

describe('the kind of a placeholder', () => {
  const cases: readonly (readonly [statement: string, kind: string])[] = [
    [`"Resource": "arn:aws:logs:us-west-2:<SecOps account ID>:*"`, '<SecOps account ID> account-id'],
    [`"Resource": "arn:aws:iam::YOUR_ACCOUNT_ID:role/x"`, 'YOUR_ACCOUNT_ID account-id'],
    [`"Resource": "arn:aws:iam::xxxxxxxxxxxx:role/x"`, 'xxxxxxxxxxxx account-id'],
    [`"Resource": "arn:aws:iam::{{accountId}}:role/x"`, '{{accountId}} account-id'],
    [`"Resource": "arn:aws:iam::<id>:role/x"`, '<id> account-id'],
    [`"Resource": "arn:aws:iam::*:role/<name>"`, '<name> role-name'],
    [`"Resource": "arn:aws:iam::*:role/ops/<name>"`, '<name> role-name'],
    [`"Resource": "arn:aws:lambda:<your region>:*:function:f"`, '<your region> region'],
    [`"Resource": "arn:aws:lambda:<where>:*:function:f"`, '<where> region'],
    [`"Resource": "arn:aws:lambda:*:*:function:<name>"`, '<name> function-name'],
    [`"Resource": "arn:aws:logs:*:*:log-group:/aws/lambda/<name>:*"`, '<name> function-name'],
    [`"Resource": "arn:aws:s3:::<your bucket>/*"`, '<your bucket> other'],
    [`"Resource": "<the ARN of the function>"`, '<the ARN of the function> other'],
    [`"Condition": { "X": { "aws:ResourceOrgPaths": "<your org path>/*" } }`, '<your org path> organization-path'],
    [`"Condition": { "X": { "aws:PrincipalOrgPaths": ["<fill this>/*"] } }`, '<fill this> organization-path'],
    [`"Condition": { "X": { "aws:PrincipalOrgID": "o-orgid" } }`, 'o-orgid organization-id'],
    [`"Condition": { "X": { "aws:PrincipalOrgID": "<fill this>" } }`, '<fill this> organization-id'],
    [`"Condition": { "X": { "aws:SourceAccount": "<fill this>" } }`, '<fill this> account-id'],
    [`"Condition": { "X": { "aws:RequestedRegion": ["<fill this>"] } }`, '<fill this> region'],
    [`"Principal": { "AWS": "<fill this>" }`, '<fill this> account-id'],
    [`"Sid": "<fill this>"`, '<fill this> other'],
    [`"Condition": { "X": { "aws:PrincipalTag/team": "<account name>" } }`, '<account name> other'],
  ];
  for (const [statement, kind] of cases)
    it(`${statement}: ${kind}`, () => {
      assert.deepEqual(kindsIn(policy(`{ "Effect": "Allow", ${statement} }`)), [kind]);
    });

  it('is known for every placeholder of the samples that words or place explain', () => {
    const file = 'samples/after/source-role.permissions.json';
    const kinds = new Set(kindsIn(readFileSync(file, 'utf8'), file));
    assert.deepEqual([...kinds].sort(), ['<SecOps account ID> account-id', '<your org path> organization-path']);
  });
});

describe('a path in the place of a placeholder', () => {
  const cases: readonly (readonly [value: string, path: string, result: string])[] = [
    ['<p>/*', below, below],
    ['<p>', below, below],
    ['<p>/', below, below],
    ['<p>*', below, below],
    ['<p>/*/*', below, below],
    ['<p>/*', directly, directly],
    ['<p>', directly, directly],
    ['<p>/ou-ab12-22222222/*', below, `${directly}ou-ab12-22222222/*`],
    ['<p>/ou-ab12-22222222/*', directly, `${directly}ou-ab12-22222222/*`],
    ['<p>ou-ab12-22222222/', below, `${directly}ou-ab12-22222222/`],
  ];
  for (const [value, path, result] of cases)
    it(`${path} in ${value}`, () => {
      const { from, to, text } = fitPath(value, 0, 3, path);
      assert.equal(value.slice(0, from) + text + value.slice(to), result);
    });
});

describe('filling placeholders', () => {
  it('leaves the lab with nothing to fill, in JSON and in YAML', () => {
    const json = readFileSync('samples/after/source-role.permissions.json', 'utf8');
    for (const [file, text] of [
      ['p.json', json],
      ['p.yaml', stringify(JSON.parse(json))],
    ] as const) {
      const values = { '<your org path>': below, '<SecOps account ID>': '111122223333' };
      const filled = fill(text, values, file) ?? '';
      assert.ok(filled.includes(`${below}`), filled);
      assert.ok(!filled.includes('<'), filled);
      const found = analyse({ path: file, text: filled }, { rules: {} }).findings.map(({ rule }) => rule);
      assert.deepEqual(found, []);
    }
  });

  it('fills several placeholders of one string, and what has no value stays', () => {
    const text = policy(`{ "Resource": "arn:aws:lambda:<region>:<account id>:function:<function name>" }`);
    assert.equal(
      fill(text, { '<region>': 'eu-west-1', '<function name>': 'f' }),
      text.replace('<region>', 'eu-west-1').replace('<function name>', 'f'),
    );
  });

  it('fills keys', () => {
    const text = policy(`{ "Condition": { "StringEquals": { "aws:PrincipalTag/<your tag>": "x" } } }`);
    assert.equal(fill(text, { '<your tag>': 'team' }), text.replace('<your tag>', 'team'));
  });

  it('escapes what is typed, and quotes it where YAML would read something else', () => {
    const json = policy(`{ "Resource": "<thing>" }`);
    assert.equal(fill(json, { '<thing>': 'a "b" \\' }), json.replace('<thing>', 'a \\"b\\" \\\\'));
    const yaml = "Version: '2012-10-17'\nStatement:\n  - Effect: Allow\n    Principal:\n      AWS: REPLACE_ME\n";
    assert.equal(fill(yaml, { REPLACE_ME: '012345678901' }, 'p.yaml'), yaml.replace('REPLACE_ME', "'012345678901'"));
  });

  it('fills a policy that is a string of a template', () => {
    const text = `Resources:
  R:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: |
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*",
            "Condition": { "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your org path>/*" } } }]
        }
`;
    assert.equal(fill(text, { '<your org path>': below }, 't.yaml'), text.replace('<your org path>/*', below));
  });
});
