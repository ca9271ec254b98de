import { type IdKind, idKindOf } from '../organization/ids.ts';

/** An id of AWS Organizations in a text; `from` and `to` are indices into it. */
export interface MentionedId {
  readonly id: string;
  readonly kind: IdKind;
  readonly from: number;
  readonly to: number;
}

/** One id, or several joined to a path. */
export interface Mention {
  /** In their order, at least one. */
  readonly ids: readonly MentionedId[];
  /** What the path ends with: `/*` is all below, `/` what is directly there. */
  readonly end: '' | '/' | '/*';
  readonly from: number;
  readonly to: number;
}

const id = String.raw`(?:o-[a-z0-9]{10,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12})(?![\w-])`;
const form = new RegExp(String.raw`(?<![\w-])${id}(?:/${id})*(/\*?(?![^\s"',]))?`, 'g');

/** The ids in a decoded string, in their order. What looks like an id may be none that exists. */
export function findMentions(text: string): readonly Mention[] {
  return [...text.matchAll(form)].map((match) => {
    const [whole, end = ''] = match;
    const from = match.index;
    return {
      ids: idsIn(whole.slice(0, whole.length - end.length), from),
      end: end === '/' || end === '/*' ? end : '',
      from,
      to: from + whole.length,
    };
  });
}

function idsIn(path: string, start: number): readonly MentionedId[] {
  let from = start;
  return path.split('/').flatMap((each) => {
    const kind = idKindOf(each);
    const to = from + each.length;
    const found = kind && { id: each, kind, from, to };
    from = to + 1;
    return found ?? [];
  });
}
