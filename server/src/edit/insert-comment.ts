import type { Changes } from './place.ts';
import { indentationAt, lineStart } from './scan.ts';
import type { EditTarget } from './target.ts';

/**
 * Puts a comment on a line of its own above the line that holds the offset. Undefined in JSON, which knows no comments,
 * and inside a string that goes over several lines, where it would become a part of the string.
 */
export function insertComment(target: EditTarget, offset: number, comment: string): Changes {
  const { text, format } = target;
  if (format === 'json' || target.embedding || (format === 'yaml' && isInBlockScalar(text, offset))) return undefined;
  const at = lineStart(text, offset);
  const firstWord = at + (/^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0);
  const indent = indentationAt(text, firstWord);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = format === 'yaml' ? '#' : '//';
  return [{ span: { start: at, end: at }, parts: [`${indent}${mark} ${comment}${eol}`] }];
}

/** True when a line above, less indented, begins a literal or folded text that this line is part of. */
function isInBlockScalar(text: string, offset: number): boolean {
  const lines = text.slice(0, lineStart(text, offset)).split('\n');
  const own = text.slice(lineStart(text, offset)).split('\n', 1)[0] ?? '';
  let depth = depthOf(own);
  for (const line of lines.reverse()) {
    if (!line.trim() || depthOf(line) >= depth) continue;
    if (/(?:[:-]|![\w:]+)[ \t]+(?:[|>][-+\d]*)[ \t]*(?:#.*)?\r?$/.test(line)) return true;
    depth = depthOf(line);
  }
  return false;
}

function depthOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
