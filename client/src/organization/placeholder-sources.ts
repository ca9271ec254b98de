import { Uri, window, workspace } from 'vscode';
import { mentionsPolicy } from '../../../server/src/protocol/documents.ts';
import type { PlaceholderSource } from '../../../server/src/protocol/placeholders.ts';
import { isSelected } from '../document-selector.ts';
import { pick } from './pick.ts';

/** More files than this are not looked through. */
const mostFiles = 5_000;

/**
 * Where placeholders are looked for: in the document of the URI that is given; else the person says, in the document
 * in front or in the whole workspace. Undefined: the person cancelled.
 */
export async function choosePlaceholderSources(
  title: string,
  given: unknown,
): Promise<readonly PlaceholderSource[] | undefined> {
  if (typeof given === 'string') {
    await workspace.openTextDocument(Uri.parse(given));
    return [{ uri: given }];
  }
  const document = window.activeTextEditor?.document;
  const file = document !== undefined && isSelected(document) ? document : undefined;
  const hasFolder = (workspace.workspaceFolders?.length ?? 0) > 0;
  if (file === undefined) return hasFolder ? findInWorkspace() : [];
  const here = [{ uri: file.uri.toString() }];
  if (!hasFolder) return here;
  const where = await pick<'file' | 'workspace'>({
    title,
    placeholder: 'Where?',
    canGoBack: false,
    items: [
      { label: '$(file) This file', description: workspace.asRelativePath(file.uri), value: 'file' },
      { label: '$(folder) All files of the workspace', value: 'workspace' },
    ],
  });
  if (where.kind !== 'done') return undefined;
  return where.value === 'file' ? here : findInWorkspace();
}

/** The files that may hold policies: as they are in the editor where they are open, else as they are on disk. */
async function findInWorkspace(): Promise<readonly PlaceholderSource[]> {
  const files = await workspace.findFiles(
    '**/*.{json,jsonc,yaml,yml,template}',
    '{**/node_modules/**,**/cdk.out/**,**/.aws-sam/build/**,**/.git/**}',
    mostFiles,
  );
  const open = new Set(workspace.textDocuments.filter(isSelected).map(({ uri }) => uri.toString()));
  const sources: PlaceholderSource[] = [];
  for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const uri = file.toString();
    if (open.has(uri)) sources.push({ uri });
    else {
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      if (mentionsPolicy(text)) sources.push({ uri, text });
    }
  }
  return sources;
}
