import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answersShape } from '../../server/src/scaffold/answers-shape.ts';
import { readAnswers } from '../../server/src/scaffold/read-answers.ts';
import { sourceFiles } from '../../server/src/scaffold/source-role.ts';
import { writtenFiles } from '../scaffold/support/written.ts';
import { iamData } from '../support/iam-data.ts';

const page = readFileSync('docs/new-role-chain.md', 'utf8');
const blockOf = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

/** What stands in code marks in the first cells of the table under a heading. */
function named(heading: string): readonly string[] {
  const [section = ''] = (page.split(`${heading}\n`)[1] ?? '').split(/\n#/);
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));
}

describe('docs/new-role-chain.md', () => {
  const { answers } = readAnswers(blockOf('jsonc'), iamData);

  it('shows answers that can be used, and all that there are', () => {
    assert.ok(answers);
    const { properties } = answersShape.schema({ rules: [] }) as { readonly properties: object };
    const all = Object.keys(properties).filter((name) => name !== '$schema');
    assert.deepEqual(Object.keys(answers).sort(), all.sort());
    assert.deepEqual([...named('## The answers')].sort(), all.sort());
  });

  it('shows what is written, letter by letter', () => {
    assert.ok(answers);
    assert.equal(blockOf('yaml'), writtenFiles(answers).get(sourceFiles.template));
  });

  it('lists every file', () => {
    assert.ok(answers);
    const listed = named('## What it writes');
    assert.deepEqual([...listed].sort(), [...writtenFiles(answers).keys()].sort());
    for (const name of [sourceFiles.trust, sourceFiles.permissions]) assert.ok(page.includes(`\`${name}\``), name);
  });
});
