import { oncePer } from '../../base/once.ts';
import { type Span, shift } from '../../base/span.ts';
import type { Fragment, SyntaxDocument, SyntaxFile } from '../../syntax/fragment.ts';
import type { StringNode } from '../../syntax/node.ts';
import { lineEnd, lineStart } from '../../syntax/text-lines.ts';
import { templateSpans } from '../template-spans.ts';
import { treeInString } from '../tree-in-string.ts';
import { commentsIn } from './comment-spans.ts';
import { nestSpans } from './nest-spans.ts';
import { type ReadString, type Structure, structureSpans } from './structure-spans.ts';
import { wordSpans } from './word-spans.ts';

/** What can be selected around an offset, each within the next. */
export type SelectionAt = (offset: number) => readonly Span[];

/**
 * What can be selected in a text: from the part of an ARN by the string, the value, the statement and the resource to the
 * whole text. `file` is the text as it was read; without it there are words, brackets and the line. What is worked out
 * for one place is kept for the others: an editor asks for each of its cursors.
 */
export function selectionsIn(text: string, file: SyntaxFile | undefined): SelectionAt {
  const all = { start: 0, end: text.length };
  const inString = oncePer((node: StringNode) => ({ root: treeInString(node) }));
  const aroundParts = oncePer((document: SyntaxDocument) => spansAroundParts(document, text));
  const structuresAt = (offset: number, { fragments }: Place) =>
    fragments.map((each) => structureIn(each, offset, (node) => inString(node).root));
  const isWord = onceAt((offset) => {
    const place = file && placeIn(file, offset);
    return place !== undefined && structuresAt(offset, place).some((each) => each.isWord);
  });
  const commentAt = file === undefined ? () => [] : commentsIn(text, file.format, isWord);
  return (offset) => {
    const place = file && placeIn(file, offset);
    const structures = place ? structuresAt(offset, place) : [];
    const structure = [...structures.flatMap(({ spans }) => spans), ...(place ? aroundParts(place.document) : [])];
    if (structures.some((each) => each.isWord)) return nestSpans([...structure, all], offset);
    return nestSpans(
      [...structure, ...commentAt(offset), all, ...wordSpans(text, offset), lineSpan(text, offset)],
      offset,
    );
  };
}

/** An answer for each place, worked out once. */
function onceAt(work: (offset: number) => boolean): (offset: number) => boolean {
  const known = new Map<number, boolean>();
  return (offset) => {
    const answer = known.get(offset) ?? work(offset);
    known.set(offset, answer);
    return answer;
  };
}

interface Place {
  readonly document: SyntaxDocument;
  readonly fragments: readonly Fragment[];
}

function placeIn({ documents }: SyntaxFile, offset: number): Place | undefined {
  const begins = ({ start }: Fragment) => start <= offset;
  const document = documents.findLast(({ fragments }) => fragments.some(begins)) ?? documents[0];
  if (document === undefined) return undefined;
  const nearest = document.fragments.findLast(begins);
  // Those of a document that could not be cut share its text.
  return { document, fragments: document.fragments.filter(({ start }) => start === nearest?.start) };
}

function structureIn({ start, text, tree }: Fragment, offset: number, inString: ReadString): Structure {
  const { spans, isWord } = structureSpans(tree, text, offset - start, inString);
  return { spans: spans.map((span) => shift(span, start)), isWord };
}

function spansAroundParts(document: SyntaxDocument, text: string): readonly Span[] {
  const { keyed, resources, braces, entries } = templateSpans(document, text);
  return [...keyed, ...(resources ? [resources] : []), ...braces, ...entries];
}

/** A line without the white space around it. */
function lineSpan(text: string, offset: number): Span {
  const begin = lineStart(text, offset);
  const line = text.slice(begin, lineEnd(text, offset));
  const start = begin + (line.length - line.trimStart().length);
  return { start, end: start + line.trim().length };
}
