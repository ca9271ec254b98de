import { commands, window, workspace } from 'vscode';

/** Why no question goes to AWS in a workspace that is not trusted. */
export const restricted =
  'Role Chain asks AWS nothing in Restricted Mode: AWS profiles may run programs. Trust the workspace to look up organizations.';

/** True where AWS may be asked; otherwise it says why not. */
export function requireTrust(): boolean {
  if (workspace.isTrusted) return true;
  const manage = 'Manage Workspace Trust';
  void window.showWarningMessage(restricted, manage).then((chosen) => {
    if (chosen === manage) void commands.executeCommand('workbench.trust.manage');
  });
  return false;
}
