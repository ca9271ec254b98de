import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { commands as names } from '../../server/src/protocol/commands.ts';

/**
 * Diagnostics link to the pages under this scheme: the link opens the packaged page without a network and without a
 * question, and `workbench.editorAssociations` of the manifest shows it as a preview.
 */
const scheme = 'rolechain-rule';

/** What a rule's page is called in a diagnostic, without `<rule id>.md` at its end. */
export const rulePagesUri = `${scheme}:/`;

/** Serves the packaged rule pages and the command that opens one. */
export function registerRulePages(extension: Uri): Disposable {
  const folder = Uri.joinPath(extension, 'docs', 'rules');
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => {
        const page = Uri.joinPath(folder, path.slice(path.lastIndexOf('/') + 1));
        return new TextDecoder().decode(await workspace.fs.readFile(page));
      },
    }),
    commands.registerCommand(names.openRulePage, async (given: unknown) => {
      const rule = typeof given === 'string' ? given : await askRule(folder);
      if (rule !== undefined) await commands.executeCommand('vscode.open', Uri.parse(`${rulePagesUri}${rule}.md`));
    }),
  );
}

async function askRule(folder: Uri): Promise<string | undefined> {
  const pages = await workspace.fs.readDirectory(folder);
  const rules = pages.flatMap(([name]) => /^([a-z-]+)\.md$/.exec(name)?.[1] ?? []);
  return window.showQuickPick(rules.sort(), { placeHolder: 'Which rule?', title: 'Role Chain: Open Rule Page' });
}
