import { type QuickPickItem, window } from 'vscode';
import type { HopEnd, HopParams } from '../../../server/src/protocol/graph.ts';
import { isSelected } from '../document-selector.ts';
import type { Explanations } from './explanations.ts';
import type { GraphApi } from './graph-api.ts';

interface EndItem extends QuickPickItem {
  readonly id: string;
}

/** Asks for source and target, those of the cursor first, and explains the hop between them. */
export async function explainHop(api: GraphApi, explanations: Explanations, from: unknown, to: unknown): Promise<void> {
  const hop = typeof from === 'string' && typeof to === 'string' ? { source: from, target: to } : await askHop(api);
  if (hop !== undefined) await explanations.open(hop);
}

async function askHop(api: GraphApi): Promise<HopParams | undefined> {
  const editor = window.activeTextEditor;
  const cursor =
    editor !== undefined && isSelected(editor.document)
      ? { uri: editor.document.uri.toString(), position: toPosition(editor.selection.active) }
      : {};
  const ends = await api.listEnds(cursor);
  if (ends.sources.length === 0) {
    const told = ['No policy and no template that was read says anything of a role.', ...(ends.cut ? [ends.cut] : [])];
    void window.showInformationMessage(told.join(' '));
    return undefined;
  }
  const source = await pick('Role Chain: Explain Hop (1/2)', 'Who assumes?', ends.sources, ends.source);
  if (source === undefined) return undefined;
  const { targets } = await api.listEnds({ ...cursor, source });
  const preferred = ends.target !== undefined && source === ends.source ? ends.target : undefined;
  const others = targets.filter(({ id }) => id !== source);
  const target = await pick(
    'Role Chain: Explain Hop (2/2)',
    'Which role is assumed?',
    others,
    preferred ?? ends.target,
  );
  return target === undefined ? undefined : { source, target };
}

/** Takes the preselected one to the top, where Enter accepts it. */
async function pick(
  title: string,
  placeHolder: string,
  ends: readonly HopEnd[],
  preselected: string | undefined,
): Promise<string | undefined> {
  const first = ends.filter(({ id }) => id === preselected);
  const items = [...first, ...ends.filter(({ id }) => id !== preselected)].map(toItem);
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}

function toItem({ id, label, detail, word }: HopEnd): EndItem {
  return { id, label, detail, ...(word !== undefined && { description: word }) };
}

function toPosition({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}
