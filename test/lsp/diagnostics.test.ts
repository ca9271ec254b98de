import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { richClient, type ServerProcess, startServer, withServer } from './support/server-process.ts';
import { safeTrust, unsafeTrust } from './support/texts.ts';

const uri = 'file:///workspace/source-role-trust.json';

describe('server: diagnostics', () => {
  let server: ServerProcess;

  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => void server.process.kill());

  it('is published with the version, the rule, its page and what finds it again', async () => {
    await server.open(uri, unsafeTrust);
    const { version, diagnostics } = await server.diagnostics(uri, 1);
    assert.equal(version, 1);
    const [diagnostic] = diagnostics;
    assert.ok(diagnostic);
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostic.code, 'trust-missing-source-arn');
    assert.equal(diagnostic.source, 'rolechain');
    assert.equal(diagnostic.data.version, 1);
    assert.equal(typeof diagnostic.data.id, 'string');
    assert.equal(diagnostic.range.start.line, 5);
  });

  it('links to a page that is there without a network', async () => {
    await server.open(uri, unsafeTrust);
    const { diagnostics } = await server.diagnostics(uri, 1);
    const page = diagnostics[0]?.codeDescription?.href ?? '';
    assert.match(page, /^file:.*\/docs\/rules\/trust-missing-source-arn\.md$/);
    assert.ok(existsSync(fileURLToPath(page)), page);
  });

  it('follows incremental changes', async () => {
    await server.open(uri, unsafeTrust);
    await server.diagnostics(uri, 1);
    const line = unsafeTrust.split('\n')[6] ?? '';
    const end = { line: 6, character: line.length };
    const condition = safeTrust.slice(safeTrust.indexOf(',\n      "Condition"'), safeTrust.indexOf('\n    }\n  ]'));
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: end, end }, text: condition }],
    });
    assert.deepEqual((await server.diagnostics(uri, 2)).diagnostics, []);
  });

  it('is published once for a burst of changes, for its last version', async () => {
    await server.open(uri, unsafeTrust);
    await server.diagnostics(uri, 1);
    const top = { line: 0, character: 0 };
    for (let version = 2; version <= 50; version++) {
      void server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: top, end: top }, text: ' ' }],
      });
    }
    const last = await server.diagnostics(uri, 50);
    assert.equal(last.version, 50);
    assert.ok(server.published.length < 25, `${server.published.length} results for 50 versions`);
  });

  it('is cleared when the document is closed', async () => {
    await server.open(uri, unsafeTrust);
    await server.diagnostics(uri, 1);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual((await server.diagnostics(uri)).diagnostics, []);
  });

  it('is for files and unsaved texts only', async () => {
    await server.open('git:/workspace/source-role-trust.json', unsafeTrust);
    await server.open('untitled:Untitled-1', unsafeTrust);
    const { diagnostics } = await server.diagnostics('untitled:Untitled-1', 1);
    assert.equal(diagnostics.length, 1);
    assert.deepEqual(
      server.published.filter((each) => each.uri.startsWith('git:')),
      [],
    );
  });

  it('is empty for other JSON', async () => {
    await server.open('file:///workspace/package.json', '{ "name": "x", "version": "1.0.0" }');
    assert.deepEqual((await server.diagnostics('file:///workspace/package.json', 1)).diagnostics, []);
  });

  it('is cut to a thousand, by severity, and says so', async () => {
    const statement = unsafeTrust.slice(unsafeTrust.indexOf('    {'), unsafeTrust.indexOf('\n  ]'));
    const many = unsafeTrust.replace(statement, Array.from({ length: 1200 }, () => statement).join(',\n'));
    await server.open(uri, many);
    const { diagnostics } = await server.diagnostics(uri, 1);
    assert.equal(diagnostics.length, 1000);
    assert.match(String(diagnostics.at(-1)?.message), /^\d{3,} more findings of this file are not shown\./);
  });
});

describe('server: an editor that can do little', () => {
  it('gets plain diagnostics', async () => {
    await withServer({ capabilities: {} }, async (server) => {
      await server.open(uri, unsafeTrust);
      const [diagnostic] = (await server.diagnostics(uri, 1)).diagnostics;
      assert.deepEqual(Object.keys(diagnostic ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
    });
  });

  it('gets pages where it says that it shows them', async () => {
    await withServer(
      {
        capabilities: richClient,
        initializationOptions: { rulePages: 'rolechain-rule:/' },
      },
      async (server) => {
        await server.open(uri, unsafeTrust);
        const [diagnostic] = (await server.diagnostics(uri, 1)).diagnostics;
        assert.equal(diagnostic?.codeDescription?.href, 'rolechain-rule:/trust-missing-source-arn.md');
      },
    );
  });
});
