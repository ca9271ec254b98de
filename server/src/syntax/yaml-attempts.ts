import type { SyntaxProblem } from './node.ts';
import { sortProblems } from './parsed-text.ts';
import { type Patch, type PatchedText, patchText } from './patched-text.ts';
import { describeYamlError, visibleSpan, type YamlError } from './yaml-problems.ts';
import { completeWord, findRecoveries, type Recovery } from './yaml-recovery.ts';

/** One run of the parser over a text. All offsets are of that text. */
export interface Attempt<Tree> {
  readonly tree: Tree;
  readonly errors: readonly YamlError[];
  /** The start of the quoted text that ends at an offset. */
  quoteStart(end: number): number | undefined;
  /** The start of the text, if it is one plain word or sentence and nothing else. */
  readonly loneWord: number | undefined;
}

/** The last run of the parser. */
export interface BestAttempt<Tree> {
  readonly tree: Tree;
  /** The text that the tree's offsets are of. */
  readonly source: PatchedText;
  /** Of the user's text, in its order. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Parses a text, patches what the parser stumbled over and parses again, until it stumbles no more or no patch helps.
 * A text whose first line is one word alone is
 * read as a map with a key without a value: with `wantsMap` always, else where more follows.
 */
export function bestAttempt<Tree>(
  text: string,
  wantsMap: boolean,
  parse: (text: string) => Attempt<Tree>,
): BestAttempt<Tree> {
  const patches: Patch[] = [];
  const problems: SyntaxProblem[] = [];
  for (let left = mostAttempts(text); ; left--) {
    const source = patchText(text, patches);
    const attempt = parse(source.text);
    const errors = attempt.errors.map((each) => inOriginal(each, source));
    const fresh = left > 1 ? freshRecoveries(text, attempt, errors, source, wantsMap, patches) : [];
    if (fresh.length === 0) {
      for (const error of errors) {
        problems.push({ span: visibleSpan(error, text), message: describeYamlError(error, text) });
      }
      return { tree: attempt.tree, source, problems: sortProblems(problems) };
    }
    for (const recovery of fresh) {
      patches.push(...recovery.patches);
      problems.push(recovery.problem);
    }
  }
}

/** True for a patch that did not help before, or that would change what another one takes away. */
function conflicts(patch: Patch, known: Patch): boolean {
  if (patch.remove === 0 && known.remove === 0) return patch.offset === known.offset && patch.insert === known.insert;
  return (
    patch.offset < known.offset + Math.max(known.remove, 1) && known.offset < patch.offset + Math.max(patch.remove, 1)
  );
}

/** A long text is given up sooner: each attempt costs a parse of the whole. */
function mostAttempts(text: string): number {
  return text.length > 200_000 ? 4 : 12;
}

function inOriginal(error: YamlError, source: PatchedText): YamlError {
  const start = source.originalOffset(error.span.start);
  return { ...error, span: { start, end: source.originalOffset(error.span.end) } };
}

function freshRecoveries<Tree>(
  text: string,
  attempt: Attempt<Tree>,
  errors: readonly YamlError[],
  source: PatchedText,
  wantsMap: boolean,
  patches: readonly Patch[],
): Recovery[] {
  const parsed = new Map(errors.map((error, at) => [error, attempt.errors[at]]));
  const quoteStart = (error: YamlError) => {
    const raw = parsed.get(error);
    const start = raw === undefined ? undefined : attempt.quoteStart(raw.span.start);
    return start === undefined ? undefined : source.originalOffset(start);
  };
  // A word alone on the first line is all that the parser takes for the document.
  const endsEarly = errors.some((error) => error.code === 'UNEXPECTED_TOKEN');
  const isLone = attempt.loneWord !== undefined && (wantsMap || endsEarly);
  const word = isLone ? completeWord(text, source.originalOffset(attempt.loneWord)) : undefined;
  const recoveries = word === undefined ? findRecoveries(text, errors, quoteStart) : [word];
  return recoveries.filter((each) => each.patches.every((patch) => !patches.some((known) => conflicts(patch, known))));
}
