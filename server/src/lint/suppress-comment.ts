import type { Span } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import { lineEnd, lineStart, nextLine, skipTrivia } from '../edit/scan.ts';
import type { Format } from '../syntax/fragment.ts';
import type { Suppressible, Suppression } from './suppress.ts';

const word = 'rolechain-ignore';

export interface CommentedText {
  readonly text: string;
  readonly format: Format;
  /** True where the offset lies in a string of the text, which holds no comments. */
  readonly isInString: (offset: number) => boolean;
}

/**
 * The suppressions in comments: `rolechain-ignore-next-line <rule>[, <rule>] -- reason` for findings that begin on the
 * next line that is neither blank nor a comment, `rolechain-ignore-file <rule>... -- reason` for all. The reason may be
 * left out. Strict JSON has no comments.
 */
export function readCommentSuppressions(source: CommentedText): readonly Suppression[] {
  const { text, format, isInString } = source;
  if (format === 'json' || !text.includes(word)) return [];
  const found: Suppression[] = [];
  for (const match of text.matchAll(/rolechain-ignore(-[\w-]*)?(?![\w-])([^\r\n]*)/g)) {
    const mark = commentMark(text, match.index, format);
    if (mark === undefined || isInString(match.index)) continue;
    found.push(...readComment(source, mark, match.index, match[1] ?? '', match[2] ?? ''));
  }
  return found;
}

/** Where the comment begins whose first word stands at the offset. */
function commentMark(text: string, offset: number, format: Format): number | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  const mark =
    format === 'yaml' ? /(?<=^|\s)#+[ \t]*$/.exec(before) : /(?:(?<!\/)\/\/+|\/\*+|(?<=^[ \t]*)\*)[ \t]*$/.exec(before);
  return mark === null ? undefined : offset - before.length + mark.index;
}

function readComment(
  { text, format }: CommentedText,
  mark: number,
  at: number,
  scope: string,
  rest: string,
): readonly Suppression[] {
  const isBlock = format === 'jsonc' && !text.startsWith('//', mark);
  const close = isBlock ? rest.indexOf('*/') : -1;
  const words = close < 0 ? rest : rest.slice(0, close);
  const afterWord = at + word.length + scope.length;
  const end = close < 0 ? lineEnd(text, at) : afterWord + close + 2;
  // Of a comment of several lines only a part would be taken away.
  const comment = isBlock && (close < 0 || text[mark] !== '/') ? undefined : { start: mark, end };
  const remove = () => comment && removeComment(text, comment);
  const head = { start: at, end: afterWord };
  const covers = coverage(scope, text, isBlock ? endOfBlock(text, at) : end, format);
  if (covers === undefined) {
    const complaint = `Write \`${word}-next-line\` or \`${word}-file\`.`;
    return [{ rule: undefined, complaint, span: head, covers: () => false, remove }];
  }
  const list = /^(.*?)(?:(?:^|\s)--(?:\s|$)|$)/.exec(words)?.[1] ?? '';
  const names = [...list.matchAll(/[^\s,]+/g)].map((match) => spanFrom(afterWord + match.index, match[0].length));
  if (names.length === 0) {
    const complaint = 'This names no rule, so it suppresses nothing. Name the rule behind it.';
    return [{ rule: undefined, complaint, span: head, covers, remove }];
  }
  return names.map((span, index) => ({
    rule: text.slice(span.start, span.end),
    span,
    covers,
    remove: () => (names.length === 1 ? remove() : removeName(names, index)),
  }));
}

function endOfBlock(text: string, at: number): number {
  const close = text.indexOf('*/', at);
  return close < 0 ? text.length : close + 2;
}

function coverage(
  scope: string,
  text: string,
  commentEnd: number,
  format: Format,
): ((finding: Suppressible) => boolean) | undefined {
  if (scope === '-file') return () => true;
  if (scope !== '-next-line') return undefined;
  // What follows a block comment on its own line is not the next line.
  const from = nextLine(text, commentEnd);
  const target = skipTrivia(text, from, format === 'yaml' ? '#' : '//');
  const line = { start: lineStart(text, target), end: lineEnd(text, target) };
  return ({ span }) => from <= target && line.start <= span.start && span.start <= line.end;
}

function spanFrom(start: number, length: number): Span {
  return { start, end: start + length };
}

/** With its line, where it has one for itself. */
function removeComment(text: string, { start, end }: Span): readonly TextChange[] {
  const line = { start: lineStart(text, start), end: lineEnd(text, end) };
  const before = text.slice(line.start, start);
  const after = text.slice(end, line.end);
  if (before.trim() === '' && after.trim() === '')
    return [{ span: { start: line.start, end: nextLine(text, end) }, parts: [] }];
  const blank = /(?<![ \t])[ \t]*$/.exec(before)?.[0].length ?? 0;
  return [{ span: { start: start - blank, end }, parts: [] }];
}

/** With the comma or blank that parts it from its neighbour. */
function removeName(names: readonly Span[], index: number): readonly TextChange[] {
  const own = names[index];
  const next = names[index + 1];
  const previous = names[index - 1];
  if (own === undefined) return [];
  const span = next ? { start: own.start, end: next.start } : { start: previous?.end ?? own.start, end: own.end };
  return [{ span, parts: [] }];
}
