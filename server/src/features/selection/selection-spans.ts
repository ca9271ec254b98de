import { type Span, shift } from '../../base/span.ts';
import type { Fragment, SyntaxDocument, SyntaxFile } from '../../syntax/fragment.ts';
import { lineEnd, lineStart } from '../../syntax/text-lines.ts';
import { templateSpans } from '../template-spans.ts';
import { commentSpans } from './comment-spans.ts';
import { nestSpans } from './nest-spans.ts';
import { type Structure, structureSpans } from './structure-spans.ts';
import { wordSpans } from './word-spans.ts';

/**
 * What can be selected around an offset of a text, each within the next: from the part of an ARN by the string, the value,
 * the statement and the resource to the whole text. `file` is the text as it was read; without it there are words,
 * brackets and the line.
 */
export function selectionSpans(text: string, file: SyntaxFile | undefined, offset: number): readonly Span[] {
  const all = { start: 0, end: text.length };
  const place = file && placeIn(file, offset);
  const structureAt = (at: number) => place?.fragments.map((each) => structureIn(each, at)) ?? [];
  const structures = structureAt(offset);
  const structure = [...structures.flatMap(({ spans }) => spans), ...(place ? aroundParts(place.document, text) : [])];
  if (structures.some(({ isWord }) => isWord)) return nestSpans([...structure, all], offset);
  const isWord = (at: number) => structureAt(at).some((each) => each.isWord);
  const comment = file === undefined ? [] : commentSpans(text, file.format, offset, isWord);
  return nestSpans([...structure, ...comment, all, ...wordSpans(text, offset), lineSpan(text, offset)], offset);
}

function placeIn({ documents }: SyntaxFile, offset: number) {
  const begins = ({ start }: Fragment) => start <= offset;
  const document = documents.findLast(({ fragments }) => fragments.some(begins)) ?? documents[0];
  if (document === undefined) return undefined;
  const nearest = document.fragments.findLast(begins);
  // Those of a document that could not be cut share its text.
  return { document, fragments: document.fragments.filter(({ start }) => start === nearest?.start) };
}

function structureIn({ start, text, tree }: Fragment, offset: number): Structure {
  const { spans, isWord } = structureSpans(tree, text, offset - start);
  return { spans: spans.map((span) => shift(span, start)), isWord };
}

function aroundParts(document: SyntaxDocument, text: string): readonly Span[] {
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
