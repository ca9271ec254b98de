import type { Span } from '../base/span.ts';
import type { Placeholder, Text } from './writable.ts';

/** One replacement in a fragment's text. The changes of one edit never overlap and come in the order of the text. */
export interface TextChange {
  /** Offsets into the fragment's text; empty for an insertion. */
  readonly span: Span;
  readonly parts: Text;
}

/** The new text with `<name>` for each placeholder. */
export function plainText(change: TextChange): string {
  return plain(change.parts);
}

/** The same for a text that is no change yet. */
export function plain(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : label(part))).join('');
}

/**
 * The new text in the snippet syntax of LSP, its tab stops numbered from `startAt` (default 1). A placeholder that
 * stands twice is one tab stop, so the user fills it once.
 */
export function snippetText(change: TextChange, startAt = 1): string {
  return snippet(change.parts, new Map(), startAt);
}

/** The changes of one fix as snippets that share their tab stops. */
export function renderSnippets(changes: readonly TextChange[]): { readonly span: Span; readonly text: string }[] {
  const numbers = new Map<string, number>();
  return changes.map((change) => ({ span: change.span, text: snippet(change.parts, numbers, 1) }));
}

/** True when the user has something to fill in. */
export function hasPlaceholders(changes: readonly TextChange[]): boolean {
  return changes.some((change) => change.parts.some((part) => typeof part !== 'string'));
}

/** The fragment's text after the changes, placeholders as `<name>`. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const change of changes) {
    pieces.push(text.slice(from, change.span.start), plainText(change));
    from = change.span.end;
  }
  return pieces.join('') + text.slice(from);
}

/** In the order of the text; changes that touch become one, in the order in which they were given. */
export function tidy(changes: readonly TextChange[]): readonly TextChange[] {
  const sorted = changes.toSorted((a, b) => a.span.start - b.span.start);
  const merged: TextChange[] = [];
  for (const change of sorted) {
    const last = merged.at(-1);
    if (last?.span.end !== change.span.start) {
      merged.push(change);
      continue;
    }
    const span = { start: last.span.start, end: change.span.end };
    merged[merged.length - 1] = { span, parts: [...last.parts, ...change.parts] };
  }
  return merged;
}

function snippet(text: Text, numbers: Map<string, number>, startAt: number): string {
  const pieces = text.map((part) => {
    if (typeof part === 'string') return escapeSnippet(part);
    const number = numbers.get(part.name) ?? numbers.size + startAt;
    numbers.set(part.name, number);
    // The angle brackets stay: a tab stop that is left as it is remains visible as something to fill in.
    return `\${${number}:${escapeSnippet(label(part))}}`;
  });
  return pieces.join('');
}

function label(placeholder: Placeholder): string {
  return `<${placeholder.name}>`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
