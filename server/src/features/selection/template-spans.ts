import type { Span } from '../../base/span.ts';
import type { Fragment, SyntaxDocument } from '../../syntax/fragment.ts';

/** Of a document that is read in parts, what is around them: each section and resource, `Resources`, all of it. */
export function templateSpans({ fragments }: SyntaxDocument, text: string): readonly Span[] {
  const [first] = fragments;
  if (first === undefined) return [];
  const resources = partsOf(fragments, 2);
  const head = fragments.find(isResources);
  const behindKey = head?.tree.key && head.start + head.tree.key.span.end;
  const entries = behindKey === undefined ? [] : inBraces(around(resources), behindKey, text);
  const sections = fragments.flatMap((fragment) => {
    const span = isResources(fragment) ? withEntries(partSpan(fragment), entries) : partSpan(fragment);
    return span !== undefined && fragment.tree.path.length === 1 ? [span] : [];
  });
  return [...resources, ...entries, ...sections, ...inBraces(around(sections), first.start, text)];
}

function isResources({ tree: { path } }: Fragment): boolean {
  return path.length === 1 && path[0] === 'Resources';
}

function partsOf(fragments: readonly Fragment[], depth: number): readonly Span[] {
  return fragments.filter(({ tree }) => tree.path.length === depth).flatMap((each) => partSpan(each) ?? []);
}

/** A key and its value, in the file. */
function partSpan({ start, tree: { key, root } }: Fragment): Span | undefined {
  if (key === undefined) return undefined;
  const { span } = key;
  const end = root !== undefined && root.span.start >= span.end ? root.span.end : span.end;
  return { start: start + span.start, end: start + end };
}

function around(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last && { start: first.start, end: last.end };
}

/** A key whose value is the last, and the greatest, of these. */
function withEntries(key: Span | undefined, entries: readonly Span[]): Span | undefined {
  const end = entries.at(-1)?.end;
  return key && end !== undefined ? { start: key.start, end } : key;
}

/** Entries; where they stand in braces, which open behind `from`, what is between these, and it with them. */
function inBraces(entries: Span | undefined, from: number, text: string): readonly Span[] {
  if (entries === undefined) return [];
  const open = behindTrivia(text, from);
  const close = behindTrivia(text, entries.end);
  if (text[open] !== '{' || open > entries.start || text[close] !== '}') return [entries];
  return [
    { start: open + 1, end: close },
    { start: open, end: close + 1 },
  ];
}

const trivia = /(?:[\s,:\uFEFF]+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Behind white space, comments, colons and commas. */
function behindTrivia(text: string, at: number): number {
  trivia.lastIndex = at;
  trivia.test(text);
  return Math.max(at, trivia.lastIndex);
}
