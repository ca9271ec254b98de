import { keptWith } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import type { ArrayNode, Node, ObjectNode, Property, StringNode } from '../syntax/node.ts';
import { type TextChange, tidy } from './change.ts';
import type { FlowElements } from './flow-elements.ts';
import type { Quote, Spread } from './layout.ts';
import { lineStart, restOfLine, skipBlankBack, skipTrivia } from './scan.ts';
import { openSurface, type Surface } from './surface.ts';
import type { EditTarget } from './target.ts';

/** What an operation gives back: undefined where it cannot be done without risk for what the user wrote. */
export type Changes = readonly TextChange[] | undefined;

/** Runs an operation on the surface of the target and brings its changes back to the fragment's text. */
export function edit(target: EditTarget, operation: (surface: Surface) => Changes): Changes {
  const surface = openSurface(target);
  const changes = surface && operation(surface);
  return changes && surface.toFragment(tidy(changes));
}

/** The properties of an object as spans of the surface. Undefined for an object that others are merged into. */
export function propertySpans(surface: Surface, object: ObjectNode): FlowElements | undefined {
  const spans = object.properties.map((each) => {
    const { start, end } = surface.locate(each.key.span);
    const valueEnd = isAlias(each) ? end + aliasLength(surface.text, end) : contentSpan(surface, each.value).end;
    return { start, end: Math.max(end, valueEnd) };
  });
  return inOrder(contentSpan(surface, object), spans);
}

/** True when the value stands elsewhere, before the property, where changing it would change others too. */
export function isAlias({ key, value }: Property): boolean {
  return value.span.start < key.span.end;
}

function aliasLength(text: string, keyEnd: number): number {
  return /^\s*:\s*\*[^\s,[\]{}]+/.exec(text.slice(keyEnd, keyEnd + 1_000))?.[0].length ?? 0;
}

/** The items of an array as spans of the surface. Undefined for an array with an alias in it. */
export function itemSpans(surface: Surface, array: ArrayNode): FlowElements | undefined {
  const known = knownItems.get(array);
  if (known?.text === surface.text) return known.elements;
  const spans = array.items.map((item) => contentSpan(surface, item));
  const elements = inOrder(contentSpan(surface, array), spans);
  knownItems.set(array, { text: surface.text, elements });
  return elements;
}

/** A thousand findings in a list have a fix each, which asks for all items. */
const knownItems = keptWith<ArrayNode, { readonly text: string; readonly elements: FlowElements | undefined }>();

/** An alias has the span of its anchor, which is no place among these elements. */
function inOrder(container: Span, spans: readonly Span[]): FlowElements | undefined {
  const isOrdered = spans.every((span, index) => span.start >= (spans[index - 1]?.end ?? container.start));
  return isOrdered && (spans.at(-1)?.end ?? 0) <= container.end ? { container, spans } : undefined;
}

/** The node's span on the surface, without the line breaks that a block ends with. */
export function contentSpan(surface: Surface, node: Node): Span {
  const { start, end } = surface.locate(node.span);
  return { start, end: Math.max(start, skipBlankBack(surface.text, end)) };
}

/** True for an empty object or array without a comment in it. */
export function isBlankInside(surface: Surface, node: ObjectNode | ArrayNode): boolean {
  const { start, end } = contentSpan(surface, node);
  return surface.text.slice(start + 1, end - 1).trim() === '';
}

/** True when the span stands inside `{…}` or `[…]`: in block style no line goes on with one of these characters. */
export function isInFlow(surface: Surface, span: Span): boolean {
  if (surface.language === 'json') return true;
  return /[,\]}]/.test(surface.text[skipTrivia(surface.text, span.end, surface.comment)] ?? '');
}

/** `lines` when the value has its lines for itself, but for its key: only then may it take more of them. */
export function spreadAt({ text, comment }: Surface, span: Span): Spread {
  const before = text.slice(lineStart(text, span.start), span.start);
  const comma = /^[ \t]*,/.exec(text.slice(span.end))?.[0].length ?? 0;
  const standsAlone = aloneOnLine.test(before) && restOfLine(text, span.end + comma, comment) !== undefined;
  return standsAlone ? 'lines' : 'inline';
}

/** The start of a line with at most a key on it. */
const aloneOnLine =
  /^[ \t]*(?:-[ \t]+)*(?:"[^"\\]*(?:\\.[^"\\]*)*"[ \t]*:?[ \t]*|(?:'[^']*'|[^\s"'{[][^{[,]*?)[ \t]*:[ \t]*)?$/;

/** The quotes that the string is written in, if it is. */
export function quotesOf(node: Node | undefined): Quote | undefined {
  const style = node?.type === 'string' ? node.style : undefined;
  return style === 'single' || style === 'double' ? style : undefined;
}

/** True where a YAML file goes on in JSON: its keys are in double quotes. */
export function isJsonLike(key: StringNode | undefined): boolean {
  return key?.style === 'double';
}
