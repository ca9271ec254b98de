import { formOf, holdsOnlyText, type ListForm, type ObjectForm, width } from './form.ts';
import { type Layout, lineLimit, type Quote, type Spread } from './layout.ts';
import { keyText } from './scalar.ts';
import type { Text, Writable } from './writable.ts';

/** A property still to be written. */
export type Entry = readonly [key: string, value: Writable];

/**
 * A value in JSON or in YAML's flow style. `indent` is the white space that its first line begins with, `column` where
 * on that line the value begins; with `inline` everything stays on that line. Undefined where the place cannot say it.
 */
export function flowText(
  value: Writable,
  layout: Layout,
  indent: string,
  spread: Spread,
  column = indent.length,
): Text | undefined {
  const form = formOf(value, layout, 'flow');
  if (!form || form.type === 'text') return form?.text;
  if (form.type === 'tagged') {
    const argument = flowText(form.argument, layout, indent, 'inline');
    return argument && [form.tag, ' ', ...argument];
  }
  const [open, close] = form.type === 'list' ? ['[', ']'] : ['{', '}'];
  const inline = elements(form, layout, indent, 'inline');
  if (!inline || inline.length === 0) return inline && [open + close];
  const padding = form.type === 'list' ? layout.bracketPadding : layout.bracePadding;
  const oneLine: Text = [open, padding, ...join(inline, layout.comma), padding, close];
  if (spread === 'inline' || (isUsedInline(form, layout) && column + width(oneLine) <= lineLimit)) return oneLine;
  const inner = indent + layout.unit;
  const lines = elements(form, layout, inner, 'lines');
  if (!lines) return undefined;
  return [open, layout.eol, inner, ...join(lines, `,${layout.eol}${inner}`), layout.eol, indent, close];
}

/** A key with its value, without a comma. */
export function flowProperty(
  [key, value]: Entry,
  layout: Layout,
  indent: string,
  spread: Spread,
  keyQuote?: Quote,
): Text | undefined {
  const start: Text = [...keyText(key, layout, 'flow', keyQuote), layout.colon];
  const text = flowText(value, layout, indent, spread, indent.length + width(start));
  return text && [...start, ...text];
}

/** Texts with a separator between them. */
export function join(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));
}

/** The texts, if there are all. */
export function all(texts: readonly (Text | undefined)[]): readonly Text[] | undefined {
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function isUsedInline(form: ListForm | ObjectForm, layout: Layout): boolean {
  if (form.type === 'list') return layout.lists === 'inline' && holdsOnlyText(form, layout, 'flow');
  return (form.isCall ? layout.functions : layout.objects) === 'inline';
}

function elements(form: ListForm | ObjectForm, layout: Layout, indent: string, spread: Spread) {
  return form.type === 'list'
    ? all(form.items.map((item) => flowText(item, layout, indent, spread)))
    : all(form.entries.map((entry) => flowProperty(entry, layout, indent, spread)));
}
