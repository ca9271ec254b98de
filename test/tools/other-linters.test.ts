import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/rules/index.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { accessAnalyzerChecks, takenBack } from '../../server/tools/other-linters/access-analyzer-checks.ts';
import { type AnsweredCheck, answer, checksOf } from '../../server/tools/other-linters/answers.ts';
import { linterNames, linters, type OtherNames } from '../../server/tools/other-linters/linters.ts';
import { namesOfRules } from '../../server/tools/other-linters/names-of-rules.ts';
import { trustChecks } from '../../server/tools/other-linters/trust-checks.ts';
import { generateOtherLintersPage } from '../../server/tools/other-linters-page.ts';
import { generateOtherNames, otherNamesHeading, replaceSection } from '../../server/tools/other-names-section.ts';
import { iamData } from '../support/iam-data.ts';
import { accessAnalyzerExamples, type CheckExample } from './support/access-analyzer-examples.ts';

const ids = rules.map(({ id }) => id);

describe('the names that other linters have', () => {
  it('are told of every rule, and of no other', () => {
    assert.deepEqual(Object.keys(namesOfRules).sort(), ids.toSorted());
  });

  it('are names of checks that there are, each once', () => {
    for (const linter of linterNames) {
      const checks = checksOf(linter).map(({ name }) => name);
      assert.deepEqual([...new Set(checks)], checks, linter);
      for (const [id, names] of Object.entries(namesOfRules)) {
        const own = names[linter] ?? [];
        assert.deepEqual([...new Set(own)], own, id);
        assert.deepEqual(
          own.filter((name) => !checks.includes(name)),
          [],
          `${id}: ${linter}`,
        );
      }
    }
  });

  it('are those of the 153 checks of Access Analyzer, in four groups, and of the four that AWS took back', () => {
    const sizes = accessAnalyzerChecks.map(({ group, checks }) => `${group} ${checks.length}`);
    assert.deepEqual(sizes, ['Error 79', 'Security Warning 19', 'General Warning 26', 'Suggestion 29']);
    const names = checksOf('accessAnalyzer').map(({ name }) => name);
    assert.equal(takenBack.filter(({ name }) => !names.includes(name)).length, 4);
  });

  for (const linter of linterNames)
    it(`of ${linters[linter].title} have a rule or a reason each, and not both`, () => {
      for (const check of checksOf(linter)) assertAnswered(answer(linter, check, ids));
    });
});

/** A rule, or a reason that is a sentence. */
function assertAnswered({ name, rules: found, leftOut, inPart }: AnsweredCheck): void {
  const answers = [found.length > 0, leftOut !== undefined].filter((each) => each).length;
  assert.equal(answers, 1, `${name}: a rule, or a reason`);
  if (leftOut !== undefined) assert.match(leftOut, /^[`A-Z].{20,}\.$/, name);
  if (inPart !== undefined) assert.match(inPart, /^[a-z].*[^.]$/, name);
  if (inPart !== undefined) assert.ok(found.length > 0, `${name}: in part of what?`);
}

describe('the checks of Access Analyzer that rules answer', () => {
  for (const { name } of checksOf('accessAnalyzer')) {
    const { rules: answering } = answer('accessAnalyzer', { name }, ids);
    if (answering.length === 0) continue;
    it(`${name}: ${answering.join(', ')}`, () => {
      const found = new Set((accessAnalyzerExamples[name] ?? []).flatMap(rulesFinding));
      assert.deepEqual(
        answering.filter((id) => !found.has(id)),
        [],
      );
    });
  }
});

function rulesFinding({ kind, text }: CheckExample): readonly string[] {
  return analyse({ path: 'example.json', text }, { rules: {}, kind, iamData }).findings.map(({ rule }) => rule);
}

describe('the mistakes around trust policies', () => {
  for (const { name, others, rules: answering, ...rest } of trustChecks)
    it(name.replaceAll('`', ''), () => {
      assertAnswered({ name, rules: answering, ...rest });
      for (const id of answering) assert.ok(ids.includes(id), id);
      for (const [linter, other] of namesIn(others)) {
        assert.ok(
          checksOf(linter).some((check) => check.name === other),
          other,
        );
        if (answering.length > 0)
          assert.ok(
            answering.some((id) => namesOfRules[id]?.[linter]?.includes(other)),
            `none of ${answering.join(', ')} says that ${linters[linter].title} calls it ${other}`,
          );
      }
    });
});

function namesIn(others: OtherNames): readonly (readonly [keyof OtherNames, string])[] {
  return linterNames.flatMap((linter) => (others[linter] ?? []).map((name) => [linter, name] as const));
}

describe('docs/access-analyzer.md', () => {
  it('is up to date: `npm run generate` writes it', () => {
    for (const [file, text] of generateOtherLintersPage(rules)) assert.equal(readFileSync(file, 'utf8'), text);
  });
});

describe('what other linters call it, on the pages of the rules', () => {
  it('is up to date: `npm run generate` writes it', () => {
    for (const [file, text] of generateOtherNames(rules, (each) => readFileSync(each, 'utf8')))
      assert.equal(readFileSync(file, 'utf8'), text, `${file} is out of date`);
  });

  const bare = '# some-rule\n\n## When to turn it off\n\nNever.\n\n## Rests on\n\nA page\n';
  const full = `# some-rule

## When to turn it off

Never.

${otherNamesHeading}

<!-- other-names:begin -->
- IAM Access Analyzer: Invalid action
- cfn_nag: \`F3\`, \`F4\`
<!-- other-names:end -->

## Rests on

A page
`;

  it('comes before the sources, and goes when there are no names', () => {
    const names = { cfnNag: ['F3', 'F4'], accessAnalyzer: ['Invalid action'] };
    assert.equal(replaceSection(bare, names), full);
    assert.equal(replaceSection(full, names), full);
    assert.equal(replaceSection(full, {}), bare);
  });

  it('needs the sources', () => {
    assert.throws(() => replaceSection('# some-rule\n', {}), /Rests on/);
  });
});
