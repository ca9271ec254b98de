import type { Span } from '../base/span.ts';
import type { SyntaxProblem } from './node.ts';
import type { Patch } from './patched-text.ts';
import { contentColumn, indentation, isBlankLine, lineEnd, lineStart, nextLine } from './text-lines.ts';
import { missingBracket, type YamlError, yamlSentences } from './yaml-problems.ts';

/** A way over an error: the text is parsed again with the patches, and the problem is what the user reads. */
export interface Recovery {
  readonly patches: readonly Patch[];
  readonly problem: SyntaxProblem;
}

/**
 * Finds ways over errors that would cost the parser what follows them: half-typed words, quotes that are not closed,
 * lines that are indented wrongly. At most one for each line; the errors that are left are found by parsing again.
 * `quoteStart` gives the start of the quoted text that an error says is not closed.
 */
export function findRecoveries(
  text: string,
  errors: readonly YamlError[],
  quoteStart: (error: YamlError) => number | undefined,
): Recovery[] {
  const recoveries: Recovery[] = [];
  const lines = new Set<number>();
  for (const error of mostUrgent(errors)) {
    const recovery = recover(text, error, errors, quoteStart);
    if (recovery === undefined) continue;
    const touched = recovery.patches.map((patch) => lineStart(text, patch.offset));
    if (touched.some((line) => lines.has(line))) continue;
    for (const line of touched) lines.add(line);
    recoveries.push(recovery);
    // A line that moves changes what the errors behind it mean.
    if (recovery.problem.message === yamlSentences.indentation) break;
  }
  return recoveries;
}

/**
 * The errors to get over first. Columns mean little while tabs stand among them, and the parser misreads what follows a
 * quote or a bracket left open.
 */
function mostUrgent(errors: readonly YamlError[]): readonly YamlError[] {
  const groups = [
    errors.filter((error) => error.code === 'TAB_AS_INDENT'),
    errors.filter((error) => error.message.startsWith('Missing closing')),
    // One at a time: the next may be an outcome of it.
    errors.filter((error) => missingBracket(error.message) !== undefined).slice(0, 1),
  ];
  return groups.find((group) => group.length > 0) ?? errors;
}

function recover(
  text: string,
  error: YamlError,
  errors: readonly YamlError[],
  quoteStart: (error: YamlError) => number | undefined,
): Recovery | undefined {
  const { code, message, span } = error;
  switch (code) {
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return closeQuote(text, quoteStart(error));
      if (message.startsWith('Implicit map keys')) return separateWord(text, span.start);
      if (message.startsWith('Sequence item')) return indentFurther(text, span.start);
      return undefined;
    case 'MULTILINE_IMPLICIT_KEY': {
      const indented = errors.some((each) => each.code === 'BLOCK_AS_IMPLICIT_KEY' && each.span.start === span.start);
      return indented ? indentLess(text, span.start) : completeWord(text, span.start);
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.includes('sequence')) return indentFurther(text, span.start);
      return spansLines(span, text, errors) ? undefined : quoteRest(text, span.start);
    case 'BAD_INDENT':
      if (message.startsWith('All mapping')) return indentFurther(text, span.start);
      return closeBrackets(text, span.start, errors);
    case 'TAB_AS_INDENT':
      return replaceTabs(text, span);
    case 'BLOCK_IN_FLOW':
      return insertComma(text, span.start);
    case 'UNEXPECTED_TOKEN':
      return /^Unexpected flow-(map|seq)-end token in YAML stream/.test(message) ? removeBracket(span) : undefined;
    default:
      return undefined;
  }
}

function spansLines(span: Span, text: string, errors: readonly YamlError[]): boolean {
  const key = errors.find((each) => each.code === 'MULTILINE_IMPLICIT_KEY' && each.span.start === span.start);
  return key !== undefined && key.span.end > lineEnd(text, span.start);
}

/** A word alone on its line, where a key is being typed: read as a key without a value. */
export function completeWord(text: string, start: number): Recovery | undefined {
  const separated = separateWord(text, start);
  if (separated !== undefined) return separated;
  const end = wordEnd(text, start);
  if (end === start) return undefined;
  return {
    patches: [{ offset: end, remove: 0, insert: ':' }],
    problem: { span: { start, end }, message: yamlSentences.colonMissing },
  };
}

/** `Effect:Allow` and `-item` lack a space. */
function separateWord(text: string, start: number): Recovery | undefined {
  const end = wordEnd(text, start);
  const word = text.slice(start, end);
  if (/^-\w/.test(word)) {
    return {
      patches: [{ offset: start + 1, remove: 0, insert: ' ' }],
      problem: { span: { start, end: start + 1 }, message: yamlSentences.spaceAfterDash },
    };
  }
  const colon = /^[A-Z]\w*:(?=[^\s:])/.exec(word)?.[0].length;
  if (colon === undefined) return undefined;
  return {
    patches: [{ offset: start + colon, remove: 0, insert: ' ' }],
    problem: { span: { start: start + colon - 1, end: start + colon }, message: yamlSentences.spaceAfterColon },
  };
}

function wordEnd(text: string, start: number): number {
  const line = text.slice(start, lineEnd(text, start));
  const comment = line.search(/\s#/);
  return start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length;
}

/** Closes a quoted text before the first line that looks like one of its own, not like a continuation. */
function closeQuote(text: string, start: number | undefined): Recovery | undefined {
  if (start === undefined) return undefined;
  const line = lineStart(text, start);
  const column = contentColumn(text, line);
  // A text that begins its line continues an earlier key, or is a list's item: its dash counts.
  const least =
    line + column === start ? indentation(text, line) + (column > indentation(text, line) ? 1 : 0) : column + 1;
  let end = lineEnd(text, start);
  for (let at = nextLine(text, start); at < text.length; at = nextLine(text, at)) {
    const content = text.slice(at, lineEnd(text, at));
    if (content.trim() === '') continue;
    if (indentation(text, at) < least || /^\s*(?:-\s|[\w.:'"/-]+:(?:\s|$))/.test(content)) break;
    end = lineEnd(text, at);
  }
  end = start + Math.max(text.slice(start, end).trimEnd().length, 1);
  return {
    patches: [{ offset: end, remove: 0, insert: text[start] ?? '"' }],
    problem: { span: { start, end: Math.min(end, lineEnd(text, start)) }, message: yamlSentences.quoteMissing },
  };
}

/** Closes the brackets that end, for the parser, at `offset`: the innermost is reported first. */
function closeBrackets(text: string, offset: number, errors: readonly YamlError[]): Recovery | undefined {
  const here = errors.filter((error) => error.code === 'BAD_INDENT' && error.span.start === offset);
  const insert = here.map((error) => missingBracket(error.message) ?? '').join('');
  let before = text.slice(0, offset).trimEnd().length;
  let line = lineStart(text, before);
  while (line > 0 && isBlankLine(text, line)) {
    before = text.slice(0, line).trimEnd().length;
    line = lineStart(text, before);
  }
  const end = text[offset] === '}' || text[offset] === ']' ? before : Math.min(before, wordEnd(text, line));
  if (insert === '' || end === 0) return undefined;
  return {
    patches: [{ offset: end, remove: 0, insert }],
    problem: { span: { start: end - 1, end }, message: `The closing ${insert} is missing.` },
  };
}

/** `Description: one: two`: the rest of the line is the value. */
function quoteRest(text: string, offset: number): Recovery | undefined {
  const end = wordEnd(text, offset);
  const start = offset + (/^(?:[!&]\S*\s+)*/.exec(text.slice(offset, end))?.[0].length ?? 0);
  const value = text.slice(start, end);
  const quote = ["'", '"'].find((each) => !value.includes(each));
  if (quote === undefined || (quote === '"' && value.includes('\\'))) return undefined;
  return {
    patches: [
      { offset: start, remove: 0, insert: quote },
      { offset: end, remove: 0, insert: quote },
    ],
    problem: { span: { start, end }, message: yamlSentences.quotesAroundColon },
  };
}

/** The line below `offset` is indented further than its neighbours. It moves, and what stands below it with it. */
function indentLess(text: string, offset: number): Recovery | undefined {
  const above = lineStart(text, offset);
  const line = nextContentLine(text, offset);
  if (line === undefined) return undefined;
  const surplus = indentation(text, line) - contentColumn(text, above);
  if (surplus <= 0) return undefined;
  const patches = blockAt(text, line).map((each) => ({ offset: each, remove: surplus, insert: '' }));
  return { patches, problem: indentationProblem(text, line) };
}

/** The line of `offset` stands between the columns of the lines above it. It moves to the deeper one, with its block. */
function indentFurther(text: string, offset: number): Recovery | undefined {
  const content = offset + text.slice(offset).search(/\S/);
  if (content < offset) return undefined;
  const line = lineStart(text, content);
  const column = indentation(text, line);
  const missing = deeperColumn(text, line, column) - column;
  if (missing <= 0) return undefined;
  const patches = blockAt(text, line).map((each) => ({ offset: each, remove: 0, insert: ' '.repeat(missing) }));
  return { patches, problem: indentationProblem(text, line) };
}

/** The column of the children of the line's parent: the nearest line above that is indented less. */
function deeperColumn(text: string, line: number, column: number): number {
  let deeper = column;
  for (let at = line; at > 0; ) {
    at = lineStart(text, at - 1);
    if (isBlankLine(text, at)) continue;
    const here = indentation(text, at);
    if (here < column) return Math.max(deeper, contentColumn(text, at));
    deeper = here;
  }
  return deeper;
}

/**
 * The starts of the lines that move together: the line, what it holds, and the lines behind that stand in its column.
 * Lines that merely stand deeper are left, since they may belong to what is above.
 */
function blockAt(text: string, line: number): number[] {
  const column = indentation(text, line);
  const lines: number[] = [];
  let inner = Number.POSITIVE_INFINITY;
  for (let at = line; at < text.length; at = nextLine(text, at)) {
    if (text.slice(at, lineEnd(text, at)).trim() === '') continue;
    const here = indentation(text, at);
    if (here !== column && here < inner) break;
    lines.push(at);
    if (here === column) inner = innerColumn(text, at, column);
  }
  return lines;
}

/** The least column of what a line holds on the lines below it; infinite when it holds nothing there. */
function innerColumn(text: string, line: number, column: number): number {
  const content = contentColumn(text, line);
  if (content > column) return content;
  const next = nextContentLine(text, line);
  const isOpen = /(?::|[|>][-+\d]*)\s*$/.test(text.slice(line, wordEnd(text, line)));
  if (!isOpen || next === undefined || indentation(text, next) <= column) return Number.POSITIVE_INFINITY;
  return indentation(text, next);
}

function nextContentLine(text: string, offset: number): number | undefined {
  let at = nextLine(text, offset);
  while (at < text.length && isBlankLine(text, at)) at = nextLine(text, at);
  return at < text.length ? at : undefined;
}

function indentationProblem(text: string, line: number): SyntaxProblem {
  const start = line + indentation(text, line);
  return { span: { start, end: wordEnd(text, start) }, message: yamlSentences.indentation };
}

function replaceTabs(text: string, span: Span): Recovery | undefined {
  const patches: Patch[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (text[at] === '\t') patches.push({ offset: at, remove: 1, insert: '  ' });
  }
  return patches.length === 0 ? undefined : { patches, problem: { span, message: yamlSentences.tab } };
}

function insertComma(text: string, start: number): Recovery | undefined {
  const first = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s"',]+)(?=[ \t]+["'\w])/.exec(text.slice(start, lineEnd(text, start)))?.[0];
  if (first === undefined) return undefined;
  const end = start + first.length;
  return {
    patches: [{ offset: end, remove: 0, insert: ',' }],
    problem: { span: { start: end - 1, end }, message: yamlSentences.commaMissing },
  };
}

function removeBracket(span: Span): Recovery {
  return {
    patches: [{ offset: span.start, remove: 1, insert: '' }],
    problem: { span: { start: span.start, end: span.start + 1 }, message: yamlSentences.bracketTooMany },
  };
}
