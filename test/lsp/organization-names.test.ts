import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionList, Diagnostic, Hover, InlayHint, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { writeOrganization } from '../../server/src/organization/organization-file.ts';
import { organizationRequests } from '../../server/src/protocol/organization.ts';
import { exampleOrganization } from '../organization/example-organization.ts';
import { readMarks } from '../rules/support/marks.ts';
import { richClient, type ServerProcess, type StartOptions, startServer } from './support/server-process.ts';

const uri = 'file:///workspace/source-role.json';
const prod = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/ou-ab12-33333333/';

/** A policy with a cursor in its path. */
const policy = (value: string) => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "arn:aws:iam::*:role/Scan",
      "Condition": { "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "${value}" } }
    }
  ]
}
`;

describe('server: names of an organization', () => {
  let folder: string;
  let server: ServerProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rolechain-'));
  });
  afterEach(() => {
    server?.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A server that knows the example organization, as loaded so many days ago. */
  async function start(days: number, options: StartOptions = {}): Promise<ServerProcess> {
    const loadedAt = new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
    const text = writeOrganization({ ...exampleOrganization, loadedAt });
    writeFileSync(path.join(folder, `${exampleOrganization.id}.json`), text);
    server = await startServer({
      ...options,
      initializationOptions: { storage: pathToFileURL(folder).href },
    });
    return server;
  }

  /** The first published result in which something is found that needs the organization. */
  async function findingsOnPaths(running: ServerProcess): Promise<readonly Diagnostic[]> {
    let seen = 0;
    for (;;) {
      for (; seen < running.published.length; seen++) {
        const diagnostics = running.published[seen]?.diagnostics ?? [];
        const found = diagnostics.filter(({ code }) => code === 'org-path-unknown' || code === 'org-path-broken');
        if (found.length > 0) return found;
      }
      await running.nextDiagnostics(uri);
    }
  }

  /** Opens a text in which a broken path tells that the server has read what it knows. */
  async function open(running: ServerProcess, marked: string): Promise<{ document: TextDocument; at: Position }> {
    const { text, marks } = readMarks(marked);
    const broken = policy('o-a1b2c3d4e5/r-ab12/ou-ab12-33333333/*');
    await running.open(uri, broken);
    await findingsOnPaths(running);
    await running.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text }],
    });
    const document = TextDocument.create(uri, 'json', 2, text);
    return { document, at: document.positionAt(marks[0]?.start ?? 0) };
  }

  it('are told by hovers', async () => {
    const running = await start(3, { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
    const { document, at } = await open(running, policy(`${prod}<|>*`));
    const hover = await running.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: at,
    });
    assert.equal(document.getText(hover.range), `${prod}*`);
    assert.deepEqual(hover.contents, {
      kind: 'plaintext',
      value:
        'Workloads / Prod, 3 accounts\nThe organizational unit and everything below in o-a1b2c3d4e5\nLoaded from AWS 3 days ago',
    });
  });

  it('are no markup, whatever they are', async () => {
    const running = await start(3, {
      capabilities: { ...richClient, textDocument: { hover: { contentFormat: ['markdown'] } } },
    });
    const { at } = await open(running, policy(`${prod}<|>*`));
    const hover = await running.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: at,
    });
    assert.deepEqual(hover.contents, {
      kind: 'markdown',
      value: [
        '**Workloads \\/ Prod\\, 3 accounts**',
        'The organizational unit and everything below in o\\-a1b2c3d4e5',
        'Loaded from AWS 3 days ago',
      ].join('\n\n'),
    });
  });

  it('are completed', async () => {
    const running = await start(0);
    const { document, at } = await open(running, policy('pro<|>'));
    const list = await running.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: at,
    });
    const item = list.items.find(({ label }) => label === 'Workloads / Prod');
    assert.equal(item?.detail, `${prod}*`);
    assert.equal(item?.filterText, 'Workloads / Prod ou-ab12-33333333');
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    const edit: TextEdit = item.textEdit;
    assert.equal(TextDocument.applyEdits(document, [edit]), policy(`${prod}*`));
  });

  it('stand behind paths, unless the setting is off', async () => {
    let organizationNames = true;
    const running = await start(0, { configuration: () => ({ inlayHints: { organizationNames } }) });
    const { document } = await open(running, policy(`${prod}*`));
    const ask = () =>
      running.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: document.positionAt(0), end: document.positionAt(document.getText().length) },
      });
    const end = document.positionAt(document.getText().indexOf(`${prod}*"`) + prod.length + 2);
    assert.deepEqual(await ask(), [{ position: end, label: 'Workloads / Prod', paddingLeft: true }]);
    organizationNames = false;
    await running.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await ask(), []);
  });

  it('are asked for anew when an organization becomes known or is forgotten', async () => {
    const running = await start(0, { capabilities: { workspace: { inlayHint: { refreshSupport: true } } } });
    const asked = new Promise<void>((resolve) =>
      running.connection.onRequest('workspace/inlayHint/refresh', () => {
        resolve();
        return null;
      }),
    );
    const { id } = exampleOrganization;
    await running.connection.sendRequest(organizationRequests.forget, { organization: id });
    await asked;
  });

  it('make findings while they are young', async () => {
    const running = await start(6);
    await running.open(uri, policy('o-a1b2c3d4e5/r-ab12/ou-ab12-99999999/*'));
    const [finding] = await findingsOnPaths(running);
    assert.equal(finding?.code, 'org-path-unknown');
  });

  it('make findings as long as the setting says', async () => {
    let maxAgeDays = 7;
    const running = await start(8, { configuration: () => ({ organization: { maxAgeDays } }) });
    await running.open(uri, policy('o-a1b2c3d4e5/r-ab12/ou-ab12-99999999/*'));
    const { diagnostics } = await running.diagnostics(uri, 1);
    assert.ok(diagnostics.every(({ code }) => code !== 'org-path-unknown'));
    maxAgeDays = 9;
    await running.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const [finding] = await findingsOnPaths(running);
    assert.equal(finding?.code, 'org-path-unknown');
  });
});

type Position = ReturnType<TextDocument['positionAt']>;
