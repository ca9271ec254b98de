import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { policyKinds } from '../../server/src/policy/kind.ts';
import { readCodeBlocks } from './read-page.ts';

const blocks = readCodeBlocks('docs/schemas.md');

describe('docs/schemas.md', () => {
  it('lists every schema', () => {
    const text = readFileSync('docs/schemas.md', 'utf8');
    const linked = [...text.matchAll(/\]\(\.\.\/(schemas\/[^)]+)\)/g)].map((match) => match[1]);
    assert.deepEqual(
      linked,
      policyKinds.map((kind) => `schemas/${kind}-policy.schema.json`),
    );
  });

  it('has settings for VS Code that name a schema there is', () => {
    const settings = JSON.parse(blocks.find(({ language }) => language === 'json')?.code ?? '');
    for (const { url, fileMatch } of settings['json.schemas']) {
      assert.ok(JSON.parse(readFileSync(url, 'utf8')).definitions.statement);
      assert.ok(Array.isArray(fileMatch));
    }
  });

  it('has a program that tells right from wrong, in strict mode too', () => {
    const code = blocks.find(({ language }) => language === 'js')?.code ?? '';
    const folder = mkdtempSync(path.join(tmpdir(), 'rolechain-schemas-'));
    try {
      mkdirSync(path.join(folder, 'schemas'));
      writeFileSync(path.join(folder, 'program.mjs'), code.replace('console.error', 'console.log'));
      symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
      const schema = 'schemas/trust-policy.schema.json';
      writeFileSync(path.join(folder, schema), readFileSync(schema));
      const run = (statement: object) => {
        writeFileSync(path.join(folder, 'policy.json'), JSON.stringify({ Statement: statement }));
        return execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
      };
      const right = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' };
      assert.equal(run(right), '');
      assert.match(run({ ...right, Resource: '*' }), /must NOT have additional properties/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
