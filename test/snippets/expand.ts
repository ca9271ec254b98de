/** A snippet as the editor inserts it when every tab stop is left as it is. */
export interface Expansion {
  readonly text: string;
  /** Numbers of the tab stops in the order of the text, each as often as it stands there. */
  readonly stops: readonly number[];
}

/**
 * Expands the part of the editor's snippet syntax that our snippets keep to: `$1`, `${1}`, `${1:default}` (nested),
 * `${1|a,b|}` and backslash escapes. Throws on anything else, such as a variable: a `${AWS::Region}` that somebody
 * forgot to escape would vanish on insertion.
 */
export function expand(body: string): Expansion {
  const stops: number[] = [];
  const defaults = new Map<number, string>();
  let at = 0;

  function readUntil(close: string | undefined): string {
    let text = '';
    while (at < body.length && body[at] !== close) text += readPiece();
    if (close !== undefined) eat(close);
    return text;
  }

  function readPiece(): string {
    const escaped = /^\\([$}\\])/.exec(body.slice(at));
    if (escaped) {
      at += 2;
      return escaped[1] ?? '';
    }
    return body[at] === '$' ? readStop() : (body[at++] ?? '');
  }

  function readStop(): string {
    const opening = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(body.slice(at));
    if (!opening) throw new Error(`no tab stop, and not escaped: ${body.slice(at, at + 30)}`);
    at += opening[0].length;
    const stop = Number(opening[1] ?? opening[2]);
    stops.push(stop);
    const form = opening[3];
    if (form === ':') defaults.set(stop, readUntil('}'));
    if (form === '|') defaults.set(stop, readChoice());
    return defaults.get(stop) ?? '';
  }

  /** The first of the choices, in which commas and bars may be escaped too. */
  function readChoice(): string {
    const end = body.indexOf('|}', at);
    if (end < 0) throw new Error(`choice without an end: ${body.slice(at, at + 30)}`);
    const [first = ''] = body.slice(at, end).split(/(?<!\\),/);
    at = end + 2;
    return first.replaceAll(/\\([$}\\,|])/g, '$1');
  }

  function eat(character: string): void {
    if (body[at] !== character) throw new Error(`"${character}" is missing at the end of: ${body}`);
    at++;
  }

  const text = readUntil(undefined);
  return { text, stops };
}

/**
 * The text of a document after a snippet is inserted at `|`: like the editor, it starts every further line with the
 * white space of the line, and makes a tab of the snippet two spaces.
 */
export function insert(document: string, snippet: string): string {
  const at = document.indexOf('|');
  if (at < 0) throw new Error('the document has no |');
  const line = document.slice(document.lastIndexOf('\n', at - 1) + 1, at);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const lines = snippet.replaceAll('\t', '  ').split('\n');
  return document.slice(0, at) + lines.join(`\n${indent}`) + document.slice(at + 1);
}
