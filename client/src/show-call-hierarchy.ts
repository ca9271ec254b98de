import { commands, type Disposable, Selection, Uri, window } from 'vscode';
import { commands as names } from '../../server/src/protocol/commands.ts';

/** What a lens over a role does: puts the cursor on the role and shows the call hierarchy there. */
export function registerShowCallHierarchy(): Disposable {
  return commands.registerCommand(names.showCallHierarchy, async (uri: unknown, place: unknown) => {
    const { line, character } = readPlace(place);
    if (typeof uri !== 'string') return;
    const selection = new Selection(line, character, line, character);
    await window.showTextDocument(Uri.parse(uri), { selection });
    await commands.executeCommand('editor.showCallHierarchy');
  });
}

function readPlace(place: unknown): { readonly line: number; readonly character: number } {
  const { line, character } = (typeof place === 'object' && place !== null ? place : {}) as Record<string, unknown>;
  return { line: Number(line) || 0, character: Number(character) || 0 };
}
