import type { Span } from '../base/span.ts';
import type { Fragment, FragmentTree, SyntaxDocument } from '../syntax/fragment.ts';

/** Of a document that is read in parts, what is around them, in the file. */
export interface TemplateSpans {
  /** Each section and each resource with its key, but for `resources`. */
  readonly keyed: readonly Span[];
  /** The section `Resources` whose entries are parts of their own. */
  readonly resources: Span | undefined;
  /** All resources, and all sections, where they stand in braces: with these. */
  readonly braces: readonly Span[];
  /** The same without braces. */
  readonly entries: readonly Span[];
}

export function templateSpans({ fragments }: SyntaxDocument, text: string): TemplateSpans {
  const head = fragments.find(isResources);
  const entries = partsOf(fragments, ({ path }) => path.length === 2);
  const others = partsOf(fragments, (tree) => tree.path.length === 1 && tree !== head?.tree);
  const key = head && partSpan(head);
  const inner = key && entriesIn(entries, key.end, text);
  const end = (inner?.braces[0] ?? inner?.entries[0])?.end;
  const resources = key && end !== undefined ? { start: key.start, end } : key;
  const sections = [...others, ...(resources ? [resources] : [])].toSorted((a, b) => a.start - b.start);
  const outer = entriesIn(sections, fragments[0]?.start ?? 0, text);
  return {
    keyed: [...entries, ...others],
    resources,
    braces: [...(inner?.braces ?? []), ...(outer?.braces ?? [])],
    entries: [...(inner?.entries ?? []), ...(outer?.entries ?? [])],
  };
}

function isResources({ tree: { path, root } }: Fragment): boolean {
  return path.length === 1 && path[0] === 'Resources' && root === undefined;
}

function partsOf(fragments: readonly Fragment[], isWanted: (tree: FragmentTree) => boolean): readonly Span[] {
  return fragments.filter(({ tree }) => isWanted(tree)).flatMap((each) => partSpan(each) ?? []);
}

function partSpan({ start, tree: { key, root } }: Fragment): Span | undefined {
  if (key === undefined) return undefined;
  const { span } = key;
  const end = root !== undefined && root.span.start >= span.end ? root.span.end : span.end;
  return { start: start + span.start, end: start + end };
}

interface Entries {
  readonly braces: readonly Span[];
  readonly entries: readonly Span[];
}

/** From the first to the last; the braces around them open behind `from`. */
function entriesIn(spans: readonly Span[], from: number, text: string): Entries | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const open = behindTrivia(text, from);
  const close = behindTrivia(text, last.end);
  if (text[open] !== '{' || open > first.start || text[close] !== '}')
    return { braces: [], entries: [{ start: first.start, end: last.end }] };
  return { braces: [{ start: open, end: close + 1 }], entries: [{ start: open + 1, end: close }] };
}

const trivia = /(?:[\s,:\uFEFF]+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Behind white space, comments, colons and commas. */
function behindTrivia(text: string, at: number): number {
  trivia.lastIndex = at;
  trivia.test(text);
  return Math.max(at, trivia.lastIndex);
}
