import type { Span } from '../base/span.ts';
import { lineEnd } from './text-lines.ts';

/** An error as the YAML parser reports it. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** In the user's text. */
  readonly span: Span;
}

/** Sentences that more than one place says. */
export const yamlSentences = {
  colonMissing: 'A colon and a value are missing behind this name.',
  spaceAfterColon: 'A space is missing behind the colon.',
  spaceAfterDash: 'A space is missing behind the dash.',
  commaMissing: 'A comma is missing here.',
  quoteMissing: 'The closing quote is missing.',
  quotesAroundColon: 'A value that holds a colon and a space must stand in quotes.',
  indentation: 'The indentation of this line does not fit the lines above it.',
  tab: 'YAML does not allow tabs as indentation. Use spaces.',
  bracketTooMany: 'This bracket does not belong here. Remove it, or put the value in quotes.',
} as const;

/** The parser's error in a sentence of our own. */
export function describeYamlError(error: YamlError, text: string): string {
  const { code, message, span } = error;
  switch (code) {
    case 'MISSING_CHAR':
      return describeMissing(message);
    case 'MULTILINE_IMPLICIT_KEY':
      return yamlSentences.colonMissing;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.includes('sequence') ? yamlSentences.indentation : yamlSentences.quotesAroundColon;
    case 'BAD_INDENT':
      return describeIndentation(message);
    case 'TAB_AS_INDENT':
      return yamlSentences.tab;
    case 'BLOCK_IN_FLOW':
      return yamlSentences.commaMissing;
    case 'BAD_ALIAS':
      return message.includes('Alias')
        ? 'A value that begins with * must stand in quotes.'
        : 'This anchor has no name.';
    case 'BAD_SCALAR_START':
      return `A value that begins with ${text[span.start] ?? 'this character'} must stand in quotes.`;
    case 'BAD_DQ_ESCAPE':
      return 'This escape is not known in YAML. Write \\\\ for a backslash, or use single quotes.';
    case 'UNEXPECTED_TOKEN':
      return describeUnexpected(message);
    case 'MULTIPLE_TAGS':
      return 'A value can have only one tag.';
    case 'MULTIPLE_ANCHORS':
      return 'A value can have only one anchor.';
    case 'ALIAS_PROPS':
      return 'An alias can have no tag and no anchor of its own.';
    case 'BAD_PROP_ORDER':
      return 'A tag must stand behind the dash or the colon of its value.';
    case 'TAG_RESOLVE_FAILED':
      return 'This tag does not fit its value.';
    default:
      return `${message.replace(/\.$/, '')}.`;
  }
}

function describeMissing(message: string): string {
  if (message.startsWith('Implicit map keys')) return yamlSentences.colonMissing;
  if (message.startsWith('Missing closing')) return yamlSentences.quoteMissing;
  if (message.startsWith('Sequence item without')) return 'A dash is missing before this item.';
  if (message.startsWith('Missing ,')) return yamlSentences.commaMissing;
  if (message.startsWith('Missing space after :')) return yamlSentences.spaceAfterColon;
  if (message.startsWith('Tags and anchors')) return 'A space is missing behind the tag.';
  if (message.startsWith('Comments')) return 'A space is missing before the #.';
  return `${message}.`;
}

function describeIndentation(message: string): string {
  const bracket = missingBracket(message);
  if (bracket !== undefined) return `The closing ${bracket} is missing.`;
  if (message.startsWith('Block scalar')) return 'This text must be indented further than its key.';
  return yamlSentences.indentation;
}

/** The bracket that the parser says is missing, if it says so. */
export function missingBracket(message: string): string | undefined {
  return /^Flow .* end with a (.)$/.exec(message)?.[1];
}

function describeUnexpected(message: string): string {
  if (message.startsWith('Block scalar header')) return 'Behind | or > only a digit and + or - may stand on this line.';
  if (message.startsWith('Unexpected ,')) return 'This comma does not belong here. Remove it.';
  if (/^Unexpected flow-(map|seq)-end/.test(message)) return yamlSentences.bracketTooMany;
  if (message.includes('at node end')) {
    return 'This stands behind a finished value. Remove it, or put the whole value in quotes.';
  }
  return 'This is not expected here. Check the quotes and the indentation of the lines before it.';
}

/**
 * The span to underline. The parser reports what is missing at the white space behind it, or on the next line: the last
 * character before it shows it better. A wrong indentation is shown on what stands on the line. No span crosses a line.
 */
export function visibleSpan(error: YamlError, text: string): Span {
  if (/^(All|Sequence item)/.test(error.message)) return lineSpan(text, error.span.start);
  const isMissing = isSpace(text[error.span.start]) || missingBracket(error.message) !== undefined;
  const start = isMissing ? lastVisible(text, error.span.start - 1) : error.span.start;
  const end = Math.min(Math.max(isMissing ? 0 : error.span.end, start + 1), Math.max(lineEnd(text, start), start));
  return { start, end: Math.max(start, start + text.slice(start, end).trimEnd().length) };
}

function lineSpan(text: string, offset: number): Span {
  const start = offset + Math.max(text.slice(offset).search(/\S/), 0);
  return { start, end: start + text.slice(start, lineEnd(text, start)).trimEnd().length };
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function lastVisible(text: string, offset: number): number {
  let at = Math.min(offset, text.length - 1);
  while (at > 0 && isSpace(text[at])) at--;
  return Math.max(at, 0);
}
