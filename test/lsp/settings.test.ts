import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { DocumentStatus } from '../../server/src/protocol/notifications.ts';
import { type ServerProcess, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const rule = 'trust-missing-source-arn';
const uri = 'file:///workspace/a/trust.json';

/** What is published for the document because of `act`. */
async function resultOf(server: ServerProcess, act: () => Promise<void>): Promise<readonly Diagnostic[]> {
  const next = server.nextDiagnostics(uri);
  await act();
  return (await next).diagnostics;
}

describe('server: settings', () => {
  it('are pulled for each document and pulled anew when they change', async () => {
    const rules: Record<string, string> = {};
    await withServer(
      {
        configuration: (scope) => ({ rules: scope?.includes('/b/') ? { [rule]: 'off' } : rules }),
      },
      async (server) => {
        await server.open(uri, unsafeTrust);
        await server.open('file:///workspace/b/trust.json', unsafeTrust);
        assert.notEqual((await server.diagnostics(uri, 1)).diagnostics[0]?.severity, DiagnosticSeverity.Error);
        assert.deepEqual((await server.diagnostics('file:///workspace/b/trust.json', 1)).diagnostics, []);
        rules[rule] = 'error';
        const [diagnostic] = await resultOf(server, () =>
          server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null }),
        );
        assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
      },
    );
  });

  it('come with initialize and with their change where the editor cannot be asked', async () => {
    await withServer(
      {
        capabilities: {},
        initializationOptions: { settings: { rules: { [rule]: 'hint' } } },
      },
      async (server) => {
        await server.open(uri, unsafeTrust);
        assert.equal((await server.diagnostics(uri, 1)).diagnostics[0]?.severity, DiagnosticSeverity.Hint);
        const settings = { rolechain: { rules: { [rule]: 'off' } } };
        const diagnostics = await resultOf(server, () =>
          server.connection.sendNotification('workspace/didChangeConfiguration', { settings }),
        );
        assert.deepEqual(diagnostics, []);
      },
    );
  });

  it('that make no sense are left out', async () => {
    await withServer(
      { configuration: () => ({ rules: { [rule]: 'loud', 'no-such-rule': 'error' } }) },
      async (server) => {
        await server.open(uri, unsafeTrust);
        assert.equal((await server.diagnostics(uri, 1)).diagnostics.length, 1);
      },
    );
  });

  it('say which syntax errors the editor reports itself', async () => {
    const broken = unsafeTrust.replace('"Effect": "Allow",', '"Effect": "Allow"');
    await withServer({ initializationOptions: { editorReportsSyntax: ['json'] } }, async (server) => {
      await server.open(uri, broken);
      const codes = (await server.diagnostics(uri, 1)).diagnostics.map(({ code }) => code);
      assert.ok(!codes.includes('syntax-error'));
      const diagnostics = await resultOf(server, () =>
        server.connection.sendNotification('rolechain/editorReportsSyntax', { languages: [] }),
      );
      assert.ok(diagnostics.some((each) => each.code === 'syntax-error'));
    });
  });
});

describe('server: status', () => {
  it('tells an editor that wants it what is known of a document', async () => {
    await withServer({ initializationOptions: { status: true } }, async (server) => {
      const told = new Promise<DocumentStatus>((resolve) =>
        server.connection.onNotification('rolechain/status', resolve),
      );
      await server.open(uri, unsafeTrust);
      const [diagnostic] = (await server.diagnostics(uri, 1)).diagnostics;
      const counts = { error: 0, warning: 0, info: 0, hint: 0 };
      const names = [undefined, 'error', 'warning', 'info', 'hint'];
      const { iamData, ...status } = await told;
      assert.match(iamData, /^IAM data of \d{4}-\d\d-\d\d, \d+ days? old/);
      assert.deepEqual(status, {
        uri,
        version: 1,
        recognised: true,
        policies: 1,
        kinds: ['trust policy'],
        roles: true,
        findings: { ...counts, [names[diagnostic?.severity ?? 0] ?? '']: 1 },
      });
    });
  });
});
