import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../edit/change.ts';
import type { Text } from '../edit/writable.ts';

/** What a text is taken from line by line. */
type Lines = Pick<TextDocument, 'getText' | 'positionAt'>;

/**
 * The same change for an editor's snippet engine, which repeats the indentation of the line that a snippet starts on in
 * front of each further line. Undefined where a further line is indented less than that, which no snippet can say.
 */
export function relativeToLine(change: TextChange, document: Lines): TextChange | undefined {
  const end = document.positionAt(change.span.start);
  const before = document.getText({ start: { line: end.line, character: 0 }, end });
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
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

/** A blank line may lack the indentation, but not the last one: what follows the part stands on it. */
function dedent(text: string, indent: string): string | undefined {
  const [first = '', ...lines] = text.split('\n');
  const dedented = lines.map((line, index) => {
    if (line.startsWith(indent)) return line.slice(indent.length);
    return line.trim() === '' && index < lines.length - 1 ? line : undefined;
  });
  return dedented.every((line) => line !== undefined) ? [first, ...dedented].join('\n') : undefined;
}
