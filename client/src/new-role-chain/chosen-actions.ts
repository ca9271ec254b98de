import type { ActionItem } from '../../../server/src/protocol/actions.ts';

/** A row of the list in which actions are chosen. */
export type ActionRow =
  | { readonly kind: 'done'; readonly label: string; readonly detail: string }
  | { readonly kind: 'separator'; readonly label: string }
  | {
      readonly kind: 'chosen' | 'action' | 'service';
      readonly label: string;
      readonly description: string;
      readonly detail?: string;
      /** `s3:GetObject`, or `s3:` of a service. */
      readonly text: string;
    };

export interface ActionSearch {
  readonly typed: string;
  readonly chosen: readonly string[];
  readonly items: readonly ActionItem[];
  readonly more: boolean;
}

/** What a list shows for a search: the way on, what is chosen, what was found. */
export function listRows({ typed, chosen, items, more }: ActionSearch): readonly ActionRow[] {
  const found = items.filter(({ text }) => !isAmong(chosen, text)).map(toRow);
  return [
    toDone(chosen.length),
    ...(chosen.length > 0 ? [separator('Chosen')] : []),
    ...chosen.map((text): ActionRow => ({ kind: 'chosen', label: text, description: 'Enter takes it out', text })),
    ...(found.length > 0 ? [separator(headingOf(typed, more))] : []),
    ...found,
  ];
}

/** Puts an action into the list, or takes it out. */
export function toggleAction(chosen: readonly string[], text: string): readonly string[] {
  return isAmong(chosen, text) ? chosen.filter((each) => !isSame(each, text)) : [...chosen, text];
}

/** A word that could be an action, known or not. */
export function looksLikeAction(text: string): boolean {
  return /^[a-z0-9-]+:[a-z0-9*?]+$/i.test(text);
}

export function isAmong(chosen: readonly string[], text: string): boolean {
  return chosen.some((each) => isSame(each, text));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function toDone(count: number): ActionRow {
  if (count === 0)
    return {
      kind: 'done',
      label: '$(debug-step-over) Start empty: the role may do nothing yet',
      detail: 'Or type a part of an action: s3:PutBucket, PublicAccessBlock',
    };
  const actions = `${count} action${count === 1 ? '' : 's'}`;
  return { kind: 'done', label: `$(arrow-right) Go on with ${actions}`, detail: 'Or type to add another' };
}

function headingOf(typed: string, more: boolean): string {
  if (typed === '') return 'Services';
  return more ? 'The first of many: type on' : 'Found';
}

function separator(label: string): ActionRow {
  return { kind: 'separator', label };
}

function toRow({ kind, text, about, description }: ActionItem): ActionRow {
  return {
    kind: kind === 'service' ? 'service' : 'action',
    label: text,
    description: about,
    ...(description !== undefined && { detail: description }),
    text,
  };
}
