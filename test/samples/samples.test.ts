import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../server/src/service/analysis.ts';

/** A rule and the text that it underlines, by position. */
type Found = readonly [rule: string, text: string];

const account: Found = ['unfilled-placeholder', '<SecOps account ID>'];

const expected: Readonly<Record<string, readonly Found[]>> = {
  'before/source-role.trust.json': [['trust-missing-source-arn', '"lambda.amazonaws.com"']],
  'before/source-role.permissions.json': [account, account, ['assume-role-any-role', '"*"']],
  'before/target-role.trust.json': [['trust-whole-account', '"arn:aws:iam::<SecOps account ID>:root"'], account],
  'before/source-account.yaml': [
    ['trust-missing-source-arn', 'lambda.amazonaws.com'],
    ['assume-role-any-account', "!Sub 'arn:${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation'"],
  ],
  'before/target-account.yaml': [
    ['trust-whole-account', "!Sub 'arn:${AWS::Partition}:iam::${SecurityOperationsAccountID}:root'"],
  ],
  'after/source-role.trust.json': [account],
  'after/source-role.permissions.json': [account, account, ['unfilled-placeholder', '<your org path>']],
  'after/target-role.trust.json': [account],
  'after/source-account.yaml': [],
  'after/target-account.yaml': [],
};

/** How many policies each file holds, by name. */
const policyCounts: Readonly<Record<string, number>> = {
  'source-role.trust.json': 1,
  'source-role.permissions.json': 1,
  'target-role.trust.json': 1,
  'source-account.yaml': 2,
  'target-account.yaml': 2,
};

describe('samples', () => {
  it('are all listed here', () => {
    const files = ['before', 'after'].flatMap((folder) =>
      readdirSync(`samples/${folder}`).map((name) => `${folder}/${name}`),
    );
    assert.deepEqual(files.sort(), Object.keys(expected).sort());
  });

  for (const [path, findings] of Object.entries(expected))
    it(`${path} has the findings that belong there`, () => {
      const text = readFileSync(`samples/${path}`, 'utf8');
      const analysis = analyse({ path, text }, { rules: {} });
      assert.deepEqual(
        analysis.findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
        findings,
      );
      assert.equal(analysis.policies.length, policyCounts[path.slice(path.indexOf('/') + 1)]);
    });
});
