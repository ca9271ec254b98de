import assert from 'node:assert/strict';
import { completePolicy } from '../../../../server/src/features/completion/complete-policy.ts';
import type { KnownRole } from '../../../../server/src/features/completion/complete-roles.ts';
import type { CompletionItem, Completions } from '../../../../server/src/features/completion/offer.ts';
import { type PieceRequest, pieceAt, readPieceModel, wholePiece } from '../../../../server/src/service/piece.ts';
import { readMarks } from '../../../rules/support/marks.ts';
import { analysed } from '../../../service/analysed.ts';
import { iamData } from '../../../support/iam-data.ts';

export interface CompletedText {
  readonly text: string;
  /** Where the spans of the items count from. */
  readonly start: number;
  readonly found: Completions | undefined;
}

/** What is offered at the cursor `<|>` of a text. */
export function completeAt(path: string, marked: string, roles: readonly KnownRole[] = []): CompletedText {
  const { text, marks } = readMarks(marked);
  const [cursor] = marks;
  assert.ok(cursor, 'a cursor');
  const request: PieceRequest = { path, text };
  const piece = pieceAt(request, cursor.start, analysed({ path, text })) ?? wholePiece(request);
  assert.ok(piece, 'a file of a known format');
  const offset = cursor.start - piece.start;
  const model = readPieceModel(piece, piece.text, offset);
  const read = (patched: string, at: number) => readPieceModel(piece, patched, at);
  const found = completePolicy({
    model: model ?? { ...emptyModel, text: piece.text, format: piece.format, inTemplate: piece.inTemplate },
    offset,
    read,
    readTemplate: (patched, at, format) =>
      readPieceModel({ ...piece, text: patched, start: 0, kind: 'document', format, path: 'template' }, patched, at),
    data: iamData,
    roles: () => roles,
  });
  return { text, start: piece.start, found };
}

const emptyModel = {
  tree: { path: [], root: undefined, problems: [] },
  policies: [],
  summary: undefined,
  nested: [],
} as const;

export function labelsAt(path: string, marked: string, roles?: readonly KnownRole[]): readonly string[] {
  return completeAt(path, marked, roles).found?.items.map(({ offer }) => offer.label) ?? [];
}

/** The whole text after accepting the item of that label, the cursor afterwards as `<|>`. */
export function accept(path: string, marked: string, label: string, roles?: readonly KnownRole[]): string {
  const { text, start, found } = completeAt(path, marked, roles);
  const item = found?.items.find(({ offer }) => offer.label === label);
  assert.ok(item, `${label} is offered, of ${found?.items.map(({ offer }) => offer.label).join(' | ')}`);
  assert.ok(!/[\r\n]/.test(text.slice(start + item.replace.start, start + item.replace.end)), 'on one line');
  return applied(text, start, item);
}

function applied(text: string, start: number, { replace, parts, additional }: CompletionItem): string {
  const main = parts
    .map((part) => (typeof part === 'string' ? part : part.name === '' ? '<|>' : `<${part.name}>`))
    .join('');
  const edits = [{ span: replace, newText: main }, ...additional].toSorted((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (done, { span, newText }) => done.slice(0, start + span.start) + newText + done.slice(start + span.end),
    text,
  );
}
