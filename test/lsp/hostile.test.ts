import assert from 'node:assert/strict';
import { withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const uri = 'file:///workspace/trust.json';

describe('server: what no editor should send', () => {
  it('answers every request about a text of 10,000 levels', async () => {
    await withServer({}, async (server) => {
      const deep = `{"Version":"2012-10-17","Statement":${'[{"a":'.repeat(5_000)}1${'}]'.repeat(5_000)}}`;
      await server.open(uri, deep);
      await server.diagnostics(uri, 1);
      const textDocument = { uri };
      const position = { line: 0, character: 20_000 };
      const range = { start: position, end: position };
      for (const [method, params] of [
        ['hover', { position }],
        ['completion', { position }],
        ['definition', { position }],
        ['references', { position, context: { includeDeclaration: true } }],
        ['codeAction', { range, context: { diagnostics: [] } }],
        ['documentLink', {}],
        ['inlayHint', { range }],
        ['codeLens', {}],
      ] as const)
        await server.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params }).catch((error) => {
          // What this server does not offer is answered so; nothing else is.
          assert.equal(error.code, -32601, `${method}: ${error}`);
        });
      assert.equal(await server.stop(), 0);
    });
  });

  it('keeps 1,000 documents open, and closes them', async () => {
    await withServer({}, async (server) => {
      const uris = Array.from({ length: 1_000 }, (_, index) => `file:///workspace/trust-${index}.json`);
      for (const each of uris) await server.open(each, unsafeTrust);
      for (const each of uris) assert.equal((await server.diagnostics(each, 1)).diagnostics.length, 1);
      for (const each of uris)
        await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: each } });
      for (const each of uris) assert.deepEqual((await server.diagnostics(each)).diagnostics, []);
      assert.equal(await server.stop(), 0);
    });
  });
});
