import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { config, withWorkspace } from './support/configured-folder.ts';

describe('server: files of parameters', () => {
  const fixture = (name: string) => readFileSync(`test/fixtures/chains/parameter-file/${name}`, 'utf8');
  const here = '["SecOps=111122223333"]';
  const elsewhere = '["SecOps=777788889999"]';
  const blocked = ['hop-blocked-by-target'];
  const chainRules = (codes: readonly string[]) =>
    codes.map((each) => each.split(' ')[0] ?? '').filter((each) => each.startsWith('hop-'));

  it('change the graph as they change, on disk and in the editor', async () => {
    const files = {
      'source.yaml': fixture('source.yaml'),
      'target.yaml': fixture('target.yaml'),
      'rolechain.config.json': fixture('rolechain.config.json'),
      'params/prod.json': here,
    };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, found, write, edit }) => {
      /** The graph is looked at behind the file itself, so what is found in it may come later. */
      const becomes = async (expected: readonly string[], act: () => Promise<void>) => {
        await whatFollows('source.yaml', act);
        for (;;) {
          const next = server.nextDiagnostics(uriOf('source.yaml'));
          if (chainRules(await found('source.yaml')).join() === expected.join()) return;
          await next;
        }
      };
      await whatFollows('target.yaml', () => server.open(uriOf('target.yaml'), files['target.yaml'], 'yaml'));
      await becomes([], () => server.open(uriOf('source.yaml'), files['source.yaml'], 'yaml'));
      await becomes(blocked, () => write('params/prod.json', elsewhere));
      await becomes([], () => write('params/prod.json', here));
      await becomes(blocked, () => server.open(uriOf('params/prod.json'), elsewhere));
      await becomes([], () => edit('params/prod.json', 2, here));
    });
  });

  it('are reported where the open configuration names them, as long as they cannot be read', async () => {
    const text = config({ parameters: [{ files: ['**'], from: 'params.json' }] });
    await withWorkspace({ 'rolechain.config.json': text }, async ({ server, uriOf, whatFollows, write }) => {
      const uri = uriOf('rolechain.config.json');
      const after = (act: () => Promise<void>) => whatFollows('rolechain.config.json', act);
      const unknown = [`unknown-configuration ${DiagnosticSeverity.Warning}`];
      assert.deepEqual(await after(() => server.open(uri, text, 'jsonc')), unknown);
      assert.deepEqual(await after(() => write('params.json', here)), []);
      assert.deepEqual(await after(() => write('params.json', '[')), unknown);
    });
  });
});
