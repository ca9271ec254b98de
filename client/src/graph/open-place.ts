import { Range, Uri, type ViewColumn, window, workspace } from 'vscode';
import type { Place } from '../../../server/src/protocol/graph.ts';

/** Opens a file at its place; nothing where that is not in the workspace any more. */
export async function openPlace(place: Place | null, viewColumn: ViewColumn): Promise<void> {
  if (place === null) {
    window.setStatusBarMessage('This is not written in the workspace.', 4_000);
    return;
  }
  const { start, end } = place.range;
  const document = await workspace.openTextDocument(Uri.parse(place.uri));
  await window.showTextDocument(document, {
    viewColumn,
    selection: new Range(start.line, start.character, end.line, end.character),
  });
}
