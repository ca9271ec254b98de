import assert from 'node:assert/strict';
import { exitOf, spawnServer, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const uri = 'file:///workspace/trust.json';

describe('server: life', () => {
  it('ends with 0 after shutdown and exit', async () => {
    await withServer({}, async (server) => {
      assert.equal(await server.stop(), 0);
    });
  });

  it('ends with 1 on exit without shutdown', async () => {
    await withServer({}, async (server) => {
      const ended = exitOf(server.process);
      await server.connection.sendNotification('exit');
      assert.equal(await ended, 1);
    });
  });

  it('ends when the editor is gone', async () => {
    await withServer({}, async (server) => {
      const ended = exitOf(server.process);
      server.connection.dispose();
      server.process.stdin.end();
      assert.equal(await ended, 1);
    });
  });

  it('says how it is started when it is started without a transport', async () => {
    const child = spawnServer([]);
    const ended = exitOf(child);
    const said = await new Promise((resolve) => child.stderr.once('data', (data) => resolve(String(data))));
    assert.match(String(said), /--stdio/);
    assert.equal(await ended, 2);
  });

  it('answers a malformed request with an error and goes on', async () => {
    await withServer({}, async (server) => {
      await assert.rejects(server.connection.sendRequest('textDocument/codeAction', { nonsense: true }));
      await assert.rejects(server.connection.sendRequest('textDocument/noSuchRequest', {}), { code: -32601 });
      await server.connection.sendNotification('textDocument/didOpen', { nonsense: true });
      await server.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 3 } });
      await server.connection.sendNotification('workspace/didChangeConfiguration');
      await server.open(uri, unsafeTrust);
      assert.equal((await server.diagnostics(uri, 1)).diagnostics.length, 1);
      assert.equal(await server.stop(), 0);
    });
  });

  it('answers what comes after shutdown as an invalid request, and ends with 0', async () => {
    await withServer({}, async (server) => {
      await server.open(uri, unsafeTrust);
      await server.diagnostics(uri, 1);
      await server.connection.sendRequest('shutdown');
      const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };
      await assert.rejects(server.connection.sendRequest('textDocument/hover', hover), { code: -32600 });
      await assert.rejects(server.connection.sendRequest('textDocument/completion', hover), { code: -32600 });
      const ended = exitOf(server.process);
      await server.connection.sendNotification('exit');
      assert.equal(await ended, 0);
    });
  });

  it('goes on after a message that is no JSON', async () => {
    await withServer({}, async (server) => {
      server.process.stdin.write('Content-Length: 9\r\n\r\n{"broken"');
      await server.open(uri, unsafeTrust);
      assert.equal((await server.diagnostics(uri, 1)).diagnostics.length, 1);
      assert.equal(await server.stop(), 0);
    });
  });
});
