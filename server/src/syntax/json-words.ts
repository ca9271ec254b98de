import type { Node } from './node.ts';

/** What ends a word that stands without quotes. */
const endOfName = /["{}[\],:\r\n]|\/[/*]|$/g;
const endOfValue = /["{}[\],\r\n]|:(?=[\s"{}[\],]|$)|\/[/*]|$/g;
const hole = /\$\{[^{}\r\n]*\}/y;

const finishedWord = /(?:null|true|false|-?\d[\d.eE+-]*)(?=[ \t])/y;

/**
 * The offset at which the unquoted word that begins at `start` ends: at least one character is taken. It may hold
 * spaces (`Allow this`), unless it begins with a number or a literal name.
 */
export function readWord(text: string, start: number, as: 'key' | 'value', holes: boolean): number {
  finishedWord.lastIndex = start;
  if (finishedWord.test(text)) return finishedWord.lastIndex;
  const stop = as === 'key' ? endOfName : endOfValue;
  let at = start;
  for (;;) {
    stop.lastIndex = at;
    const found = stop.exec(text)?.index ?? text.length;
    const behindHole = holes ? endOfHole(text, start, found) : undefined;
    if (behindHole === undefined) return Math.max(trimmedEnd(text, start, found), start + 1);
    at = behindHole;
  }
}

function endOfHole(text: string, start: number, brace: number): number | undefined {
  if (text[brace] !== '{' || brace <= start || text[brace - 1] !== '$') return undefined;
  hole.lastIndex = brace - 1;
  return hole.test(text) ? hole.lastIndex : undefined;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const paddedNumber = /^-?0\d+$/;

/** The node that an unquoted word means, and what is wrong with it, if anything is. */
export function wordNode(
  text: string,
  start: number,
  end: number,
  holes: boolean,
): { readonly node: Node; readonly problem?: string } {
  const raw = text.slice(start, end);
  const span = { start, end };
  if (raw === 'null') return { node: { type: 'null', span } };
  if (raw === 'true' || raw === 'false') return { node: { type: 'boolean', span, value: raw === 'true', raw } };
  if (jsonNumber.test(raw)) return { node: { type: 'number', span, value: Number(raw), raw } };
  if (paddedNumber.test(raw)) {
    return {
      node: { type: 'number', span, value: Number(raw), raw },
      problem: 'A number must not begin with 0. Put it in double quotes if it is an id.',
    };
  }
  const node: Node = { type: 'string', span, value: raw, style: 'plain', raw };
  if (holes && raw.includes('${')) return { node };
  return { node, problem: 'This text must stand in double quotes.' };
}

/** What is wrong with a string, by jsonc-parser's number for it. */
export function describeStringProblem(error: number): string | undefined {
  switch (error) {
    case 0:
      return undefined;
    case 4:
      return 'A \\u escape needs four hexadecimal digits.';
    case 5:
      return 'This string holds an escape that JSON does not know. Write \\\\ for a backslash.';
    case 6:
      return 'This string holds a control character. Write it as an escape, such as \\t.';
    default:
      return 'The closing double quote is missing.';
  }
}
