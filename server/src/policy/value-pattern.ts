import type { Span } from '../base/span.ts';
import { spanInString } from '../syntax/decode.ts';
import { describeParts, type Part, spanOfPart, type Value } from './value.ts';

/** A value as one text in which each unknown is one character, with the way back to what the user wrote. */
export interface ValuePattern {
  /** Holds `unknown` for each hole, and for each of IAM's own variables. */
  readonly text: string;
  /** As the user wrote it, for messages. */
  readonly describe: (from: number, to: number) => string;
  /** Where it stands in the fragment's text. All of it, and nothing of it, is the value as a whole, quotes included. */
  readonly spanOf: (from: number, to: number) => Span;
}

/** The character that stands for what is not known before a request. */
export const unknown = '\u0000';

/** Takes a value apart into what is known of it and what is not. */
export function patternOf(value: Value): ValuePattern {
  // Only what is reported needs the way back.
  const pieces = () => value.parts.flatMap(piecesOf);
  return {
    text: value.parts.map(textOf).join(''),
    describe: (from, to) =>
      describeParts(
        pieces()
          .slice(from, to)
          .map(({ part }) => part),
      ),
    spanOf: (from, to) => {
      const simple = spanInSimple(value, from, to);
      if (simple !== undefined) return simple;
      const all = pieces();
      const meant = all.slice(from, to);
      if (meant.length === 0 || meant.length === all.length) return value.node.span;
      const spans = meant.map(({ part }) => spanOfPart(value, part));
      return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
    },
  };
}

/** Where a stretch of nearly all values stands: of one text, written as it reads. Undefined for others. */
function spanInSimple({ parts: [only, ...more] }: Value, from: number, to: number): Span | undefined {
  if (only?.type !== 'literal' || more.length > 0 || only.text.includes('${')) return undefined;
  const { at, text } = only;
  const isPart = 0 <= from && from < to && to <= text.length && to - from < text.length;
  if (!isPart || at === undefined || at.to - at.from !== text.length) return undefined;
  return spanInString(at.node, at.from + from, at.from + to);
}

function textOf(part: Part): string {
  if (part.type === 'literal' && !part.text.includes('${')) return part.text;
  return piecesOf(part)
    .map(({ char }) => char)
    .join('');
}

interface Piece {
  readonly char: string;
  /** The part of the value that the character stands for. */
  readonly part: Part;
}

function piecesOf(part: Part): readonly Piece[] {
  if (part.type === 'hole') return [{ char: unknown, part }];
  const pieces: Piece[] = [];
  let index = 0;
  while (index < part.text.length) {
    const variable = variableAt(part.text, index);
    const to = index + (variable?.length ?? 1);
    pieces.push({ char: variable === undefined ? part.text.slice(index, to) : unknown, part: cut(part, index, to) });
    index = to;
  }
  return pieces;
}

function variableAt(text: string, index: number): string | undefined {
  if (!text.startsWith('${', index)) return undefined;
  return /^\$\{[^{}]*\}/.exec(text.slice(index, index + longestVariable))?.[0];
}

/** Bounds the look-ahead, so that the time stays linear in the length of the text. */
const longestVariable = 300;

function cut(part: Part & { type: 'literal' }, from: number, to: number): Part {
  const text = part.text.slice(from, to);
  // A literal made by an intrinsic (`${!x}`) has fewer characters than its place: it keeps the whole place.
  if (part.at === undefined || part.at.to - part.at.from !== part.text.length) return { ...part, text };
  return { ...part, text, at: { node: part.at.node, from: part.at.from + from, to: part.at.from + to } };
}
