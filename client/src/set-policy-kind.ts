import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { commands as names } from '../../server/src/protocol/commands.ts';
import {
  policyKindChoices,
  type SetPolicyKindParams,
  type SetPolicyKindResult,
  setPolicyKindRequest,
} from '../../server/src/protocol/policy-kind.ts';
import { requireTrustToWrite } from './organization/trust.ts';
import type { ServerHost } from './server-host.ts';

/** The command that says what the policies of a file are, by writing it into the configuration. */
export function registerSetPolicyKind(host: ServerHost): Disposable {
  return commands.registerCommand(names.setPolicyKind, async (givenUri: unknown, givenKind: unknown) => {
    if (!requireTrustToWrite()) return;
    const uri = uriOf(givenUri) ?? window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      void window.showInformationMessage('Open the policy first: its kind is set for the file in front.');
      return;
    }
    const kind = typeof givenKind === 'string' ? givenKind : await askKind();
    if (kind !== undefined) await setKind(host, { uri: uri.toString(), kind });
  });
}

async function setKind(host: ServerHost, params: SetPolicyKindParams): Promise<void> {
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  const { configuration, failure } = await host.request<SetPolicyKindResult>(setPolicyKindRequest, params);
  if (failure !== undefined) void window.showErrorMessage(failure);
  if (configuration === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(configuration));
  // What the user had not saved before is the user's to save.
  if (!unsaved.has(document.uri.toString())) await document.save();
}

async function askKind(): Promise<string | undefined> {
  const picked = await window.showQuickPick(
    policyKindChoices.map(({ kind, label, detail }) => ({ label, description: kind, detail })),
    {
      title: 'Role Chain: Set Policy Kind',
      placeHolder: 'What are the policies of this file?',
      matchOnDescription: true,
    },
  );
  return picked?.description;
}

function uriOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  return typeof given === 'string' ? Uri.parse(given) : undefined;
}
