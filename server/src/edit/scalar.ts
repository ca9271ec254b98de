import { plain } from './change.ts';
import type { Layout, Quote } from './layout.ts';
import type { Text } from './writable.ts';

/** Where a YAML scalar stands: inside `[…]` or `{…}` more characters are special. */
export type Context = 'flow' | 'block';

/** A key; `quote` asks for quotes even where YAML could do without. */
export function keyText(key: string, layout: Layout, context: Context, quote?: Quote): Text {
  return scalarText([key], layout, context, quote ?? (key.includes(':') ? layout.nameQuotes.key : undefined));
}

/** A string value in the style of the place. */
export function valueText(parts: Text, layout: Layout, context: Context): Text {
  const isName = plain(parts).includes(':');
  return scalarText(parts, layout, context, layout.valueQuote ?? (isName ? layout.nameQuotes.value : undefined));
}

function scalarText(parts: Text, layout: Layout, context: Context, quote: Quote | undefined): Text {
  if (layout.language === 'json') return doubleQuoted(parts);
  if (!quote && parts.every((part) => typeof part === 'string') && isPlainSafe(plain(parts), context)) return parts;
  return quoted(parts, quote ?? layout.quote);
}

/** A YAML string in the given quotes; in double ones if it holds what single ones cannot. */
export function quoted(parts: Text, quote: Quote): Text {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that need an escape.
  const needsEscape = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(plain(parts));
  if (quote === 'double' || needsEscape) return doubleQuoted(parts);
  return ["'", ...mapStrings(parts, (part) => part.replaceAll("'", "''")), "'"];
}

/** A JSON string, which is a YAML string too. */
export function doubleQuoted(parts: Text): Text {
  return ['"', ...mapStrings(parts, (part) => JSON.stringify(part).slice(1, -1)), '"'];
}

/** The same text with its characters, not its placeholders, rewritten. */
export function mapStrings(parts: Text, rewrite: (part: string) => string): Text {
  return parts.map((part) => (typeof part === 'string' ? rewrite(part) : part));
}

/**
 * True when the text may go without quotes: YAML reads it as just this string, and it holds no braces, for a value like
 * `${aws:username}` is seldom seen without quotes.
 */
export function isPlainSafe(text: string, context: Context): boolean {
  return !/[{}]/.test(text) && isPlainSyntax(text, context);
}

/** True when YAML reads the text without quotes as just this string, by the rules of YAML 1.2 and of 1.1. */
export function isPlainSyntax(text: string, context: Context): boolean {
  if (/^$|^\s|\s$|[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe]/.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`<=]/.test(text) || text.startsWith('...')) return false;
  if (/: |:$| #/.test(text) || (context === 'flow' && /[,[\]{}]/.test(text))) return false;
  return !readsAsOtherType(text);
}

function readsAsOtherType(text: string): boolean {
  if (/^(?:~|null|true|false|yes|no|on|off|y|n)$/i.test(text)) return true;
  if (/^[-+]?\.(?:inf|nan)$/i.test(text)) return true;
  // Numbers in every base, with separators, as times of day (`12:30`) and as dates (`2012-10-17`).
  return /^[-+]?(?:0x[\da-f_]+|0o?[0-7_]+|[\d_.,:]+(?:e[-+]?\d+)?)$/i.test(text) || /^\d{4}-\d{1,2}-\d{1,2}/.test(text);
}
