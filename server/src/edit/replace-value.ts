import type { Span } from '../base/span.ts';
import type { Node } from '../syntax/node.ts';
import { afterKey, blockBody } from './block-text.ts';
import { flowText } from './flow-text.ts';
import { formOf } from './form.ts';
import { type Layout, layoutAt, leadingColumn } from './layout.ts';
import { type Changes, contentSpan, edit, isInFlow, quotesOf, spreadAt } from './place.ts';
import { columnAt, headOf, indentationAt, lineEnd, lineStart, restOfLine, skipBlankBack } from './scan.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';
import type { Text, Writable } from './writable.ts';

/** Writes another value in the place of a node; quotes stay as they are where there were some. */
export function replaceValue(target: EditTarget, node: Node, value: Writable): Changes {
  return edit(target, (surface) => replaceOnSurface(surface, node, value));
}

/** The same for operations that are made of several. */
export function replaceOnSurface(surface: Surface, node: Node, value: Writable): Changes {
  const content = contentSpan(surface, node);
  const span = content.start === content.end ? withTrailingBlank(surface, content) : content;
  return isBlock(node) || !isInFlow(surface, span)
    ? replaceInBlock(surface, node, span, value)
    : replaceInFlow(surface, node, span, value);
}

function replaceInFlow(surface: Surface, node: Node, span: Span, value: Writable): Changes {
  const { text } = surface;
  const isJson = /"\s*:\s*$/.test(text.slice(lineStart(text, span.start), span.start));
  const layout = keepQuotes(layoutAt(surface, span.start, isJson), node);
  const indent = indentationAt(text, span.start);
  const parts = flowText(value, layout, indent, spreadAt(surface, span), columnAt(text, span.start));
  return (
    parts && [{ span, parts: node.span.start === node.span.end ? [missingColon(text, span.start), ...parts] : parts }]
  );
}

/** Where nothing is written yet, the blanks that the user typed at the end of the line make room for it. */
function withTrailingBlank({ text }: Surface, { start }: Span): Span {
  return { start, end: start + (/^[ \t]*(?=\r?\n|$)/.exec(text.slice(start))?.[0].length ?? 0) };
}

/** What a half-typed property lacks before its value. */
function missingColon(text: string, offset: number): string {
  if (text[skipBlankBack(text, offset) - 1] !== ':') return ': ';
  return text[offset - 1] === ':' ? ' ' : '';
}

function replaceInBlock(surface: Surface, node: Node, span: Span, value: Writable): Changes {
  const { text } = surface;
  const layout = keepQuotes(layoutAt(surface, span.start), node);
  const head = headOf(text, span.start);
  if (head?.mark === ':') return replaceAfterColon(surface, layout, { start: head.end, end: span.end }, value);
  const isEmptyItem = head?.end === span.start;
  const column = columnAt(text, span.start) + (isEmptyItem ? 1 : 0);
  const parts = blockBody(value, layout, column);
  if (!parts) return undefined;
  // Behind a comment or an anchor only what keeps to the line or to the form of the node is sure to fit.
  const form = formOf(value, layout, 'block')?.type;
  const keepsForm = isBlock(node) && form === (node.type === 'array' ? 'list' : node.type);
  if (!head && !keepsForm && !fitsOnLine(afterKey(value, layout, column))) return undefined;
  return [{ span, parts: isEmptyItem ? [' ', ...parts] : parts }];
}

/** Replaces all from the colon on; a comment at the end of the key's line stays there. */
function replaceAfterColon(surface: Surface, layout: Layout, span: Span, value: Writable): Changes {
  const { text, comment } = surface;
  const column = leadingColumn(text.slice(lineStart(text, span.start), span.start));
  const parts = afterKey(value, layout, column);
  const tail = restOfLine(text, span.end, comment);
  if (!parts || tail === undefined) return undefined;
  const wasOnLine = lineEnd(text, span.start) === lineEnd(text, span.end);
  if (!wasOnLine || fitsOnLine(parts)) return [{ span, parts }];
  return [
    { span, parts: [] },
    { span: { start: tail, end: tail }, parts },
  ];
}

/** True for a value behind its key, not below it. */
function fitsOnLine(parts: Text | undefined): boolean {
  return parts?.[0] === ' ';
}

function isBlock(node: Node): boolean {
  return (node.type === 'object' || node.type === 'array') && node.style === 'block';
}

function keepQuotes(layout: Layout, node: Node): Layout {
  const quote = layout.language === 'yaml' ? quotesOf(node) : undefined;
  return quote ? { ...layout, quote, valueQuote: quote } : layout;
}
