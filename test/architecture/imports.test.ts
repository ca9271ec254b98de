import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { findViolations } from './floors.ts';

describe('architecture', () => {
  const sources = ['server/src', 'server/tools', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );

  it('is kept by every source', () => {
    assert.ok(sources.length > 20, `only ${sources.length} sources were found`);
    const violations = sources.sort().flatMap((file) => {
      return findViolations(file, readFileSync(file, 'utf8')).map((violation) => `${file}:${violation}`);
    });
    assert.deepEqual(violations, []);
  });

  const cases: readonly { readonly file: string; readonly source: string; readonly found: readonly string[] }[] = [
    { file: 'server/src/rules/a.ts', source: `import { b } from '../lint/b.ts';`, found: [] },
    { file: 'server/src/rules/a.ts', source: `import { b } from './b.ts';`, found: [] },
    {
      file: 'server/src/lint/a.ts',
      source: `import type {\n  B,\n} from '../rules/b.ts';`,
      found: ['1: lint may not import rules'],
    },
    {
      file: 'server/src/rules/a.ts',
      source: `import { hover } from '../features/hover.ts';`,
      found: ['1: rules may not import features'],
    },
    {
      file: 'server/src/base/a.ts',
      source: `\nexport * from '../syntax/b.ts';`,
      found: ['2: base may not import syntax'],
    },
    { file: 'server/src/base/a.ts', source: `import '../edit/b.ts';`, found: ['1: base may not import edit'] },
    {
      file: 'server/src/base/a.ts',
      source: `type Node = import('../syntax/node.ts').Node;`,
      found: ['1: base may not import syntax'],
    },
    {
      file: 'server/src/lint/a.ts',
      source: `const late = await import(\n  '../service/b.ts',\n);`,
      found: ['1: lint may not import service'],
    },
    {
      file: 'server/src/lint/a.ts',
      source: `const late = await import(name);`,
      found: ['1: an import must name its module'],
    },
    { file: 'server/src/cli.ts', source: `import { run } from './cli/run.ts';`, found: [] },
    { file: 'server/src/cli.ts', source: `import { b } from './main.ts';`, found: ['1: cli may not import main'] },
    { file: 'server/src/cli/a.ts', source: `import { version } from '../../../package.json';`, found: [] },
    {
      file: 'server/src/lsp/a.ts',
      source: `import { version } from '../../../package.json';`,
      found: ['1: ../../../package.json is on no floor'],
    },
    { file: 'server/src/cli/a.ts', source: `import path from 'node:path';\nprocess.exitCode = 1;`, found: [] },
    {
      file: 'server/src/export/a.ts',
      source: `import path from 'node:path';`,
      found: ['1: export may not import node:path'],
    },
    {
      file: 'server/src/service/a.ts',
      source: `const folder = process.cwd();`,
      found: ['1: service may not use what only Node has'],
    },
    { file: 'server/src/syntax/json.ts', source: `import { parse } from 'jsonc-parser';`, found: [] },
    {
      file: 'server/src/syntax/yaml.ts',
      source: `import { parse } from 'jsonc-parser';`,
      found: ['1: syntax may not import jsonc-parser'],
    },
    {
      file: 'server/src/features/a.ts',
      source: `import { createConnection } from 'vscode-languageserver/node';`,
      found: ['1: features may not import vscode-languageserver/node'],
    },
    {
      file: 'server/src/features/a.ts',
      source: `import { CompletionItemKind } from 'vscode-languageserver-types';`,
      found: [],
    },
    {
      file: 'server/src/lsp/a.ts',
      source: `import * as vscode from 'vscode';`,
      found: ['1: lsp may not import vscode'],
    },
    { file: 'client/src/extension.ts', source: `import { a } from '../../server/src/protocol/a.ts';`, found: [] },
    {
      file: 'client/src/extension.ts',
      source: `import { a } from '../../server/src/base/a.ts';`,
      found: ['1: client may not import base'],
    },
    {
      file: 'server/src/service/a.ts',
      source: `import { a } from '../protocol/a.ts';`,
      found: ['1: service may not import protocol'],
    },
    {
      file: 'server/src/protocol/a.ts',
      source: `import { a } from '../base/a.ts';`,
      found: ['1: protocol may not import base'],
    },
    {
      file: 'server/src/lsp/a.ts',
      source: `import { a } from '../../tools/a.ts';`,
      found: ['1: lsp may not import tools'],
    },
    { file: 'server/src/lint/a.ts', source: `import { b } from './b';`, found: ['1: ./b has no extension'] },
    {
      file: 'server/src/lint/a.ts',
      source: `import lodash from 'lodash';`,
      found: ['1: nobody may import lodash; see test/architecture/floors.ts'],
    },
    {
      file: 'server/src/lint/a.ts',
      source: `const a = 1;\nexport let count = a;`,
      found: ['2: a variable of the module that can change'],
    },
    { file: 'server/src/lint/a.ts', source: `function a() {\n  let count = 1;\n}`, found: [] },
    {
      file: 'server/src/lint/a.ts',
      source: `/** As import('../service/b.ts') does. */\n// import '../service/b.ts';`,
      found: [],
    },
    {
      file: 'server/src/helpers/a.ts',
      source: '',
      found: ['1: this folder is on no floor; give it one in test/architecture/floors.ts'],
    },
  ];

  for (const { file, source, found } of cases) {
    it(`${found.length === 0 ? 'allows' : 'refuses'} in ${file}: ${source.replace(/\s+/g, ' ')}`, () => {
      assert.deepEqual(findViolations(file, source), found);
    });
  }
});
