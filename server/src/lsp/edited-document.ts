import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editText, type LongText, longText } from '../base/long-text.ts';
import { lastAtOrBefore, lineStarts } from '../base/text-index.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * An open document, as the one of `vscode-languageserver-textdocument` to those who ask. With each key that one writes
 * the whole text anew; this one does where somebody asks for all of it.
 */
export class EditedDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #text: LongText;
  /** Where the lines begin; undefined until somebody asks. */
  #lines: number[] | undefined;

  constructor(uri: string, languageId: string, version: number, content: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#text = longText(content);
  }

  get version(): number {
    return this.#version;
  }

  /** The text of this version, which later ones leave as it is. */
  get text(): LongText {
    return this.#text;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  getText(range?: Range): string {
    return range === undefined
      ? this.#text.whole()
      : this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    const lines = this.#lineStarts();
    const within = Math.max(Math.min(offset, this.#text.length), 0);
    const line = lastAtOrBefore(lines, within);
    const start = lines[line] ?? 0;
    return { line, character: this.#beforeLineEnd(within, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    const lines = this.#lineStarts();
    if (line < 0) return 0;
    const start = lines[line];
    if (start === undefined) return this.#text.length;
    if (character <= 0) return start;
    return this.#beforeLineEnd(Math.min(start + character, lines[line + 1] ?? this.#text.length), start);
  }

  getLineRange(line: number): Range {
    const { start, textEnd } = this.#line(line);
    return { start: { line, character: 0 }, end: { line, character: textEnd - start } };
  }

  getEOLCharacters(line: number): string {
    const { textEnd, end } = this.#line(line);
    return this.#text.slice(textEnd, end);
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#replace(change.range, change.text);
      else {
        this.#text = longText(change.text);
        this.#lines = undefined;
      }
    }
    this.#version = version;
  }

  #replace(range: Range, inserted: string): void {
    const [one, other] = [this.offsetAt(range.start), this.offsetAt(range.end)];
    const [start, end] = [Math.min(one, other), Math.max(one, other)];
    const lines = this.#lineStarts();
    this.#text = editText(this.#text, { start, end, inserted });
    // A CR and an LF that meet there, or part, are counted anew with all others.
    if (this.#text.slice(start - 1, start) === '\r' || inserted.endsWith('\r')) {
      this.#lines = undefined;
      return;
    }
    const first = lastAtOrBefore(lines, start) + 1;
    const behind = lastAtOrBefore(lines, end) + 1;
    const begun = lineStarts(inserted, start);
    if (begun.length === behind - first) for (const [index, at] of begun.entries()) lines[first + index] = at;
    else if (begun.length < mostArguments) lines.splice(first, behind - first, ...begun);
    else this.#lines = lines.slice(0, first).concat(begun, lines.slice(behind));
    const moved = inserted.length - (end - start);
    const all = this.#lineStarts();
    for (let index = first + begun.length; index < all.length; index++) all[index] = (all[index] ?? 0) + moved;
  }

  #line(line: number): { readonly start: number; readonly textEnd: number; readonly end: number } {
    const lines = this.#lineStarts();
    const { length } = this.#text;
    const start = lines[line] ?? length;
    const end = lines[line + 1] ?? length;
    return { start, textEnd: this.#beforeLineEnd(end, start), end };
  }

  #lineStarts(): number[] {
    this.#lines ??= lineStarts(this.#text.whole(), 0, [0]);
    return this.#lines;
  }

  /** Not between a line's text and its end. */
  #beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isLineEnd(this.#text.slice(at - 1, at).charCodeAt(0))) at--;
    return at;
  }
}

/** More than so many arguments a call may not have. */
const mostArguments = 10_000;

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** How the documents of an editor are kept. */
export const editedDocuments = {
  create: (uri: string, languageId: string, version: number, content: string) =>
    new EditedDocument(uri, languageId, version, content),
  update: (document: EditedDocument, changes: readonly TextDocumentContentChangeEvent[], version: number) => {
    document.update(changes, version);
    return document;
  },
};
