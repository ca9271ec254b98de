import { editBetween, type LongText, longText } from '../base/long-text.ts';
import type { FragmentModel } from '../lint/model.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { formatOf, longestBlankBeginning } from '../syntax/format.ts';
import type { Format, Fragment } from '../syntax/fragment.ts';
import { type PieceKind, readPiece } from '../syntax/read.ts';
import type { Analysis } from './analysis.ts';
import { beginningOf, buildModel, mayHoldPolicy } from './recognise.ts';

/** A part of a text that can be read by itself: a resource of a template, or the whole of what cannot be cut. */
export interface Piece {
  readonly text: string;
  /** Where it begins in the file. */
  readonly start: number;
  readonly kind: PieceKind;
  readonly format: Format;
  readonly inTemplate: boolean;
  readonly path: string;
  /** The user's word on the kind of a policy that stands alone. */
  readonly policyKind: PolicyKind | undefined;
}

export interface PieceRequest {
  readonly path: string;
  readonly text: string | LongText;
  readonly languageId?: string;
  readonly policyKind?: PolicyKind | undefined;
}

/**
 * The piece of a text in which an offset stands, by what an analysis of an earlier text of the same document says of its
 * pieces: a keystroke changes one of them, and only that is looked at. Undefined where the change is not in one piece.
 */
export function pieceAt(request: PieceRequest, offset: number, before: Analysis | undefined): Piece | undefined {
  const { path, policyKind } = request;
  const text = longText(request.text);
  const format = formatOf(path, request.languageId, text.slice(0, longestBlankBeginning));
  if (format === undefined) return undefined;
  const common = { format, path, policyKind };
  const documents = before?.state?.documents ?? [];
  const fragments = documents.flatMap((document) =>
    document.fragments.map(({ fragment }) => ({ fragment, inTemplate: document.inTemplate })),
  );
  const known = before?.source;
  if (known === undefined || before?.format !== format || fragments.length === 0) return undefined;
  const change = changeOf(known, text);
  const grown = text.length - known.length;
  const old = offset <= change.start ? offset : Math.max(change.start, offset - grown);
  const found = fragments.findLast(({ fragment }) => fragment.start <= Math.min(old, change.start));
  if (found === undefined) return undefined;
  const { start } = found.fragment;
  const end = start + found.fragment.text.length;
  const sharing = fragments.filter(({ fragment }) => fragment.start === start);
  if (change.oldEnd > end || old > end) return undefined;
  const kind = kindOfPiece(sharing.map(({ fragment }) => fragment));
  return { ...common, text: text.slice(start, end + grown), start, kind, inTemplate: found.inTemplate };
}

/** The text as one piece, for a text that nothing is known of. */
export function wholePiece(request: PieceRequest): Piece | undefined {
  const { path, policyKind } = request;
  const text = longText(request.text).whole();
  const format = formatOf(path, request.languageId, text);
  return format && { text, start: 0, kind: 'document', format, inTemplate: false, path, policyKind };
}

/**
 * Reads the piece with another text; of several fragments the one in which the offset stands. Of a file that is to be
 * a policy, by its name or the user's word, the first characters are read too.
 */
export function readPieceModel(piece: Piece, text: string, offset: number): FragmentModel | undefined {
  const { kind, format, path, policyKind } = piece;
  const isBare = kind === 'document' && !mayHoldPolicy(text);
  if (isBare && text.length > longestBeginning) return undefined;
  const trees = readPiece(text, kind, format);
  const tree = trees.findLast((each) => (each.key?.span.start ?? 0) <= offset) ?? trees[0];
  if (tree === undefined) return undefined;
  const fragment: Fragment = { start: 0, text, tree };
  const inTemplate = piece.inTemplate || (tree.path.length > 0 && kind === 'document');
  const request = { fragment, format, inTemplate, path, kind: policyKind };
  return isBare ? beginningOf(request) : buildModel(request);
}

/** In characters: a policy of which so much is written says that it is one. */
const longestBeginning = 2_000;

/** Several fragments of one text, or one without a path: the document was not cut. */
function kindOfPiece(fragments: readonly Fragment[]): PieceKind {
  const [only, ...more] = fragments;
  if (only === undefined || more.length > 0 || only.tree.path.length === 0) return 'document';
  return only.tree.path.length === 2 ? 'resource' : 'section';
}

interface TextDifference {
  readonly start: number;
  /** In the old text. */
  readonly oldEnd: number;
}

/** The stretch outside of which both texts are the same. */
function changeOf(before: LongText, after: LongText): TextDifference {
  const edit = editBetween(before, after);
  if (edit === undefined) return differenceOf(before.whole(), after.whole());
  const isNone = edit.start === edit.end && edit.inserted === '';
  return isNone ? { start: before.length, oldEnd: 0 } : { start: edit.start, oldEnd: edit.end };
}

function differenceOf(old: string, text: string): TextDifference {
  if (old === text) return { start: old.length, oldEnd: 0 };
  const most = Math.min(old.length, text.length);
  const start = commonLength(most, (length) => old.slice(0, length) === text.slice(0, length));
  const behind = commonLength(
    most - start,
    (length) => old.slice(old.length - length) === text.slice(text.length - length),
  );
  return { start, oldEnd: old.length - behind };
}

/** The greatest length for which the claim holds; it holds for all lengths below that. */
function commonLength(most: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
