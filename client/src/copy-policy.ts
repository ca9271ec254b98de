import { commands, type Disposable, window, workspace } from 'vscode';
import { commands as names } from '../../server/src/protocol/commands.ts';
import { type CopyPolicyResult, copyPolicyRequest } from '../../server/src/protocol/policy-copy.ts';
import type { ServerHost } from './server-host.ts';

/** What a code action does: opens a policy, written for another kind of file, as a document of its own. */
export function registerCopyPolicy(host: ServerHost): Disposable {
  return commands.registerCommand(names.copyPolicy, async (params: unknown) => {
    if (params === undefined) return;
    const { copy, failure } = await host.request<CopyPolicyResult>(copyPolicyRequest, params);
    if (failure !== undefined) void window.showWarningMessage(failure);
    if (copy === undefined) return;
    const document = await workspace.openTextDocument({ language: copy.language, content: copy.text });
    await window.showTextDocument(document);
  });
}
