import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { applyChanges } from '../../server/src/edit/change.ts';
import { wildcardMatches } from '../../server/src/policy/wildcard.ts';
import { analyse } from '../../server/src/service/analysis.ts';

/** A rule and the text that it underlines, by position. */
type Found = readonly [rule: string, text: string];

const account: Found = ['unfilled-placeholder', '<SecOps account ID>'];

/** Others assume these roles by name: the deployment has to acknowledge it. */
const named: Found = ['named-iam-resource', 'RoleName'];

const expected: Readonly<Record<string, readonly Found[]>> = {
  'before/rolechain.config.json': [],
  'before/source-role.trust.json': [['trust-missing-source-arn', '"lambda.amazonaws.com"']],
  'before/source-role.permissions.json': [account, account, ['assume-role-any-role', '"*"']],
  'before/target-role.trust.json': [['trust-whole-account', '"arn:aws:iam::111122223333:root"']],
  'before/source-account.yaml': [
    named,
    ['trust-missing-source-arn', 'lambda.amazonaws.com'],
    ['assume-role-any-account', "!Sub 'arn:${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation'"],
  ],
  'before/target-account.yaml': [
    named,
    ['trust-whole-account', "!Sub 'arn:${AWS::Partition}:iam::${SecurityOperationsAccountID}:root'"],
  ],
  'after/rolechain.config.json': [],
  'after/source-role.trust.json': [account],
  'after/source-role.permissions.json': [account, account, ['unfilled-placeholder', '<your org path>']],
  'after/target-role.trust.json': [account],
  'after/source-account.yaml': [named],
  'after/target-account.yaml': [named],
};

/** How many policies each file holds, by name. */
const policyCounts: Readonly<Record<string, number>> = {
  'rolechain.config.json': 0,
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
      assert.equal(analysis.policies().length, policyCounts[path.slice(path.indexOf('/') + 1)]);
    });
});

describe('the quick fixes in samples/before', () => {
  /** Where several fixes are offered, the one that leads to the form of `after/`. */
  const chosen = ['Name one role of the account as the principal'];

  for (const path of Object.keys(policyCounts).filter((name) => policyCounts[name] !== 0))
    it(`lead to samples/after in ${path}, but for names`, () => {
      const fixed = fixAll(path, readFileSync(`samples/before/${path}`, 'utf8'));
      const differences = compare(
        policiesIn(path, fixed),
        policiesIn(path, readFileSync(`samples/after/${path}`, 'utf8')),
      );
      assert.deepEqual(differences, []);
    });

  function fixAll(path: string, text: string): string {
    const { findings } = analyse({ path, text }, { rules: {} });
    const finding = findings.find(({ fixes }) => fixes.length > 0);
    if (finding === undefined) return text;
    const fix = finding.fixes.find(({ title }) => chosen.includes(title)) ?? finding.fixes[0];
    const changes = fix?.changes();
    assert.ok(changes, `${finding.rule} has no fix that can be written`);
    return fixAll(path, applyChanges(text, changes));
  }

  /** The policy documents as plain values; `!Sub x` is `x`. */
  function policiesIn(path: string, text: string): readonly unknown[] {
    return analyse({ path, text }, { rules: {} })
      .policies()
      .map(({ span }) => {
        const indentation = ' '.repeat(span.start - text.lastIndexOf('\n', span.start - 1) - 1);
        return parse(indentation + text.slice(span.start, span.end), { logLevel: 'silent' });
      });
  }

  /** Places where the values differ in more than a name that a person has to choose. */
  function compare(left: unknown, right: unknown, place = ''): readonly string[] {
    if (typeof left === 'string' && typeof right === 'string')
      return fits(left, right) || fits(right, left) ? [] : [`${place}: ${left} | ${right}`];
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return Object.is(left, right) ? [] : [`${place}: ${left} | ${right}`];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) =>
      compare(left[key as keyof typeof left], right[key as keyof typeof right], `${place}/${key}`),
    );
  }

  /** A placeholder, a parameter and an account id stand for any text. */
  function fits(pattern: string, text: string): boolean {
    const open = pattern.replace(/[*?]/g, '.').replace(/<[^>]+>|\$\{WorkloadsOrgPath\}|\d{12}/g, '*');
    return wildcardMatches(open, text.replace(/[*?]/g, '.'));
  }
});
