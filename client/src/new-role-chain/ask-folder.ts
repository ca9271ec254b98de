import { FileType, Uri, workspace } from 'vscode';
import { askText } from '../organization/ask-text.ts';
import type { Draft } from './draft.ts';
import { checkFolder, chosenRoot, splitFolder } from './folder-name.ts';
import { suggestFolder } from './suggestions.ts';
import { type Answered, answerWith, choose, type Turn, type Wizard } from './wizard.ts';

export function askRoot(wizard: Wizard, turn: Turn): Answered {
  const asked = choose(wizard, turn, {
    placeholder: 'Into which folder of the workspace?',
    items: (workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
      label: `$(root-folder) ${name}`,
      description: uri.path,
      value: uri.toString(),
    })),
    isActive: (root) => root === turn.draft.root,
  });
  return answerWith(turn, asked, (root) => ({ root }));
}

export function askFolder(_wizard: Wizard, turn: Turn): Answered {
  const { draft, title, canGoBack } = turn;
  const value = draft.folder ?? suggestFolder(draft);
  const asked = askText({
    title,
    canGoBack,
    prompt: `A folder for the files, within ${rootOf(draft)?.name ?? 'the workspace'}; it is made if need be`,
    placeholder: 'role-chains/scanner',
    value,
    check: async (text) => checkFolder(text) ?? (await checkPlace({ ...draft, folder: text })),
  });
  return answerWith(turn, asked, (folder) => ({ folder }));
}

/** Where the files go. Undefined where no folder is open any more. */
export function folderOf(draft: Draft): Uri | undefined {
  const root = rootOf(draft);
  return root && Uri.joinPath(root.uri, ...splitFolder(draft.folder ?? ''));
}

function rootOf({ root }: Draft) {
  return chosenRoot(workspace.workspaceFolders ?? [], root);
}

async function checkPlace(draft: Draft): Promise<string | undefined> {
  const folder = folderOf(draft);
  const found = folder && (await typeOf(folder));
  return found !== undefined && (found & FileType.Directory) === 0 ? 'There is a file of that name.' : undefined;
}

/** Undefined where there is nothing. */
export async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
