import type { Span } from '../../base/span.ts';
import { blockProperty } from '../../edit/block-text.ts';
import { plain } from '../../edit/change.ts';
import { type Entry, flowProperty, flowText } from '../../edit/flow-text.ts';
import { type Layout, layoutAt } from '../../edit/layout.ts';
import { doubleQuoted, keyText, mapStrings, quoted, valueText } from '../../edit/scalar.ts';
import { columnAt, indentationAt, lineStart } from '../../edit/scan.ts';
import { openSurface, type Surface } from '../../edit/surface.ts';
import type { Text } from '../../edit/writable.ts';
import type { Cursor } from './cursor.ts';
import type { CompletionItem, Offer, Writing } from './offer.ts';
import type { Place } from './place.ts';

/** Where an offer is written: the text, the cursor in it, and what `Fn::Sub` is there. */
export interface Sheet {
  readonly text: string;
  readonly cursor: Cursor;
  readonly place: Place;
  readonly substitution: Surface['substitution'];
}

/** Where the cursor goes. */
const here: Text[number] = { name: '' };

/** How far from the cursor an example of the user's style is looked for, in characters. */
const reach = 3_000;

/** Writes offers in the form of the place; those are left out that the place cannot say. */
export function writeOffers(offers: readonly Offer[], sheet: Sheet): readonly CompletionItem[] {
  const layout = layoutOf(sheet);
  if (layout === undefined) return [];
  return offers.flatMap((offer) => writeOffer(offer, sheet, layout) ?? []);
}

function layoutOf({ text, cursor, substitution }: Sheet): Layout | undefined {
  const from = lineStart(text, Math.max(0, cursor.offset - reach));
  const near = text.slice(from, cursor.offset + reach);
  const surface = openSurface({ text: near, format: cursor.style === 'json' ? 'jsonc' : 'yaml' });
  if (surface === undefined) return undefined;
  const isJson = cursor.style === 'json' || (cursor.style === 'flow' && cursor.quote === '"');
  return layoutAt({ ...surface, substitution }, cursor.offset - from, isJson);
}

function writeOffer(offer: Offer, sheet: Sheet, layout: Layout): CompletionItem | undefined {
  const { cursor } = sheet;
  const written = write(offer.writing, sheet, layout);
  if (written === undefined) return undefined;
  const { span, parts, keepsRest } = written;
  const comma = cursor.commaAt;
  const end = cursor.commaAfter ? [...parts, ','] : parts;
  return {
    offer,
    replace: span,
    insert: keepsRest && !cursor.commaAfter ? { start: span.start, end: cursor.offset } : span,
    parts: end,
    filterText: filterTextOf(offer, sheet, span, parts),
    additional: comma === undefined ? [] : [{ span: { start: comma, end: comma }, newText: ',' }],
    ...(cursor.quote && { quote: cursor.quote }),
  };
}

/** Editors compare it with the text from the start of the range to the cursor, which may begin with quotes. */
function filterTextOf({ label, filter, writing }: Offer, { text, cursor }: Sheet, span: Span, parts: Text): string {
  const opening = /^["']/.exec(text.slice(span.start, cursor.offset))?.[0] ?? '';
  const content = writing.as === 'text' ? plain(parts).replace(/^(?:["'\s]|- )+/, '') : label;
  return opening + (filter ?? content);
}

interface Written {
  readonly span: Span;
  readonly parts: Text;
  /** What follows the cursor in the span may stay, if the user wants it so. */
  readonly keepsRest: boolean;
}

function write(writing: Writing, sheet: Sheet, layout: Layout): Written | undefined {
  switch (writing.as) {
    case 'key':
      return writeKey(writing.name, sheet, layout, () => emptyValue(writing.value, sheet, layout));
    case 'property':
      return writeProperty(writing.entry, sheet, layout);
    case 'text':
      return writeText(writing, sheet, layout);
    case 'value': {
      const { cursor } = sheet;
      if (cursor.quote !== undefined || cursor.tag !== undefined) return undefined;
      const text = flowText(writing.value, layout, '', writing.inLines ? 'lines' : 'inline');
      return text && { span: cursor.span, parts: [...leadOf(sheet), ...text], keepsRest: false };
    }
    default:
      return writing satisfies never;
  }
}

/** The word with its quotes. */
function wholeSpan({ span, quote, isClosed }: Cursor): Span {
  return quote === undefined ? span : { start: span.start - 1, end: span.end + (isClosed ? 1 : 0) };
}

function writeKey(name: string, { cursor }: Sheet, layout: Layout, value: () => Text): Written {
  if (cursor.hasColon && cursor.quote !== undefined && cursor.isClosed)
    return { span: cursor.span, parts: [name], keepsRest: true };
  const quote = cursor.quote === '"' ? 'double' : cursor.quote === "'" ? 'single' : undefined;
  const key = keyText(name, layout, cursor.style === 'block' ? 'block' : 'flow', quote);
  return {
    span: wholeSpan(cursor),
    parts: [cursor.lead, ...key, ...(cursor.hasColon ? [] : value())].filter((part) => part !== ''),
    keepsRest: cursor.hasColon && cursor.quote === undefined,
  };
}

/** What stands behind a new key, its colon first. */
function emptyValue(shape: 'string' | 'object' | 'objects', sheet: Sheet, layout: Layout): Text {
  const { cursor } = sheet;
  if (cursor.style === 'block') {
    if (shape === 'string') return [': ', here];
    const indent = ' '.repeat(keyColumn(sheet));
    const inner = indent + (shape === 'objects' ? layout.itemIndent : layout.unit);
    return [`:${layout.eol}${inner}${shape === 'objects' ? '- ' : ''}`, here];
  }
  const colon = layout.language === 'json' ? layout.colon : ': ';
  const pad = layout.bracePadding;
  if (shape === 'string') return layout.language === 'json' ? [`${colon}"`, here, '"'] : [colon, here];
  return shape === 'object' ? [`${colon}{${pad}`, here, `${pad}}`] : [`${colon}[{${pad}`, here, `${pad}}]`];
}

/** Where the key begins on its line. */
function keyColumn({ text, cursor }: Sheet): number {
  return columnAt(text, wholeSpan(cursor).start) + cursor.lead.length;
}

function writeProperty(entry: Entry, sheet: Sheet, layout: Layout): Written | undefined {
  const { text, cursor } = sheet;
  if (cursor.hasColon) return undefined;
  const span = wholeSpan(cursor);
  const quote = cursor.quote === '"' ? 'double' : cursor.quote === "'" ? 'single' : undefined;
  const standsAlone = text.slice(lineStart(text, span.start), span.start).trim() === '';
  const parts =
    cursor.style === 'block'
      ? blockProperty(entry, layout, keyColumn(sheet), quote)
      : flowProperty(entry, layout, indentationAt(text, span.start), standsAlone ? 'lines' : 'inline', quote);
  return parts && { span, parts: [cursor.lead, ...parts].filter((part) => part !== ''), keepsRest: false };
}

function writeText(
  { parts: given, from = 0, untilColon }: Extract<Writing, { readonly as: 'text' }>,
  sheet: Sheet,
  layout: Layout,
): Written {
  const { text, cursor } = sheet;
  const colon = untilColon ? text.slice(cursor.offset, cursor.span.end).indexOf(':') : -1;
  const span = {
    start: cursor.span.start + from,
    end: colon < 0 ? cursor.span.end : cursor.offset + colon,
  };
  // The colon that is there already is not written again.
  const parts = colon < 0 ? given : [plain(given).replace(/:$/, '')];
  const kept = text.slice(cursor.span.start, span.start);
  if (cursor.quote !== undefined) {
    const closing = cursor.isClosed ? '' : cursor.quote;
    return { span, parts: [...spell(parts, cursor.quote), closing].filter((part) => part !== ''), keepsRest: true };
  }
  const whole: Text = kept === '' ? parts : [kept, ...parts];
  const spelled = scalar(whole, cursor, layout);
  // Where no quotes are needed what stands there stays, and only the rest is compared with what is typed.
  if (kept !== '' && spelled === whole) return { span, parts, keepsRest: true };
  return { span: cursor.span, parts: [...leadOf(sheet), ...spelled], keepsRest: true };
}

function scalar(parts: Text, { style, tag }: Cursor, layout: Layout): Text {
  if (style === 'json') return doubleQuoted(parts);
  if (tag !== undefined) return parts.every((part) => typeof part === 'string') ? parts : quoted(parts, layout.quote);
  return valueText(parts, layout, style === 'block' ? 'block' : 'flow');
}

function spell(parts: Text, quote: '"' | "'"): Text {
  return mapStrings(parts, (part) => (quote === '"' ? JSON.stringify(part).slice(1, -1) : part.replaceAll("'", "''")));
}

function leadOf({ cursor, place }: Sheet): Text {
  const dash = place.in === 'value' && place.lacksDash ? '- ' : '';
  return cursor.lead + dash === '' ? [] : [cursor.lead + dash];
}
