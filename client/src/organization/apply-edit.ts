import { type TextDocument, type WorkspaceEdit, workspace } from 'vscode';

/** Applies an edit if its documents are still as they were when it was asked for, by their versions then. */
export async function applyToVersions(
  edit: WorkspaceEdit,
  versions: ReadonlyMap<TextDocument, number>,
): Promise<boolean> {
  const isCurrent = [...versions].every(([document, version]) => document.version === version);
  return isCurrent && (await workspace.applyEdit(edit));
}

/** What to say where it could not be applied. */
export const changedMeanwhile = 'The document has changed meanwhile: run the command again.';
