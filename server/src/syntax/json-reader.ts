import { longFormIntrinsic } from './intrinsic.ts';
import { createCursor, type JsonScanner, kinds } from './json-cursor.ts';
import { describeStringProblem, readWord, wordNode } from './json-words.ts';
import type { ArrayNode, Node, NullNode, ObjectNode, Property, StringNode, SyntaxProblem } from './node.ts';
import { deepestNesting, tooDeepMessage } from './parsed-text.ts';

const commentMessage = 'Comments are not allowed in JSON: take them out before AWS reads this.';

/** What a JSON text may hold. */
export interface JsonOptions {
  /** JSON with comments: comments and a comma before a closing bracket are no problem. */
  readonly comments: boolean;
  /** The text stands in a string that may be an argument of `Fn::Sub`: `${Name}` may stand for a value. */
  readonly holes?: boolean;
}

/** Where a piece of a JSON text was cut out. */
export interface JsonPiece {
  /** How many objects are open around the piece. */
  readonly depth: number;
  /** The property's value lies in other pieces: it is left out as null. */
  readonly keyOnly: boolean;
}

/** How far, and how often, a closing bracket is looked for where one seems to be missing. */
const farthestLook = 20_000;
const mostLooks = 50;

/** Reads a text once: either its root, or its one piece. Problems are collected on the way. */
export function createReader(text: string, scanner: JsonScanner, options: JsonOptions) {
  const problems: SyntaxProblem[] = [];
  const state = {
    openObjects: 0,
    openArrays: 0,
    /** Set when something was found missing: the comma missing behind it needs no second problem. */
    justMissing: false,
    saidTooDeep: false,
    looksLeft: mostLooks,
  };
  const cursor = createCursor(text, scanner, (start, end) => {
    if (!options.comments) problems.push({ span: { start, end }, message: commentMessage, isTolerated: true });
  });

  function report(start: number, end: number, message: string): void {
    problems.push({ span: { start, end }, message });
  }

  function nothing(offset: number): NullNode {
    return { type: 'null', span: { start: offset, end: offset } };
  }

  function readRoot(): Node | undefined {
    while (isMisplaced(cursor.kind)) skipMisplaced();
    if (cursor.kind === kinds.end) return undefined;
    const root = readValue(0);
    if (cursor.kind !== kinds.end) {
      report(cursor.start, cursor.end, 'The document ends before this. Remove what follows, or move it inside.');
      while (cursor.kind !== kinds.end) cursor.advance();
    }
    return root;
  }

  function readPiece(piece: JsonPiece): Property[] {
    while (cursor.kind !== kinds.end && cursor.kind !== kinds.string) cursor.advance();
    if (cursor.kind === kinds.end) return [];
    state.openObjects = piece.depth;
    const property = piece.keyOnly ? readKeyAlone() : readProperty();
    while (cursor.kind !== kinds.end) cursor.advance();
    return [property];
  }

  function readKeyAlone(): Property {
    const key = readKey();
    const at = cursor.kind === kinds.colon ? cursor.end : key.span.end;
    return { key, value: nothing(at) };
  }

  function isMisplaced(kind: number): boolean {
    return kind === kinds.comma || kind === kinds.colon || kind === kinds.closeBrace || kind === kinds.closeBracket;
  }

  function skipMisplaced(): void {
    const character = text.slice(cursor.start, cursor.end);
    const name = character === ',' ? 'comma' : character === ':' ? 'colon' : 'bracket';
    report(cursor.start, cursor.end, `This ${name} does not belong here. Remove it.`);
    cursor.advance();
  }

  /** `after` is the end of the colon, comma or bracket that the value follows. */
  function readValue(after: number): Node {
    switch (cursor.kind) {
      case kinds.openBrace:
        return readNested(readObject);
      case kinds.openBracket:
        return readNested(readArray);
      case kinds.string:
        return readString();
      case kinds.closeBrace:
      case kinds.closeBracket:
      case kinds.comma:
      case kinds.colon:
      case kinds.end:
        report(Math.max(after - 1, 0), after, 'A value is missing here.');
        return nothing(after);
      default:
        return readPlainValue();
    }
  }

  function readNested(read: () => Node): Node {
    return state.openObjects + state.openArrays < deepestNesting ? read() : skipNested();
  }

  function skipNested(): Node {
    const start = cursor.start;
    if (!state.saidTooDeep) report(start, cursor.end, tooDeepMessage);
    state.saidTooDeep = true;
    let open = 0;
    do {
      if (cursor.kind === kinds.openBrace || cursor.kind === kinds.openBracket) open++;
      if (cursor.kind === kinds.closeBrace || cursor.kind === kinds.closeBracket) open--;
      cursor.advance();
    } while (open > 0 && cursor.kind !== kinds.end);
    return { type: 'null', span: { start, end: cursor.previousEnd } };
  }

  function readString(): StringNode {
    const { start, end } = cursor;
    const { value, error } = cursor.stringValue();
    const problem = describeStringProblem(error);
    if (problem !== undefined) report(start, end, problem);
    const node: StringNode = {
      type: 'string',
      span: { start, end },
      value,
      style: 'double',
      raw: text.slice(start, end),
    };
    cursor.advance();
    return node;
  }

  /** A number, a literal name, or a word that should have stood in quotes. */
  function readPlainValue(): Node {
    const start = cursor.start;
    const end = readWord(text, start, 'value', options.holes === true);
    cursor.moveTo(end, end);
    const { node, problem } = wordNode(text, start, end, options.holes === true);
    if (problem !== undefined) report(start, end, problem);
    return node;
  }

  function readKey(): StringNode {
    if (cursor.kind === kinds.string) return readString();
    const start = cursor.start;
    const end = readWord(text, start, 'key', options.holes === true);
    cursor.moveTo(end, end);
    report(start, end, 'This name must stand in double quotes.');
    const raw = text.slice(start, end);
    return { type: 'string', span: { start, end }, value: raw, style: 'plain', raw };
  }

  function readProperty(): Property {
    const key = readKey();
    if (cursor.kind !== kinds.colon) return { key, value: readValueWithoutColon(key) };
    const after = cursor.end;
    cursor.advance();
    return { key, value: readPropertyValue(after) };
  }

  function readPropertyValue(after: number): Node {
    if (cursor.kind !== kinds.string) return readValue(after);
    const { start } = cursor;
    const reported = problems.length;
    const value = readString();
    if (cursor.kind !== kinds.colon) return value;
    // The string is the next property's name: this one has no value yet.
    problems.length = reported;
    cursor.moveTo(start, after);
    report(after - 1, after, 'A value is missing here.');
    state.justMissing = true;
    return nothing(after);
  }

  function readValueWithoutColon(key: StringNode): Node {
    const at = key.span.end;
    const sameLine = !/[\r\n]/.test(text.slice(at, cursor.start));
    if (sameLine && startsValue(cursor.kind)) {
      const { start, kind } = cursor;
      const reported = problems.length;
      const value = readValue(at);
      if (kind !== kinds.string || cursor.kind !== kinds.colon) {
        report(at - 1, at, 'A colon is missing here.');
        return value;
      }
      // The string is the next property's name.
      problems.length = reported;
      cursor.moveTo(start, at);
    }
    report(key.span.start, at, 'A colon and a value are missing behind this name.');
    state.justMissing = true;
    return nothing(at);
  }

  function startsValue(kind: number): boolean {
    return kind !== kinds.end && !isMisplaced(kind);
  }

  function readObject(): Node {
    const start = cursor.start;
    const properties: Property[] = [];
    state.openObjects++;
    cursor.advance();
    let end: number | undefined;
    while (end === undefined) {
      if (cursor.kind === kinds.closeBrace) {
        end = closeHere();
      } else if (cursor.kind === kinds.end || (cursor.kind === kinds.closeBracket && state.openArrays > 0)) {
        end = unclosed(start, 'brace');
      } else if (isMisplaced(cursor.kind)) {
        skipMisplaced();
      } else if (cursor.kind === kinds.openBrace || cursor.kind === kinds.openBracket) {
        report(cursor.start, cursor.end, 'A name is missing before this value.');
        readValue(cursor.start);
        readComma(kinds.closeBrace);
      } else {
        state.justMissing = false;
        properties.push(readProperty());
        readComma(kinds.closeBrace);
      }
    }
    state.openObjects--;
    const object: ObjectNode = { type: 'object', span: { start, end }, style: 'flow', properties };
    return longFormIntrinsic(object);
  }

  function readArray(): ArrayNode {
    const start = cursor.start;
    const items: Node[] = [];
    /** How many problems there were before the last comma was looked for. */
    let beforeComma: number | undefined;
    state.openArrays++;
    cursor.advance();
    let end: number | undefined;
    while (end === undefined) {
      if (cursor.kind === kinds.closeBracket) {
        end = closeHere();
      } else if (cursor.kind === kinds.end || (cursor.kind === kinds.closeBrace && state.openObjects > 0)) {
        end = unclosed(start, 'bracket');
      } else if (isMisplaced(cursor.kind)) {
        skipMisplaced();
      } else {
        state.justMissing = false;
        const { start: itemStart, previousEnd } = cursor;
        const reported = beforeComma ?? problems.length;
        const item = readValue(cursor.start);
        if (
          item.type === 'string' &&
          cursor.kind === kinds.colon &&
          state.openObjects > 0 &&
          closesObject(cursor.end)
        ) {
          // A name and a colon: the object around goes on, so this list was not closed.
          problems.length = reported;
          cursor.moveTo(itemStart, previousEnd);
          end = unclosed(start, 'bracket');
        } else {
          items.push(item);
          beforeComma = problems.length;
          readComma(kinds.closeBracket);
        }
      }
    }
    state.openArrays--;
    return { type: 'array', span: { start, end }, style: 'flow', items };
  }

  /** True when the first bracket that closes nothing behind `offset` is a brace. */
  function closesObject(offset: number): boolean {
    if (state.looksLeft-- <= 0) return true;
    let open = 0;
    for (const [bracket] of text.slice(offset, offset + farthestLook).matchAll(/"(?:[^"\\\r\n]|\\.)*"|[{}[\]]/g)) {
      if (bracket === '{' || bracket === '[') open++;
      else if (bracket === '}' || bracket === ']') open--;
      if (open < 0) return bracket === '}';
    }
    return true;
  }

  function closeHere(): number {
    const end = cursor.end;
    cursor.advance();
    return end;
  }

  function unclosed(start: number, name: 'brace' | 'bracket'): number {
    report(start, start + 1, `This ${name} is not closed.`);
    state.justMissing = true;
    return Math.max(cursor.previousEnd, start + 1);
  }

  /** Reads the comma between two items, or says that it is missing. */
  function readComma(close: number): void {
    const before = cursor.previousEnd;
    if (cursor.kind === kinds.comma) {
      const { start, end } = cursor;
      cursor.advance();
      if (cursor.kind === close && !options.comments)
        report(start, end, 'JSON allows no comma before a closing bracket. Remove it.');
      return;
    }
    if (!startsValue(cursor.kind) || state.justMissing) return;
    report(Math.max(before - 1, 0), before, 'A comma is missing here.');
  }

  return { problems, readRoot, readPiece };
}
