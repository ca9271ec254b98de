import assert from 'node:assert/strict';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { findActionsRequest } from '../../server/src/protocol/actions.ts';
import { graphRequests } from '../../server/src/protocol/graph.ts';
import { organizationRequests } from '../../server/src/protocol/organization.ts';
import { placeholderRequests } from '../../server/src/protocol/placeholders.ts';
import { copyPolicyRequest } from '../../server/src/protocol/policy-copy.ts';
import { setPolicyKindRequest } from '../../server/src/protocol/policy-kind.ts';
import { roleChainRequests } from '../../server/src/protocol/role-chain.ts';
import { useAws } from '../aws/support/environment.ts';
import { chainClient } from './support/role-files.ts';
import { exitOf, spawnServer, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const uri = 'file:///workspace/trust.json';

const own: readonly string[] = [
  ...Object.values(graphRequests),
  ...Object.values(organizationRequests),
  ...Object.values(placeholderRequests),
  ...Object.values(roleChainRequests),
  findActionsRequest,
  copyPolicyRequest,
  setPolicyKindRequest,
];

const standard: readonly string[] = [
  ...[
    'hover',
    'completion',
    'definition',
    'references',
    'documentSymbol',
    'documentLink',
    'codeAction',
    'codeLens',
  ].map((name) => `textDocument/${name}`),
  ...['textDocument/inlayHint', 'textDocument/prepareCallHierarchy', 'callHierarchy/incomingCalls'],
  ...['callHierarchy/outgoingCalls', 'completionItem/resolve', 'codeAction/resolve', 'workspace/symbol'],
  ...['workspaceSymbol/resolve', 'workspace/executeCommand'],
];

const notifications: readonly string[] = [
  ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'workspace/didChangeConfiguration'],
  ...[
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
    'rolechain/syntaxReports',
    '$/setTrace',
  ],
  ...['initialized', 'textDocument/noSuchNotification', '$/noSuchNotification', '$/cancelRequest', '$/progress'],
];

/** What may stand where an object is meant; of all but the first no more than their shape is wrong. */
const params: readonly unknown[] = [
  undefined,
  null,
  [],
  [1, 2, 3],
  {},
  { textDocument: null, position: null, range: null, item: null, context: null, event: null, changes: null },
  { textDocument: { uri }, position: { line: 'one', character: -5 }, range: {}, context: {} },
  { textDocument: { uri }, position: { line: 1e9, character: 1e9 }, range: { start: {}, end: null }, context: {} },
  { textDocument: { uri: 7 }, uri: [], name: {}, data: { entity: 3 }, command: '__proto__', arguments: 'none' },
  { uri, position: {}, version: 'x', text: 5, answers: 'none', organization: {}, unit: [], profile: 3, edits: {} },
];

describe('server: malformed messages', () => {
  const aws = useAws();
  beforeEach(() => aws.serve({ mishap: () => ({ type: 'AWSOrganizationsNotInUseException', status: 400 }) }));

  it('are answered, each of them, and nothing is lost by them', async () => {
    await withServer({ capabilities: chainClient }, async ({ connection, open, diagnostics, stop }) => {
      await open(uri, unsafeTrust);
      await diagnostics(uri, 1);
      for (const given of params)
        await Promise.all(
          [...own, ...standard].map(async (method) => {
            // The protocol's own errors: from the parser's to that of a request that failed.
            const isError = ({ code }: { code: unknown }) =>
              typeof code === 'number' && code >= -32803 && code <= -32600;
            const sent = given === undefined ? connection.sendRequest(method) : connection.sendRequest(method, given);
            await sent.catch((error) => assert.ok(isError(error), `${method}: ${error}`));
          }),
        );
      for (const given of params)
        for (const method of notifications)
          await (given === undefined
            ? connection.sendNotification(method)
            : connection.sendNotification(method, given));
      const trusted = 'file:///workspace/other.json';
      await open(trusted, unsafeTrust);
      assert.equal((await diagnostics(trusted, 1)).diagnostics.length, 1);
      assert.equal(await stop(), 0);
    });
  });

  it('of our own protocol fail none of our requests', async () => {
    await withServer({ capabilities: chainClient }, async ({ connection }) => {
      for (const given of params)
        for (const method of own)
          await (given === undefined ? connection.sendRequest(method) : connection.sendRequest(method, given));
    });
  });

  it('before the first one are refused, and do no harm', async () => {
    const child = spawnServer();
    const ended = exitOf(child);
    const editor = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    editor.listen();
    try {
      for (const method of ['textDocument/hover', graphRequests.graph, 'workspace/symbol', 'noSuchRequest'])
        await assert.rejects(editor.sendRequest(method, { textDocument: { uri }, query: '' }), ({ code }) =>
          [-32002, -32601].includes(code),
        );
      await editor.sendNotification('textDocument/didOpen', { textDocument: { uri, version: 1, text: unsafeTrust } });
      const initialize = { processId: null, rootUri: null, capabilities: {} };
      await editor.sendRequest('initialize', initialize);
      await editor.sendNotification('initialized', {});
      assert.deepEqual(await editor.sendRequest('workspace/symbol', { query: '' }), []);
      await editor.sendRequest('shutdown');
      await editor.sendNotification('exit');
      assert.equal(await ended, 0);
    } finally {
      child.kill();
    }
  });
});
