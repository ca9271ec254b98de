/**
 * A text that is edited in one place at a time, as people type. It never changes itself: an edit makes another. While
 * the edits are near each other, what is made holds the text that they began with and what stands instead of a part of
 * that; an engine would write the whole anew for each that is read, which for a large text is most of the memory that a
 * key leaves behind.
 */
export interface LongText {
  /** In UTF-16 code units, as all offsets. */
  readonly length: number;
  slice(start: number, end: number): string;
  /** All of it. The first time it takes as long as the text is. */
  whole(): string;
}

/** What a text has in place of a stretch of another; the texts are the same around it. */
export interface TextEdit {
  /** In the text before. */
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** What is edited may be so far from the edits before, in all. Beyond that the text is written anew. */
const mostEdited = 16_000;

export function longText(text: string | LongText): LongText {
  return typeof text === 'string' ? new EditedText(text, 0, 0, '') : text;
}

/** `text` with `inserted` instead of what stands from `start` to `end`, which are in the text. */
export function editText(text: LongText, { start, end, inserted }: TextEdit): LongText {
  if (!(text instanceof EditedText)) return longText(text.slice(0, start) + inserted + text.slice(end, text.length));
  return text.edited(start, end, inserted) ?? new EditedText(text.whole(), start, end, inserted);
}

/** What was edited in a text; undefined where that cannot be told without reading both from end to end. */
export function editBetween(before: LongText, after: LongText): TextEdit | undefined {
  return before instanceof EditedText && after instanceof EditedText ? after.editSince(before) : undefined;
}

class EditedText implements LongText {
  readonly length: number;
  readonly #base: string;
  /** What is replaced in `#base`. */
  readonly #start: number;
  readonly #end: number;
  readonly #inserted: string;
  #whole: string | undefined;

  constructor(base: string, start: number, end: number, inserted: string) {
    this.#base = base;
    this.#start = start;
    this.#end = end;
    this.#inserted = inserted;
    this.length = base.length - (end - start) + inserted.length;
    if (start === end && inserted === '') this.#whole = base;
  }

  slice(start: number, end: number): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    const behind = this.#start + this.#inserted.length;
    if (end <= this.#start) return this.#base.slice(start, end);
    if (start >= behind) return this.#base.slice(start - behind + this.#end, end - behind + this.#end);
    const before = start < this.#start ? this.#base.slice(start, this.#start) : '';
    const inserted = this.#inserted.slice(Math.max(0, start - this.#start), end - this.#start);
    return before + inserted + (end > behind ? this.#base.slice(this.#end, end - behind + this.#end) : '');
  }

  whole(): string {
    this.#whole ??= this.#base.slice(0, this.#start) + this.#inserted + this.#base.slice(this.#end);
    return this.#whole;
  }

  /** Undefined where the edit is far from those before. */
  edited(start: number, end: number, inserted: string): EditedText | undefined {
    const isFirst = this.#start === this.#end && this.#inserted === '';
    const behind = this.#start + this.#inserted.length;
    const from = isFirst ? start : Math.min(start, this.#start);
    const to = isFirst ? end : Math.max(end, behind);
    if (to - from + inserted.length > mostEdited) return undefined;
    const now = this.slice(from, start) + inserted + this.slice(end, to);
    return new EditedText(this.#base, from, to - behind + this.#end, now);
  }

  editSince(before: EditedText): TextEdit | undefined {
    const known = before.#base === this.#base ? before : before.asBase(this.#base);
    if (known === undefined) return undefined;
    // What neither of the two has replaced is the same in both.
    const start = Math.min(known.#start, this.#start);
    const behind = this.#base.length - Math.max(known.#end, this.#end);
    return narrowEdit(known.slice(start, known.length - behind), this.slice(start, this.length - behind), start);
  }

  /** The same text with nothing replaced, where it was written as this base. */
  asBase(base: string): EditedText | undefined {
    return this.#whole === base ? new EditedText(base, 0, 0, '') : undefined;
  }
}

/** What was edited in a part of a text, which begins at `at`: what both have in common at their ends is left out. */
export function narrowEdit(before: string, after: string, at: number): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let behind = 0;
  const isSame = (at: number) => before.charCodeAt(before.length - at) === after.charCodeAt(after.length - at);
  while (behind < most - start && isSame(behind + 1)) behind++;
  return {
    start: at + start,
    end: at + before.length - behind,
    inserted: after.slice(start, after.length - behind),
  };
}
