import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Fold, foldSpans } from '../features/folding/fold-spans.ts';
import type { ReadOpen } from './open-syntax.ts';
import type { Session } from './session.ts';

/** An editor asks after each edit: a text that holds no policy and is longer than this, in characters, is not read for it. */
const largestOther = 500_000;

/** What folds, for editors that do not fold by themselves. */
export function registerFoldingRanges({ connection, client, guard }: Session, readOpen: ReadOpen): void {
  connection.onFoldingRanges(({ textDocument }, token) =>
    guard.request('folding ranges', token, async () => {
      const open = await readOpen(textDocument.uri, largestOther);
      if (open?.file === undefined) return null;
      const { document, text, file } = open;
      return limit(nest(foldSpans(text, file).flatMap((fold) => linesOf(document, text, fold))), client.mostFolds);
    }),
  );
}

const kinds: Readonly<Record<Fold['is'], FoldingRangeKind | undefined>> = {
  block: undefined,
  brackets: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

function linesOf(document: TextDocument, text: string, { span, is }: Fold): readonly FoldingRange[] {
  const startLine = document.positionAt(span.start).line;
  const last = document.positionAt(span.end);
  // Unless something else stands before the bracket.
  const staysOpen = is === 'brackets' && /^[\s\]})]*$/.test(text.slice(span.end - last.character, span.end));
  const endLine = staysOpen ? last.line - 1 : last.line;
  const kind = kinds[is];
  return endLine > startLine ? [{ startLine, endLine, ...(kind && { kind }) }] : [];
}

interface Nested {
  readonly range: FoldingRange;
  /** How many are around it. */
  readonly level: number;
}

/** In the order of the text; of several on one first line the longest, and none that crosses one before it. */
function nest(ranges: readonly FoldingRange[]): readonly Nested[] {
  const nested: Nested[] = [];
  const around: FoldingRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)) {
    while ((around.at(-1)?.endLine ?? range.startLine) < range.startLine) around.pop();
    const outer = around.at(-1);
    if (outer !== undefined && (outer.startLine === range.startLine || outer.endLine < range.endLine)) continue;
    nested.push({ range, level: around.length });
    around.push(range);
  }
  return nested;
}

/** Where an editor takes only so many, the outermost. */
function limit(nested: readonly Nested[], most = Number.POSITIVE_INFINITY): FoldingRange[] {
  if (nested.length <= most) return nested.map(({ range }) => range);
  const kept = new Set(nested.toSorted((a, b) => a.level - b.level).slice(0, most));
  return nested.filter((each) => kept.has(each)).map(({ range }) => range);
}
