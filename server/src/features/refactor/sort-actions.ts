import type { TextChange } from '../../edit/change.ts';
import { joinChanges } from '../../edit/join-changes.ts';
import { type Changes, edit, itemSpans } from '../../edit/place.ts';
import { removeItemsOnSurface } from '../../edit/remove-items.ts';
import { lineEnd, startsLine } from '../../edit/scan.ts';
import type { Surface } from '../../edit/surface.ts';
import type { ArrayNode, Node, StringNode } from '../../syntax/node.ts';
import { type Offer, outcome } from './refactoring.ts';
import { valueElementAt } from './value-lists.ts';
import { verify } from './verify.ts';

/** Actions in the order of the alphabet, each once; the comment at the end of a line moves with its action. */
export const sorts: Offer = (place, scene) => {
  const element = valueElementAt(place);
  const list = element?.property.value;
  if (element === undefined || !/Action$/.test(element.name) || list?.type !== 'array') return [];
  if (list.items.length < 2 || !list.items.every(isText)) return [];
  const order = sortedOrder(list.items);
  const isSorted = order.length === list.items.length && order.every((from, to) => from === to);
  if (isSorted) return [];
  const repeated = list.items.length - order.length;
  return [
    {
      id: 'sort',
      title:
        repeated === 0
          ? `Sort \`${element.name}\``
          : `Sort \`${element.name}\` and remove what stands twice (${repeated})`,
      kind: 'rewrite',
      edit: () =>
        verify(scene, outcome(edit(place.target, (surface) => reorder(surface, list, order))), { meaning: 'same' }),
    },
  ];
};

function isText(node: Node): node is StringNode {
  return node.type === 'string' && !node.value.includes('${') && node.style !== 'literal' && node.style !== 'folded';
}

/** Indexes of the items in their new order; of those that differ in case at most the first. */
function sortedOrder(items: readonly StringNode[]): readonly number[] {
  const names = items.map(({ value }) => value.toLowerCase());
  const firsts = [...names.keys()].filter((index) => names.indexOf(names[index] ?? '') === index);
  return firsts.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
}

function reorder(surface: Surface, list: ArrayNode, order: readonly number[]): Changes {
  const elements = itemSpans(surface, list);
  if (elements === undefined) return undefined;
  const { text } = surface;
  const slots = elements.spans.map((span) => ({ span, tail: tailOf(surface, span.end, span.start) }));
  const changes: TextChange[] = [];
  for (const [to, from] of order.entries()) {
    const slot = slots[to];
    const source = slots[from];
    if (slot === undefined || source === undefined) return undefined;
    if (from === to) continue;
    changes.push({ span: slot.span, parts: [text.slice(source.span.start, source.span.end)] });
    if (slot.tail.text !== source.tail.text) changes.push({ span: slot.tail.span, parts: [source.tail.text] });
  }
  const gone = [...list.items.keys()].slice(order.length);
  return joinChanges(surface, [changes, ...(gone.length > 0 ? [removeItemsOnSurface(surface, list, gone)] : [])]);
}

/** The comment that ends an item's line, behind its comma. */
function tailOf({ text, comment }: Surface, end: number, start: number) {
  const comma = /^[ \t]*,/.exec(text.slice(end))?.[0].length ?? 0;
  const from = end + comma;
  const line = text.slice(from, lineEnd(text, from));
  const mark = comment === '#' ? /^[ \t]+#.*$/ : /^[ \t]*(?:\/\/.*|\/\*.*\*\/[ \t]*)$/;
  const isOwnLine =
    /^[ \t]*-?[ \t]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)) || startsLine(text, start);
  const tail = isOwnLine ? (mark.exec(line)?.[0] ?? '') : '';
  return { span: { start: from, end: from + tail.length }, text: tail };
}
