import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  CreateFile,
  DiagnosticSeverity,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withFolder } from '../cli/temporary-folder.ts';
import { richClient, type ServerProcess, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const rule = 'trust-missing-source-arn';

const client: ClientCapabilities = {
  ...richClient,
  workspace: {
    ...richClient.workspace,
    applyEdit: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

const template = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
`;

interface Workspace {
  readonly server: ServerProcess;
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly edit: (name: string, version: number, text: string) => Promise<void>;
  /** `rule severity` of what is published for the file because of `act`. */
  readonly whatFollows: (name: string, act: () => Promise<void>) => Promise<readonly string[]>;
  readonly found: (name: string) => Promise<readonly string[]>;
  readonly actions: (name: string) => Promise<readonly CodeAction[]>;
}

/** A folder with these files, and a server that is told of their changes as an editor does. */
async function withWorkspace(
  files: Readonly<Record<string, string>>,
  use: (workspace: Workspace) => Promise<void>,
  capabilities = client,
): Promise<void> {
  await withFolder(files, (folder) =>
    withServer({ capabilities }, async (server) => {
      const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
      const tell = (name: string, type: number) =>
        server.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uriOf(name), type }],
        });
      const shown = (name: string) => {
        const last = server.published.findLast((each) => each.uri === uriOf(name));
        return (last?.diagnostics ?? []).map(({ code, severity }) => `${code} ${severity}`);
      };
      await use({
        server,
        uriOf,
        write: async (name, text) => {
          writeFileSync(path.join(folder, name), text);
          await tell(name, 2);
        },
        remove: async (name) => {
          rmSync(path.join(folder, name));
          await tell(name, 3);
        },
        edit: (name, version, text) =>
          server.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri: uriOf(name), version },
            contentChanges: [{ text }],
          }),
        whatFollows: async (name, act) => {
          const next = server.nextDiagnostics(uriOf(name));
          await act();
          await next;
          return shown(name);
        },
        found: async (name) => shown(name),
        actions: async (name) => {
          const last = server.published.findLast((each) => each.uri === uriOf(name));
          const diagnostics = last?.diagnostics ?? [];
          const [first] = diagnostics;
          assert.ok(first !== undefined);
          return server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri: uriOf(name) },
            range: first.range,
            context: { diagnostics, only: ['quickfix'] },
          });
        },
      });
    }),
  );
}

const config = (value: object) => JSON.stringify(value);
const level = (severity: string) => config({ rules: { [rule]: severity } });

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((each) => each.title === title);
  assert.ok(action !== undefined, actions.map((each) => each.title).join(', '));
  return action;
}

/** The texts after an edit, by URI; the texts before are given. Files that are made begin empty. */
function applied(
  edit: WorkspaceEdit | undefined,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const result: Record<string, string> = { ...texts };
  for (const change of edit?.documentChanges ?? []) {
    if (CreateFile.is(change)) result[change.uri] = '';
    else if (TextDocumentEdit.is(change)) {
      const { uri } = change.textDocument;
      const edits = change.edits.map((each): TextEdit => {
        assert.ok('newText' in each);
        return each;
      });
      result[uri] = TextDocument.applyEdits(TextDocument.create(uri, 'x', 0, result[uri] ?? ''), edits);
    }
  }
  return result;
}

describe('server: configuration', () => {
  it('counts as it changes on disk, comes and goes', async () => {
    await withWorkspace(
      { 'sub/trust.json': unsafeTrust, 'rolechain.config.json': level('error') },
      async (workspace) => {
        const { server, uriOf, whatFollows, write, remove } = workspace;
        const opened = await whatFollows('sub/trust.json', () => server.open(uriOf('sub/trust.json'), unsafeTrust));
        assert.deepEqual(opened, [`${rule} ${DiagnosticSeverity.Error}`]);
        assert.deepEqual(await whatFollows('sub/trust.json', () => write('rolechain.config.json', level('hint'))), [
          `${rule} ${DiagnosticSeverity.Hint}`,
        ]);
        assert.deepEqual(
          await whatFollows('sub/trust.json', () => write('sub/rolechain.config.json', level('off'))),
          [],
        );
        assert.deepEqual(await whatFollows('sub/trust.json', () => remove('sub/rolechain.config.json')), [
          `${rule} ${DiagnosticSeverity.Hint}`,
        ]);
      },
    );
  });

  it('counts as it stands in the editor, unsaved', async () => {
    await withWorkspace({ 'trust.json': unsafeTrust, 'rolechain.config.json': level('error') }, async (workspace) => {
      const { server, uriOf, whatFollows, edit } = workspace;
      const configuration = uriOf('rolechain.config.json');
      await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust));
      assert.deepEqual(await whatFollows('trust.json', () => server.open(configuration, level('hint'), 'jsonc')), [
        `${rule} ${DiagnosticSeverity.Hint}`,
      ]);
      assert.deepEqual(await whatFollows('trust.json', () => edit('rolechain.config.json', 2, level('off'))), []);
      const close = () =>
        server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: configuration } });
      assert.deepEqual(await whatFollows('trust.json', close), [`${rule} ${DiagnosticSeverity.Error}`]);
    });
  });

  it('goes before the settings of the editor', async () => {
    const files = { 'trust.json': unsafeTrust, 'rolechain.config.json': level('hint') };
    await withFolder(files, (folder) =>
      withServer({ capabilities: client, configuration: () => ({ rules: { [rule]: 'error' } }) }, async (server) => {
        const uri = pathToFileURL(path.join(folder, 'trust.json')).href;
        await server.open(uri, unsafeTrust);
        assert.equal((await server.diagnostics(uri, 1)).diagnostics[0]?.severity, DiagnosticSeverity.Hint);
      }),
    );
  });

  it('is read each time for an editor that watches no files', async () => {
    await withWorkspace(
      { 'trust.json': unsafeTrust, 'rolechain.config.json': level('error') },
      async ({ server, uriOf, whatFollows, write, edit }) => {
        await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust));
        await write('rolechain.config.json', level('hint'));
        assert.deepEqual(await whatFollows('trust.json', () => edit('trust.json', 2, `${unsafeTrust} `)), [
          `${rule} ${DiagnosticSeverity.Hint}`,
        ]);
      },
      richClient,
    );
  });

  it('is reported itself, open or not', async () => {
    const broken = config({ rule: {} });
    await withWorkspace({ 'trust.json': unsafeTrust, 'rolechain.config.json': broken }, async (workspace) => {
      const { server, uriOf, whatFollows, write, actions } = workspace;
      const name = 'rolechain.config.json';
      const unknown = `unknown-configuration ${DiagnosticSeverity.Warning}`;
      assert.deepEqual(await whatFollows(name, () => server.open(uriOf('trust.json'), unsafeTrust)), [unknown]);
      assert.deepEqual(await whatFollows(name, () => write(name, '{}')), []);
      await write(name, broken);
      assert.deepEqual(await whatFollows(name, () => server.open(uriOf(name), broken, 'jsonc')), [unknown]);
      const fix = titled(await actions(name), 'Change rule to rules');
      assert.equal(applied(fix.edit, { [uriOf(name)]: broken })[uriOf(name)], config({ rules: {} }));
    });
  });

  it('leaves files out, and so does what tools write', async () => {
    const files = {
      'a.json': unsafeTrust,
      'node_modules/b.json': unsafeTrust,
      'rolechain.config.json': config({ ignore: ['a.json'] }),
    };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, write }) => {
      assert.deepEqual(await whatFollows('a.json', () => server.open(uriOf('a.json'), unsafeTrust)), []);
      assert.deepEqual(
        await whatFollows('node_modules/b.json', () => server.open(uriOf('node_modules/b.json'), unsafeTrust)),
        [],
      );
      assert.equal((await whatFollows('a.json', () => write('rolechain.config.json', '{}'))).length, 1);
    });
  });

  it('accepts what its baseline has', async () => {
    const files = { 'trust.json': unsafeTrust, 'rolechain.config.json': '{ "baseline": "accepted.json" }' };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, write }) => {
      assert.equal((await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust))).length, 1);
      const { diagnostics } = await server.diagnostics(uriOf('trust.json'), 1);
      assert.equal(diagnostics.length, 1);
      const { acceptFindings } = await import('../../server/src/lint/baseline.ts');
      const { writeBaseline } = await import('../../server/src/lint/baseline-file.ts');
      const [diagnostic] = diagnostics;
      const document = TextDocument.create('x:', 'json', 0, unsafeTrust);
      const entries = acceptFindings('trust.json', [
        { rule, place: '', message: String(diagnostic?.message), underlined: document.getText(diagnostic?.range) },
      ]);
      assert.deepEqual(await whatFollows('trust.json', () => write('accepted.json', writeBaseline(entries))), []);
    });
  });
});

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

describe('server: suppressions', () => {
  const line = `Disable ${rule} for this line`;
  const file = `Disable ${rule} for this file`;
  const workspaceWide = `Disable ${rule} for the workspace`;

  it('are offered behind the fixes, never as the first choice, and hold', async () => {
    await withWorkspace({ 'a.yaml': template }, async ({ server, uriOf, whatFollows, actions, edit }) => {
      const uri = uriOf('a.yaml');
      await whatFollows('a.yaml', () => server.open(uri, template, 'yaml'));
      const offered = await actions('a.yaml');
      const titles = offered.map(({ title }) => title);
      const first = titles.indexOf(line);
      assert.ok(first > 0);
      assert.deepEqual(titles.slice(first), [line, file, workspaceWide]);
      for (const action of offered.slice(first)) assert.equal(action.isPreferred, undefined);
      const text = applied(titled(offered, line).edit, { [uri]: template })[uri] ?? '';
      assert.equal(
        text,
        template.replace(
          '            Principal',
          `            # rolechain-ignore-next-line ${rule} -- <reason>\n            Principal`,
        ),
      );
      assert.deepEqual(await whatFollows('a.yaml', () => edit('a.yaml', 2, text)), []);
      const unused = text.replace('lambda.amazonaws.com', 'ec2.amazonaws.com').replace(rule, 'wrong-type');
      const codes = await whatFollows('a.yaml', () => edit('a.yaml', 3, unused));
      assert.ok(codes.includes(`unused-suppression ${DiagnosticSeverity.Warning}`));
    });
  });

  it('make a configuration beside a strict JSON policy where there is none', async () => {
    await withWorkspace({ 'p/trust.json': unsafeTrust }, async ({ server, uriOf, whatFollows, actions, write }) => {
      await whatFollows('p/trust.json', () => server.open(uriOf('p/trust.json'), unsafeTrust));
      const { edit } = titled(await actions('p/trust.json'), file);
      const made = uriOf('p/rolechain.config.json');
      const text = applied(edit, {})[made] ?? '';
      assert.deepEqual(JSON.parse(text), { suppressions: [{ file: 'trust.json', rule, reason: '<reason>' }] });
      assert.deepEqual(await whatFollows('p/trust.json', () => write('p/rolechain.config.json', text)), []);
    });
  });

  it('go into the configuration that there is, as it stands in the editor', async () => {
    const onDisk = '{}';
    const inEditor = '{\n  // Ours.\n  "ignore": ["x"]\n}\n';
    const files = { 'p/trust.json': unsafeTrust, 'rolechain.config.json': onDisk };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, actions, edit }) => {
      const configuration = uriOf('rolechain.config.json');
      await whatFollows('p/trust.json', () => server.open(uriOf('p/trust.json'), unsafeTrust));
      const closed = applied(titled(await actions('p/trust.json'), workspaceWide).edit, { [configuration]: onDisk });
      assert.deepEqual(JSON.parse(closed[configuration] ?? ''), { rules: { [rule]: 'off' } });
      await whatFollows('p/trust.json', () => server.open(configuration, inEditor, 'jsonc'));
      const open = applied(titled(await actions('p/trust.json'), workspaceWide).edit, { [configuration]: inEditor });
      const text = open[configuration] ?? '';
      assert.equal(text, inEditor.replace('["x"]', `["x"],\n  "rules": {\n    "${rule}": "off"\n  }`));
      assert.deepEqual(await whatFollows('p/trust.json', () => edit('rolechain.config.json', 2, text)), []);
    });
  });

  it('need no file of an editor that can make none, and none for a text without a name', async () => {
    await withWorkspace(
      { 'trust.json': unsafeTrust },
      async ({ server, uriOf, whatFollows, actions }) => {
        await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust));
        assert.ok((await actions('trust.json')).every(({ title }) => !title.startsWith('Disable')));
      },
      richClient,
    );
    await withServer({ capabilities: client }, async (server) => {
      await server.open('untitled:Untitled-1', template, 'yaml');
      const { diagnostics } = await server.diagnostics('untitled:Untitled-1', 1);
      const offered = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: 'untitled:Untitled-1' },
        range: diagnostics[0]?.range,
        context: { diagnostics, only: ['quickfix'] },
      });
      const titles = offered.map(({ title }) => title).filter((title) => title.startsWith('Disable'));
      assert.deepEqual(titles, [line, file]);
    });
  });
});

describe('server: the kind of a policy', () => {
  const deny = '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }';

  it('is written into the configuration and holds at once', async () => {
    await withWorkspace({ 'deny.json': deny }, async ({ server, uriOf, whatFollows, write }) => {
      const edits: WorkspaceEdit[] = [];
      server.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
        edits.push(edit);
        return { applied: true };
      });
      await whatFollows('deny.json', () => server.open(uriOf('deny.json'), deny));
      const set = (kind: string) =>
        server.connection.sendRequest('rolechain/setPolicyKind', { uri: uriOf('deny.json'), kind });
      assert.deepEqual(await set('trust'), { configuration: uriOf('rolechain.config.json') });
      const text = applied(edits[0], {})[uriOf('rolechain.config.json')] ?? '';
      assert.deepEqual(JSON.parse(text), { overrides: [{ files: ['deny.json'], kind: 'trust' }] });
      const found = await whatFollows('deny.json', () => write('rolechain.config.json', text));
      assert.ok(found.includes(`missing-element ${DiagnosticSeverity.Error}`), found.join());
      await set('scp');
      const again = applied(edits[1], { [uriOf('rolechain.config.json')]: text })[uriOf('rolechain.config.json')] ?? '';
      assert.deepEqual(JSON.parse(again), { overrides: [{ files: ['deny.json'], kind: 'scp' }] });
      assert.deepEqual(await whatFollows('deny.json', () => write('rolechain.config.json', again)), []);
    });
  });

  it('is refused where there is no place to write it', async () => {
    await withServer({ capabilities: client }, async (server) => {
      const set = (uri: string, kind: string) =>
        server.connection.sendRequest('rolechain/setPolicyKind', { uri, kind });
      assert.deepEqual(await set('untitled:Untitled-1', 'scp'), {
        failure: 'Save the file first: the configuration names files by their path.',
      });
      assert.deepEqual(await set('file:///a.json', 'iam'), { failure: 'A file and a kind of policy must be named.' });
    });
  });

  it('can be set by a command where the editor has none of its own', async () => {
    await withServer({ capabilities: client }, async (server) => {
      assert.ok(server.initialized.capabilities.executeCommandProvider?.commands.includes('rolechain.setPolicyKind'));
    });
    await withServer(
      { capabilities: client, initializationOptions: { commands: ['rolechain.setPolicyKind'] } },
      async (server) => assert.equal(server.initialized.capabilities.executeCommandProvider, undefined),
    );
  });
});
