import type { Position, SelectionRange } from 'vscode-languageserver/node';
import { type SelectionAt, selectionsIn } from '../features/selection/selection-spans.ts';
import { rangeOf } from './diagnostics.ts';
import type { OpenSyntax, ReadOpen } from './open-syntax.ts';
import type { Session } from './session.ts';

/** A text that holds no policy and is longer than this, in characters, has words, brackets and lines only. */
const largestOther = 1_000_000;

/**
 * What *Expand Selection* takes, step by step. VS Code selects by brackets only in languages for which no extension says
 * more: every document gets an answer, whatever it holds.
 */
export function registerSelectionRanges({ connection, guard }: Session, readOpen: ReadOpen): void {
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    guard.request('selection ranges', token, async () => {
      const open = await readOpen(textDocument.uri, largestOther);
      if (open === undefined) return null;
      const selectionAt = selectionsIn(open.text, open.file);
      return positions.map((position) => selectAt(open, position, selectionAt));
    }),
  );
}

function selectAt({ document }: OpenSyntax, position: Position, selectionAt: SelectionAt): SelectionRange {
  const spans = selectionAt(document.offsetAt(position));
  const nothing: SelectionRange = { range: { start: position, end: position } };
  return (
    spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: rangeOf(document, span), ...(parent && { parent }) }),
      undefined,
    ) ?? nothing
  );
}
