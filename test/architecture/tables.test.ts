import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Look-ups by the user's words: a plain object answers `constructor` and `__proto__` too. So what has keys of any text is
 * made by `table`, is a `Map`, or is asked by `ownValue`.
 */
const plainTable = /:\s*(?:Readonly<)?(?:Partial<)?Record<string,[^=;]*>\s*=\s*\{(?!\},$)/;
/** A word in quotes on the left is ours. */
const inherits = /(?:[(!&|=]|\breturn) *\w+ in \w+ *(?:[)?&|;]|$)/;

function findPlainTables(source: string): readonly string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    const isComment = /^\s*(?:\*|\/\/|\/\*)/.test(line);
    const both = `${line}\n${lines[index + 1] ?? ''}`;
    const isTable = plainTable.test(line) || (/=\s*$/.test(line) && plainTable.test(both));
    return !isComment && (isTable || inherits.test(line)) ? [`${index + 1}: ${line.trim()}`] : [];
  });
}

describe('tables that are asked by text', () => {
  it('inherit nothing', () => {
    const files = ['server/src', 'client/src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    );
    assert.ok(files.length > 20, `only ${files.length} sources were found`);
    const found = files.flatMap((file) => findPlainTables(readFileSync(file, 'utf8')).map((each) => `${file}:${each}`));
    assert.deepEqual(found, []);
  });

  it('are told from others', () => {
    const plain = [
      'const a: Readonly<Record<string, number>> = {',
      'const a: Record<string, X> = {};',
      'if (name in table)',
    ];
    for (const each of plain) assert.equal(findPlainTables(each).length, 1, each);
    const fine = [
      'const a: Readonly<Record<string, number>> = table({',
      "const a: Readonly<Record<'a' | 'b', number>> = {",
      "if ('arn' in who)",
      'accounts: Readonly<Record<string, string>> = {},',
    ];
    for (const each of fine) assert.deepEqual(findPlainTables(each), [], each);
  });
});
