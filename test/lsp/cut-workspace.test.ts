import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LogMessageParams, MessageConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import {
  type GraphPicture,
  graphChangedNotification,
  graphRequests,
  type HopEnds,
  type TextAnswer,
} from '../../server/src/protocol/graph.ts';
import { withFolder } from '../cli/temporary-folder.ts';
import { chainClient, rolesOf } from './support/role-files.ts';
import { openServerHere } from './support/server-here.ts';

const accounts = { Source: '111122223333', Target: '444455556666' };
const arn = (name: string, account = accounts.Source) => `arn:aws:iam::${account}:role/${name}`;

/** A role that may assume others, in a template of its own. */
function roleOf(name: string, trusts: string, assumes?: string): string {
  const allow = (what: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...what }] });
  const trust = allow({ Principal: { AWS: trusts }, Action: 'sts:AssumeRole' });
  const policy = assumes && allow({ Action: 'sts:AssumeRole', Resource: assumes });
  const Policies = policy ? [{ PolicyName: 'hop', PolicyDocument: policy }] : [];
  const Properties = { RoleName: name, AssumeRolePolicyDocument: trust, Policies };
  return JSON.stringify({ Resources: { [name]: { Type: 'AWS::IAM::Role', Properties } } });
}

/** What lets Source assume Target in another account stands in the file that comes last. */
const files = {
  'rolechain.config.json': JSON.stringify({
    deployments: [
      { files: ['a/source.json', 'b/**'], account: accounts.Source },
      { files: ['a/target.json'], account: accounts.Target },
    ],
  }),
  'a/source.json': roleOf('Source', arn('Nobody')),
  'a/target.json': roleOf('Target', arn('Source')),
  'b/policy.json': JSON.stringify({
    Resources: {
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          Roles: ['Source'],
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn('Target', accounts.Target) }],
          },
        },
      },
    },
  }),
};

const cut =
  'Only the first 3 files of this workspace were read; hops to roles in others are not shown, and policies in others may change those that are.';

interface Opened {
  readonly connection: MessageConnection;
  readonly log: readonly string[];
  readonly draw: () => Promise<GraphPicture>;
  readonly ask: <Answer>(name: string, params: unknown) => Promise<Answer>;
  /** `uri rule` of all that is shown now. */
  readonly found: () => readonly string[];
}

/** A server on the folders of these files that reads no more than `mostFiles`. */
async function withBound(
  mostFiles: number,
  texts: Readonly<Record<string, string>>,
  use: (opened: Opened, uriOf: (name: string) => string) => Promise<void>,
  folders: readonly string[] = ['.'],
): Promise<void> {
  await withFolder(texts, async (top) => {
    const uriOf = (name: string) => pathToFileURL(path.join(top, name)).href;
    const connection = openServerHere({ mostFiles });
    const log: string[] = [];
    const shown = new Map<string, readonly string[]>();
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => void log.push(message));
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      shown.set(
        uri,
        diagnostics.map(({ code }) => `${path.posix.basename(uri)} ${code}`),
      );
    });
    connection.onRequest('client/registerCapability', () => null);
    const lookedAt = new Promise<void>((resolve) => connection.onNotification(graphChangedNotification, resolve));
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { ...chainClient, workspace: { ...chainClient.workspace, configuration: false } },
      workspaceFolders: folders.map((name) => ({ uri: uriOf(name), name })),
      initializationOptions: { graph: true },
    });
    await connection.sendNotification('initialized', {});
    await lookedAt;
    const ask = <Answer>(name: string, params: unknown) => connection.sendRequest<Answer>(name, params);
    const draw = () => ask<GraphPicture>(graphRequests.graph, {});
    await use({ connection, log, draw, ask, found: () => [...shown.values()].flat().sort() }, uriOf);
    await connection.sendRequest('shutdown');
    connection.dispose();
  });
}

describe('server: a workspace of more files than are read', () => {
  it('is said to be one wherever its graph is shown', async () => {
    await withBound(3, files, async ({ connection, log, draw, ask }) => {
      assert.deepEqual(await rolesOf({ connection }), ['Source', 'Target']);
      assert.match(log.join(), /^1 file of the workspace is not looked at: there are more than 3\./);
      const picture = await draw();
      assert.equal(picture.cut, cut);
      assert.ok(picture.closedWorld.startsWith(cut), picture.closedWorld);
      assert.ok(picture.roles.some(({ kind }) => kind === 'role, not in the files that were read'));
      for (const format of ['svg', 'json', 'mermaid', 'dot']) {
        const written = await ask<TextAnswer>(graphRequests.export, { format });
        assert.equal(written.text === undefined ? written.problem : written.cut, cut);
      }
      assert.equal((await ask<HopEnds>(graphRequests.ends, {})).cut, cut);
      const { text } = await ask<TextAnswer>(graphRequests.explain, { source: 'Source', target: 'Target' });
      assert.ok(text?.includes(cut), text);
    });
  });

  it('is said to be one where no role is seen', async () => {
    await withBound(1, { 'a.json': '{}', 'b.json': roleOf('B', arn('A')) }, async ({ draw }) => {
      const { problem, cut: told } = await draw();
      assert.deepEqual(problem, { type: 'empty' });
      assert.equal(told, cut.replace('3 files', '1 files'));
    });
  });

  it('has nothing called blocked that a file which was not read may open', async () => {
    const hopOf = ({ hops }: GraphPicture) => hops.find(({ source }) => source === 'Source');
    await withBound(3, files, async ({ draw, found }) => {
      const hop = hopOf(await draw());
      assert.equal(hop?.word, 'open, if');
      assert.match(hop?.assumptions.join() ?? '', /^what files that were not read attach to `Source`/);
      assert.deepEqual(found(), []);
    });
    await withBound(4, files, async ({ draw }) => {
      const picture = await draw();
      assert.equal(picture.cut, undefined);
      assert.equal(hopOf(picture)?.word, 'locked');
    });
    // With nothing left out it is blocked, and both ends are told.
    const { 'b/policy.json': _, ...others } = files;
    await withBound(3, others, async ({ draw, found }) => {
      assert.equal(hopOf(await draw())?.word, 'blocked');
      assert.deepEqual(found(), ['source.json hop-blocked-by-source', 'target.json hop-blocked-by-source']);
    });
  });

  it('is whole again without the folder that was too large', async () => {
    const texts = { 'one/a.json': roleOf('A', arn('Z')), 'two/b.json': roleOf('B', arn('Z')), 'two/c.json': '{}' };
    await withBound(
      1,
      texts,
      async ({ connection, draw }, uriOf) => {
        const change = (added: readonly string[], removed: readonly string[]) => {
          const named = (names: readonly string[]) => names.map((name) => ({ uri: uriOf(name), name }));
          const event = { added: named(added), removed: named(removed) };
          return connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
        };
        assert.equal((await draw()).cut, undefined);
        await change(['two'], []);
        assert.deepEqual(await rolesOf({ connection }), ['A', 'B']);
        assert.ok((await draw()).cut);
        await change([], ['two']);
        assert.equal((await draw()).cut, undefined);
      },
      ['one'],
    );
  });
});
