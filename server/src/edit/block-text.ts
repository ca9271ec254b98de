import { all, type Entry, flowText, join } from './flow-text.ts';
import { type Form, formOf, holdsOnlyText, width } from './form.ts';
import { type Layout, lineLimit, type Quote } from './layout.ts';
import { keyText } from './scalar.ts';
import type { Text, Writable } from './writable.ts';

/**
 * What follows `key:` in YAML's block style: a space and a value, or the lines below it, beginning with a line break.
 * `column` is the key's. Undefined where the place cannot say the value.
 */
export function afterKey(value: Writable, layout: Layout, column: number): Text | undefined {
  const form = formOf(value, layout, 'block');
  const inline = inlineText(value, form, layout, column);
  if (inline) return [' ', ...inline];
  if (!form) return undefined;
  const indent = ' '.repeat(column) + (form.type === 'list' ? layout.itemIndent : layout.unit);
  const body = blockBody(value, layout, indent.length);
  return body && [layout.eol, indent, ...body];
}

/** A key at the column with its value. */
export function blockProperty([key, value]: Entry, layout: Layout, column: number, keyQuote?: Quote): Text | undefined {
  const text = afterKey(value, layout, column);
  return text && [...keyText(key, layout, 'block', keyQuote), ':', ...text];
}

/** A value whose first character stands at the column, its other lines indented to go with it. */
export function blockBody(value: Writable, layout: Layout, column: number): Text | undefined {
  const form = formOf(value, layout, 'block');
  const inline = inlineText(value, form, layout, column);
  if (inline || !form) return inline;
  const next = layout.eol + ' '.repeat(column);
  if (form.type === 'object') {
    const properties = all(form.entries.map((entry) => blockProperty(entry, layout, column)));
    return properties && join(properties, next);
  }
  if (form.type !== 'list') return undefined;
  const items = all(form.items.map((item) => blockBody(item, layout, column + 2)));
  return (
    items &&
    join(
      items.map((item): Text => ['- ', ...item]),
      next,
    )
  );
}

/** A scalar, an empty collection, or a short list where the user writes those on the line. */
function inlineText(value: Writable, form: Form | undefined, layout: Layout, column: number): Text | undefined {
  switch (form?.type) {
    case undefined:
      return undefined;
    case 'text':
      return form.text;
    case 'tagged':
      return flowText(value, layout, '', 'inline');
    case 'object':
      return form.entries.length === 0 ? ['{}'] : undefined;
    case 'list': {
      if (form.items.length === 0) return ['[]'];
      if (layout.lists === 'lines' || !holdsOnlyText(form, layout, 'flow')) return undefined;
      const text = flowText(value, layout, '', 'inline');
      return text && column + width(text) <= lineLimit ? text : undefined;
    }
    default:
      return form satisfies never;
  }
}
