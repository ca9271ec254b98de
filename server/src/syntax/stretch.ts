import type { FragmentTree, SyntaxFile } from './fragment.ts';
import type { Slice } from './slice.ts';

/** A stretch of text that was parsed by itself, and all that was read from it. */
export interface Stretch {
  /** A document that was not cut counts as a section: the same text holds the same either way. */
  readonly kind: Exclude<Slice['kind'], 'document'>;
  readonly text: string;
  readonly trees: readonly FragmentTree[];
}

/** A stretch that is to be read. */
export type UnreadStretch = Pick<Stretch, 'kind' | 'text'>;

/** The stretches of a file that was read, in the order of the text; those that hold nothing are not among them. */
export function stretchesOf(file: Pick<SyntaxFile, 'documents'>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { fragments } of file.documents) {
    let at = 0;
    for (let first = fragments[at]; first !== undefined; first = fragments[at]) {
      const from = at;
      const { start, text } = first;
      while (fragments[at]?.start === start) at++;
      const trees = fragments.slice(from, at).map((each) => each.tree);
      stretches.push({ kind: kindOf(trees), text, trees });
    }
  }
  return stretches;
}

function kindOf(trees: readonly FragmentTree[]): Stretch['kind'] {
  const [first, ...others] = trees;
  if (first?.path.length === 2) return 'resource';
  const isKeyAlone = others.length === 0 && first?.path[0] === 'Resources' && first.root === undefined;
  return isKeyAlone ? 'resources' : 'section';
}

/**
 * For each stretch that is to be read, the one of the same text that was read before; each serves once. Most edits
 * change one stretch, so those before and behind it are compared in place, and only the rest is looked up.
 */
export function matchStretches(
  unread: readonly UnreadStretch[],
  read: readonly Stretch[],
): readonly (Stretch | undefined)[] {
  if (read.length === 0) return unread.map(() => undefined);
  const most = Math.min(unread.length, read.length);
  let before = 0;
  while (before < most && isSame(unread[before], read[before])) before++;
  let behind = 0;
  while (behind < most - before && isSame(unread.at(-1 - behind), read.at(-1 - behind))) behind++;

  const rest = byText(read.slice(before, read.length - behind));
  return [
    ...read.slice(0, before),
    ...unread.slice(before, unread.length - behind).map((each) => rest.get(textKey(each))?.shift()),
    ...read.slice(read.length - behind),
  ];
}

function isSame(unread: UnreadStretch | undefined, read: Stretch | undefined): boolean {
  return unread?.text === read?.text && unread?.kind === read?.kind;
}

function byText(stretches: readonly Stretch[]): Map<string, Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const key = textKey(stretch);
    const same = found.get(key);
    if (same === undefined) found.set(key, [stretch]);
    else same.push(stretch);
  }
  return found;
}

function textKey({ kind, text }: UnreadStretch): string {
  return `${kind} ${text}`;
}
