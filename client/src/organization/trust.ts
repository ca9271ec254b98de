import { commands, window, workspace } from 'vscode';

const askNothing =
  'Role Chain asks AWS nothing in Restricted Mode: AWS profiles may run programs. Trust the workspace to look up organizations.';

const writeNothing =
  'Role Chain writes no files in Restricted Mode: folders of the workspace may lead elsewhere. Trust the workspace to have files written.';

/** True where AWS may be asked; otherwise it says why not. */
export const requireTrustToAsk = (): boolean => requireTrust(askNothing);

/** True where files may be written into the workspace without a question for each; otherwise it says why not. */
export const requireTrustToWrite = (): boolean => requireTrust(writeNothing);

function requireTrust(otherwise: string): boolean {
  if (workspace.isTrusted) return true;
  const manage = 'Manage Workspace Trust';
  void window.showWarningMessage(otherwise, manage).then((chosen) => {
    if (chosen === manage) void commands.executeCommand('workbench.trust.manage');
  });
  return false;
}
