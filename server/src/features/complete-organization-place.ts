import { touches } from '../base/span.ts';
import { insertItem } from '../edit/insert-item.ts';
import type { Changes } from '../edit/place.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import type { FragmentModel } from '../lint/model.ts';
import { targetOf } from '../lint/run.ts';
import { isAccountKey } from '../policy/account-key.ts';
import { alternatives, listItems } from '../policy/alternatives.ts';
import { organizationPathKeys, takesWildcards } from '../policy/organization-path.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { valueOffsetAt } from '../syntax/decode.ts';
import { type ArrayNode, type Node, property, type StringNode } from '../syntax/node.ts';
import { textAt } from './strings-of-fragment.ts';

/** Where an id of an organization can be written, and what of it is there. */
export interface CompletionPlace {
  readonly wants: Wanted;
  /** What stands before the cursor of that which is replaced, decoded. */
  readonly typed: string;
  /** Writes a text there, in the document's own form. */
  readonly write: (text: string) => Changes;
}

/** A path ends with `/*` where the operator knows wildcards, else with `/`. */
export type Wanted =
  | { readonly kind: 'path'; readonly end: '/' | '/*' }
  | { readonly kind: 'organization' }
  | { readonly kind: 'account' };

/** The place at an offset of the fragment's text; undefined where no such id belongs. */
export function findCompletionPlace(model: FragmentModel, offset: number): CompletionPlace | undefined {
  const pointed = textAt(model, offset);
  if (pointed?.node.type === 'string' && pointed.text.startsWith('arn:'))
    return placeInArn(model, pointed.node, pointed.index);
  for (const each of [model, ...model.nested])
    for (const policy of each.policies)
      for (const statement of policy.statements)
        for (const slot of slotsOf(statement)) {
          const place = placeIn(slot, { target: targetOf(each, policy), offset });
          if (place !== undefined) return place;
        }
  return undefined;
}

/** A property whose values are such ids. */
interface Slot {
  readonly wants: Wanted;
  readonly key: StringNode;
  readonly value: Node;
}

function slotsOf(statement: Statement): readonly Slot[] {
  const principals = ['Principal', 'NotPrincipal'].flatMap((name) => {
    const element = property(statement.node, name);
    return (element === undefined ? [] : listItems(element.value)).flatMap((each) => property(each, 'AWS') ?? []);
  });
  return [
    ...principals.map(({ key, value }): Slot => ({ wants: { kind: 'account' }, key, value })),
    ...statement.condition.entries.flatMap((entry): Slot[] => {
      const wants = wantedBy(entry);
      return wants === undefined ? [] : [{ wants, key: entry.keyNode, value: entry.valueNode }];
    }),
  ];
}

function wantedBy(entry: ConditionEntry): Wanted | undefined {
  const key = entry.key.toLowerCase();
  const type = entry.operator?.operator.type ?? 'string';
  if (type !== 'string') return undefined;
  if (organizationPathKeys.some((each) => each.toLowerCase() === key))
    return { kind: 'path', end: entry.operator === undefined || takesWildcards(entry) ? '/*' : '/' };
  if (/^aws:\w+orgid$/.test(key)) return { kind: 'organization' };
  return isAccountKey(key) ? { kind: 'account' } : undefined;
}

interface Cursor {
  readonly target: EditTarget;
  /** In the fragment's text. */
  readonly offset: number;
}

function placeIn({ wants, key, value }: Slot, cursor: Cursor): CompletionPlace | undefined {
  const { text } = cursor.target;
  if (value.type === 'null' && !text.slice(key.span.end, value.span.start).includes(':')) return undefined;
  for (const node of alternatives(value)) {
    const found = node.type === 'array' ? placeInList(node, cursor) : placeInScalar(node, cursor);
    if (found !== undefined) return { wants, ...found };
  }
  return undefined;
}

type Found = Omit<CompletionPlace, 'wants'>;

function placeInList(list: ArrayNode, cursor: Cursor): Found | undefined {
  for (const item of list.items.flatMap((each) => alternatives(each))) {
    const found = placeInScalar(item, cursor);
    if (found !== undefined) return found;
  }
  return list.style === 'flow' ? placeBetween(list, cursor) : undefined;
}

function placeInScalar(node: Node, { target, offset }: Cursor): Found | undefined {
  switch (node.type) {
    case 'string': {
      const index = touches(node.span, offset) ? valueOffsetAt(node, offset) : undefined;
      // Of a text with substitutions only a part is known: nothing can take its place.
      if (index === undefined || node.value.includes('${')) return undefined;
      const write = (text: string) => replaceInString(target, node, 0, node.value.length, [text]);
      return { typed: node.value.slice(0, index), write };
    }
    case 'number': {
      if (!touches(node.span, offset)) return undefined;
      return { typed: node.raw.slice(0, offset - node.span.start), write: (text) => replaceValue(target, node, text) };
    }
    case 'null': {
      const { start, end } = node.span;
      if (start !== end || offset < start || !/^[ \t]*$/.test(target.text.slice(start, offset))) return undefined;
      return { typed: '', write: (text) => replaceValue(target, node, text) };
    }
    case 'intrinsic': {
      const { name, argument } = node;
      if (name !== 'Sub') return undefined;
      const text = argument.type === 'array' ? argument.items[0] : argument;
      return text?.type === 'string' ? placeInScalar(text, { target, offset }) : undefined;
    }
    default:
      return undefined;
  }
}

/** Inside the brackets of a list, where an item may begin. */
function placeBetween(list: ArrayNode, { target, offset }: Cursor): Found | undefined {
  const { start, end } = list.span;
  if (offset <= start || offset >= end || !/[[,]\s*$/.test(target.text.slice(start, offset))) return undefined;
  const [sibling] = list.items;
  if (sibling === undefined) return { typed: '', write: (text) => insertItem(target, list, 0, text) };
  const write = (text: string): Changes => {
    const asSibling = replaceValue(target, sibling, text)?.map(({ parts }) => parts);
    return asSibling && [{ span: { start: offset, end: offset }, parts: asSibling.flat() }];
  };
  return { typed: '', write };
}

/** The account's field of an ARN, `arn:partition:service:region:account:resource`. */
function placeInArn(model: FragmentModel, node: StringNode, index: number): CompletionPlace | undefined {
  const target = targetOfString(model, node);
  // What a substitution or a placeholder holds is no part of the ARN's own form.
  const text = node.value.replace(/\$\{[^}]*\}|<[^>]*>/g, (hidden) => '_'.repeat(hidden.length));
  const fields = text.split(':');
  const from = fields.slice(0, 4).join(':').length + 1;
  const account = fields[4];
  if (target === undefined || account === undefined || fields[2] === 's3') return undefined;
  const to = from + account.length;
  if (index < from || index > to || node.value.slice(from, to).includes('${')) return undefined;
  const write = (id: string) => replaceInString(target, node, from, to, [id]);
  return { wants: { kind: 'account' }, typed: node.value.slice(from, index), write };
}

/** Where an edit of a string writes; undefined for one in a string that no policy or template was read from. */
function targetOfString(model: FragmentModel, { host }: StringNode): EditTarget | undefined {
  const { text, format } = model;
  if (host === undefined) return { text, format };
  for (const each of [model, ...model.nested]) {
    const policy = each.policies.find(({ embedding }) => embedding?.host === host.node);
    if (policy !== undefined) return targetOf(each, policy);
  }
  const embedding = model.nested.find((each) => each.embedding.host === host.node)?.embedding;
  return embedding && { text, format, embedding };
}
