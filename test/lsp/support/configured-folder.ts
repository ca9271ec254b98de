import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CreateFile,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withFolder } from '../../cli/temporary-folder.ts';
import { richClient, type ServerProcess, withServer } from './server-process.ts';

/** What is found in `template`. */
export const rule = 'trust-missing-source-arn';

/** An editor that watches files and can make them. */
export const client: ClientCapabilities = {
  ...richClient,
  workspace: {
    ...richClient.workspace,
    applyEdit: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** A trust policy for a service with no pin on the source. */
export const template = `Resources:
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

/** A folder, and a server that has it open. */
export interface Workspace {
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
export async function withWorkspace(
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

/** The text of a configuration. */
export const config = (value: object) => JSON.stringify(value);
/** A configuration with another severity of `rule`. */
export const level = (severity: string) => config({ rules: { [rule]: severity } });

/** The action of that title. */
export function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((each) => each.title === title);
  assert.ok(action !== undefined, actions.map((each) => each.title).join(', '));
  return action;
}

/** The texts after an edit, by URI; the texts before are given. Files that are made begin empty. */
export function applied(
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
