import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rule } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { generateRulesDocs } from '../../server/tools/readme-rules.ts';

const check = { scope: 'policy', run: () => {} } as const;
const samples: readonly Rule[] = [
  { id: 'odd-name', summary: 'A name is `a|b` or <x>', severity: 'hint', kinds: ['trust'], check },
  { id: 'zero', summary: 'A zero', severity: 'warning', lesser: ['info', 'hint'], kinds: ['trust'], check },
  { id: 'any', summary: 'Anyone', severity: 'warning', kinds: ['trust'], check },
];

describe('rules in README.md and docs/rules', () => {
  it('are up to date: `npm run generate` writes them', () => {
    for (const [file, text] of generateRulesDocs(rules, readFileSync('README.md', 'utf8')))
      assert.equal(readFileSync(file, 'utf8'), text, `${file} is out of date`);
  });

  it('have a page each, and no page is left of a rule that is gone', () => {
    const pages = readdirSync('docs/rules').filter((file) => file !== 'README.md');
    assert.deepEqual(pages.sort(), rules.map((rule) => `${rule.id}.md`).sort());
  });

  it('keep their order, with what would break the table escaped', () => {
    const readme = 'Before\n<!-- rules:begin -->\nold\n<!-- rules:end -->\nAfter\n';
    const table = [
      '| Rule | Severity | What it finds |',
      '|---|---|---|',
      '| [odd-name](docs/rules/odd-name.md) | hint | A name is `a\\|b` or &lt;x> |',
      '| [zero](docs/rules/zero.md) | warning, info, hint | A zero |',
      '| [any](docs/rules/any.md) | warning | Anyone |',
    ];
    const expected = `Before\n<!-- rules:begin -->\n\n${table.join('\n')}\n\n<!-- rules:end -->\nAfter\n`;
    const generated = generateRulesDocs(samples, readme);
    assert.deepEqual([...generated.keys()], ['README.md', 'docs/rules/README.md']);
    assert.equal(generated.get('README.md'), expected);
    assert.equal(generateRulesDocs(samples, expected).get('README.md'), expected);
    assert.match(generated.get('docs/rules/README.md') ?? '', /\n\| \[any\]\(any\.md\) \| warning \| Anyone \|\n/);
  });

  it('say what is missing in a README without the markers', () => {
    assert.throws(() => generateRulesDocs(samples, 'Nothing here'), /README\.md needs the lines/);
  });
});
