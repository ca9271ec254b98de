/** What a cursor needs of jsonc-parser's scanner. */
export interface JsonScanner {
  scan(): number;
  setPosition(offset: number): void;
  getPosition(): number;
  getTokenOffset(): number;
  getTokenValue(): string;
  getTokenError(): number;
}

/** The scanner's kinds of token, as jsonc-parser numbers them (its enum has no value at run time). */
export const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  string: 10,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  end: 17,
};

/** One token of a JSON text, and the way to the next. White space and comments are passed over. */
export interface JsonCursor {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  /** Where the token before this one ends. */
  readonly previousEnd: number;
  /** The decoded value of a string, and the scanner's number for what is wrong with it (0: nothing). */
  stringValue(): { readonly value: string; readonly error: number };
  advance(): void;
  /** Goes to the first token at or behind `offset`, as if the token before it had ended at `previousEnd`. */
  moveTo(offset: number, previousEnd: number): void;
}

const byteOrderMark = 0xfeff;

/**
 * Stands on the first token. `onComment` hears of each comment passed, again when it is passed again. Brackets, commas,
 * colons and strings without escapes, of which nearly all texts consist, are read here; the scanner reads the rest.
 */
export function createCursor(
  text: string,
  scanner: JsonScanner,
  onComment: (start: number, end: number) => void,
): JsonCursor {
  let next = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  let isScanned = false;
  const scanFrom = (offset: number) => {
    scanner.setPosition(offset);
    for (;;) {
      cursor.kind = scanner.scan();
      cursor.start = scanner.getTokenOffset();
      // An unclosed comment ends, for the scanner, one character behind the text.
      cursor.end = Math.min(scanner.getPosition(), text.length);
      if (cursor.kind === kinds.lineComment || cursor.kind === kinds.blockComment) onComment(cursor.start, cursor.end);
      else if (cursor.kind !== kinds.lineBreak && cursor.kind !== kinds.trivia) return;
    }
  };
  const cursor = {
    kind: kinds.end,
    start: 0,
    end: 0,
    previousEnd: 0,
    stringValue() {
      if (isScanned) return { value: scanner.getTokenValue(), error: scanner.getTokenError() };
      return { value: text.slice(cursor.start + 1, cursor.end - 1), error: 0 };
    },
    advance() {
      cursor.previousEnd = cursor.end;
      const start = endOfSpace(text, next);
      const kind = beginnings.get(text.charCodeAt(start));
      const end = kind === kinds.string ? endOfPlainString(text, start) : start + 1;
      isScanned = kind === undefined || end === undefined;
      if (kind === undefined || end === undefined) scanFrom(start);
      else {
        cursor.kind = kind;
        cursor.start = start;
        cursor.end = end;
      }
      next = cursor.end;
    },
    moveTo(offset: number, previousEnd: number) {
      next = offset;
      cursor.end = previousEnd;
      cursor.advance();
    },
  };
  cursor.advance();
  return cursor;
}

/** The kinds that their first character tells. */
const beginnings: ReadonlyMap<number, number> = new Map(
  Object.entries({
    '{': kinds.openBrace,
    '}': kinds.closeBrace,
    '[': kinds.openBracket,
    ']': kinds.closeBracket,
    ',': kinds.comma,
    ':': kinds.colon,
    '"': kinds.string,
  }).map(([character, kind]) => [character.charCodeAt(0), kind]),
);

function endOfSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Undefined where it is not closed on its line, or holds a backslash. */
function endOfPlainString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c || code < 0x20) return undefined;
  }
  return undefined;
}
