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

/** Stands on the first token. `onComment` hears of each comment passed, again when it is passed again. */
export function createCursor(
  text: string,
  scanner: JsonScanner,
  onComment: (start: number, end: number) => void,
): JsonCursor {
  const cursor = {
    kind: kinds.end,
    start: 0,
    end: 0,
    previousEnd: 0,
    stringValue: () => ({ value: scanner.getTokenValue(), error: scanner.getTokenError() }),
    advance() {
      cursor.previousEnd = cursor.end;
      for (;;) {
        cursor.kind = scanner.scan();
        cursor.start = scanner.getTokenOffset();
        // An unclosed comment ends, for the scanner, one character behind the text.
        cursor.end = Math.min(scanner.getPosition(), text.length);
        if (cursor.kind === kinds.lineComment || cursor.kind === kinds.blockComment)
          onComment(cursor.start, cursor.end);
        else if (cursor.kind !== kinds.lineBreak && cursor.kind !== kinds.trivia) return;
      }
    },
    moveTo(offset: number, previousEnd: number) {
      scanner.setPosition(offset);
      cursor.end = previousEnd;
      cursor.advance();
    },
  };
  if (text.charCodeAt(0) === byteOrderMark) scanner.setPosition(1);
  cursor.advance();
  return cursor;
}
