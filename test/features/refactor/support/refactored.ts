import assert from 'node:assert/strict';
import { shift } from '../../../../server/src/base/span.ts';
import { applyChanges, tidy } from '../../../../server/src/edit/change.ts';
import type { Refactoring, Scene } from '../../../../server/src/features/refactor/refactoring.ts';
import { refactoringsAt } from '../../../../server/src/features/refactor/refactorings.ts';
import { templateNames } from '../../../../server/src/features/refactor/template-names.ts';
import { fragmentAt } from '../../../../server/src/service/fragment-at.ts';
import { pieceAt, readPieceModel } from '../../../../server/src/service/piece.ts';
import { readMarks } from '../../../rules/support/marks.ts';
import { analysed } from '../../../service/analysed.ts';
import { iamData } from '../../../support/iam-data.ts';

/** A text without its marks, and what is offered at the first of them. */
export interface Offered {
  readonly text: string;
  readonly start: number;
  readonly fragment: string;
  readonly refactorings: readonly Refactoring[];
}

/** Reads a text in which `<|>` is the cursor, or `<|…|>` the selection. */
export function offeredIn(path: string, marked: string): Offered {
  const { text, marks } = readMarks(marked);
  const [mark] = marks;
  assert.ok(mark, 'a cursor');
  return offeredAt(path, text, mark);
}

export function offeredAt(path: string, text: string, span: { readonly start: number; readonly end: number }): Offered {
  const analysis = analysed({ path, text }, { rules: {}, withoutRules: true });
  const fragment = fragmentAt(analysis, span.start);
  const piece = pieceAt({ path, text }, span.start, analysis);
  if (fragment === undefined || piece === undefined) return { text, start: 0, fragment: text, refactorings: [] };
  const { model, start } = fragment;
  assert.equal(piece.text, model.text);
  const fragments = () => (analysis.state?.file.documents ?? []).flatMap((each) => each.fragments);
  const scene: Scene = {
    model,
    iamData,
    reread: (changed, offset) => readPieceModel(piece, changed, offset),
    ...templateNames(fragments, model.format),
  };
  const selection = { start: span.start - start, end: span.end - start };
  return { text, start, fragment: model.text, refactorings: refactoringsAt(scene, selection) };
}

/** The whole text after the refactoring of that id; a sentence in braces where it is refused. */
export function refactored(path: string, marked: string, id: string): string {
  return applied(offeredIn(path, marked), id);
}

export function applied(offered: Offered, id: string): string {
  const { text, start, refactorings } = offered;
  const found = refactorings.find((each) => each.id === id);
  assert.ok(found, `${id} is offered: ${refactorings.map((each) => each.id)}`);
  if (found.refusal !== undefined) return `{${found.refusal}}`;
  const done = found.edit();
  if (done.changes === undefined) return `{${done.refusal}}`;
  const changes = done.changes.map((change) => ({ ...change, span: shift(change.span, start) }));
  return applyChanges(text, tidy([...changes, ...(done.elsewhere ?? [])]));
}

/** The ids of what is offered. */
export function idsIn(path: string, marked: string): readonly string[] {
  return offeredIn(path, marked).refactorings.map(({ id }) => id);
}
