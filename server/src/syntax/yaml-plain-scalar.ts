import { table } from '../base/table.ts';
import type { Node, StringNode, StringStyle } from './node.ts';

/** A key or a value of one line, and where what follows it begins. */
export interface ReadValue<Kind extends Node = Node> {
  readonly node: Kind;
  readonly end: number;
}

/** Without escapes: the texts of policies have none, and those that have some are read by the parser. */
const doubleQuoted = /"[^"\\\r\n]*"/y;

/** A pattern can go back over some millions of repetitions: a text with more than so many is left to the parser. */
const singleQuoted = /'[^'\r\n]*(?:''[^'\r\n]*){0,1000}'/y;

const quoted: readonly RegExp[] = [doubleQuoted, singleQuoted];

/** A word that ends before the colon behind it: `Fn::Sub`, `aws:PrincipalOrgID`. */
const plainKey = /\w(?:[\w./*@$+-]|:(?![ \r\n]|$)){0,1000}/y;

/** The parser allows about a thousand characters. */
const longestKey = 500;

/** A key with its colon behind it. Undefined where none of one line stands here. */
export function readKey(text: string, at: number): ReadValue<StringNode> | undefined {
  const key = readQuoted(text, at) ?? readPlain(text, at, plainKey);
  if (key === undefined || text[key.end] !== ':' || !endsWord(text, key.end + 1)) return undefined;
  if (key.end - at > longestKey) return undefined;
  return { node: key.node, end: key.end + 1 };
}

/** Text in quotes that end on their line. */
export function readQuoted(text: string, at: number): ReadValue<StringNode> | undefined {
  const style = text[at] === '"' ? 'double' : text[at] === "'" ? 'single' : undefined;
  const pattern = quoted[style === 'double' ? 0 : 1];
  if (style === undefined || pattern === undefined) return undefined;
  pattern.lastIndex = at;
  if (!pattern.test(text)) return undefined;
  const end = pattern.lastIndex;
  const inner = text.slice(at + 1, end - 1);
  const value = style === 'single' && inner.includes("'") ? inner.replaceAll("''", "'") : inner;
  return { node: stringNode(text, at, end, value, style), end };
}

/** What may be written without quotes and begins with nothing that could mean something else. */
const inBlock = /[\w$/(][^\r\n]*/y;

/** The same in brackets, where more has a meaning. */
const inBrackets = /\w[\w ./*@+=-]*(?::(?=[\w*/.])[\w ./*@+=-]*){0,1000}/y;

/** A text without quotes, up to the end of the line or the comment there; `undefined` where it may go on or mean more. */
export function readBare(text: string, at: number, where: 'block' | 'brackets'): ReadValue<StringNode> | undefined {
  const read = readPlain(text, at, where === 'block' ? inBlock : inBrackets);
  if (read === undefined) return undefined;
  const { raw } = read.node;
  const comment = raw.indexOf(' #');
  const value = trimSpaces(comment < 0 ? raw : raw.slice(0, comment));
  if (value.includes(': ') || value.endsWith(':')) return undefined;
  const end = at + value.length;
  return { node: stringNode(text, at, end, value, 'plain'), end };
}

const constants: Readonly<Record<string, boolean | null>> = table<boolean | null>({
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
  null: null,
  Null: null,
  NULL: null,
});

/** What a text without quotes means in the core schema; undefined for numbers other than short whole ones. */
export function resolveBare(node: StringNode): Node | undefined {
  const { span, raw } = node;
  const constant = raw.length <= 5 ? constants[raw] : undefined;
  if (constant === null) return { type: 'null', span };
  if (constant !== undefined) return { type: 'boolean', span, value: constant, raw };
  if (!/^\d/.test(raw)) return node;
  if (/^\d{1,15}$/.test(raw)) return { type: 'number', span, value: Number(raw), raw };
  return /^(?:0[ox].*|\d[\d.]*(?:[eE][-+]?\d*)?)$/.test(raw) ? undefined : node;
}

function readPlain(text: string, at: number, pattern: RegExp): ReadValue<StringNode> | undefined {
  pattern.lastIndex = at;
  if (!pattern.test(text)) return undefined;
  const end = pattern.lastIndex;
  return { node: stringNode(text, at, end, text.slice(at, end), 'plain'), end };
}

function stringNode(text: string, start: number, end: number, value: string, style: StringStyle): StringNode {
  const raw = style === 'plain' ? value : text.slice(start, end);
  return { type: 'string', span: { start, end }, value, style, raw };
}

function trimSpaces(value: string): string {
  let end = value.length;
  while (value[end - 1] === ' ') end--;
  return end === value.length ? value : value.slice(0, end);
}

/** A space, a line break or the end of the text. */
export function endsWord(text: string, at: number): boolean {
  const here = text[at];
  return here === undefined || here === ' ' || here === '\n' || here === '\r';
}
