import type { Span } from '../../base/span.ts';

/** Stands for what is being typed in a text that is read to find out where the cursor is. */
export const marker = 'RoleChainCursor';

/** What stands at the cursor, by the characters around it alone. */
export interface Cursor {
  readonly offset: number;
  /** The word, or the content of the quotes, that the cursor stands in: what is replaced. Holds the cursor. */
  readonly span: Span;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** The quotes around it. */
  readonly quote?: '"' | "'";
  readonly isClosed: boolean;
  readonly style: 'json' | 'block' | 'flow';
  /** What has to be written before it, as a space behind a colon. */
  readonly lead: string;
  /** Where a comma is missing before it. */
  readonly commaAt?: number;
  /** Whether another element follows without a comma. */
  readonly commaAfter: boolean;
  /** It is the key of a property that is there. */
  readonly hasColon: boolean;
  /** The tag before it, `Sub`. */
  readonly tag?: string;
  /** The text with the marker in place of the word, in the ways in which it may be meant, the likeliest first. */
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly text: string;
  /** As what the marker was put there: in YAML a word on a line of its own may become a key, or an item of a list. */
  readonly as: 'key' | 'word';
  /** A dash was put before it, which is to be written with it. */
  readonly dash?: true;
}

/** Puts another text in the place of a span. */
export function splice(text: string, { start, end }: Span, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** Where the content of quotes ends that the cursor stands in; undefined where they are not closed on the line. */
export function closingQuote(rest: string, quote: string): number | undefined {
  const found = (quote === '"' ? /^[^"\\]*(?:\\.[^"\\]*)*(?=")/ : /^[^']*(?:''[^']*)*(?=')/).exec(rest);
  if (found === null) return undefined;
  const content = found[0];
  const behind = rest.slice(content.length + 1);
  // A quote that begins the next string is none that closes this one.
  const isPlain = !/[\s,[\]{}]/.test(content);
  const closes = (isPlain ? /^\s*(?:[,:\]}#"']|\/[/*]|$)/ : /^\s*(?:[,:\]}#]|\/[/*]|$)/).test(behind);
  if (!isPlain && /^\s*[,\]}:]/.test(content)) return undefined;
  return closes ? content.length : undefined;
}

/** How much of an unquoted rest of the line goes on with the word before it. */
export function restOfWord(rest: string): number {
  return /^[^\s,[\]{}"'#]*/.exec(rest)?.[0].length ?? 0;
}
