import type { TextChange } from '../edit/change.ts';
import type { Text } from '../edit/writable.ts';

/**
 * The same change for an editor's snippet engine, which repeats the indentation of the line that a snippet starts on in
 * front of each further line. Undefined where a further line is indented less than that, which no snippet can say.
 */
export function relativeToLine(change: TextChange, text: string): TextChange | undefined {
  const indent = indentBefore(text, change.span.start);
  if (indent === '') return change;
  const parts = joinStrings(change.parts).map((part) => (typeof part === 'string' ? dedent(part, indent) : part));
  return parts.every((part) => part !== undefined) ? { ...change, parts } : undefined;
}

/** A line break and the indentation behind it may be parts of their own. */
function joinStrings(parts: Text): Text {
  const joined: Text[number][] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** The white space that the line of `offset` begins with, as far as `offset`. */
function indentBefore(text: string, offset: number): string {
  // Looked for in the text, a character that it does not hold is looked for to its very beginning.
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(before.slice(before.lastIndexOf('\r') + 1))?.[0] ?? '';
}

/** A blank line may lack the indentation, but not the last one: what follows the part stands on it. */
function dedent(text: string, indent: string): string | undefined {
  const [first = '', ...lines] = text.split('\n');
  const dedented = lines.map((line, index) => {
    if (line.startsWith(indent)) return line.slice(indent.length);
    return line.trim() === '' && index < lines.length - 1 ? line : undefined;
  });
  return dedented.every((line) => line !== undefined) ? [first, ...dedented].join('\n') : undefined;
}
