import { oncePer } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import { indexSpans } from '../base/span-index.ts';
import type { FragmentTree } from '../syntax/fragment.ts';
import type { SyntaxProblem } from '../syntax/node.ts';
import type { Policy } from './policy.ts';

/** What is malformed in the text of a policy: what it seems to say there is not to be judged. */
export function problemsOf(policy: Policy, tree: FragmentTree): readonly SyntaxProblem[] {
  return policy.embedding?.problems ?? tree.problems;
}

/** True where a problem lies on a character of the span, or at an empty span. */
export function isMalformed(span: Span, problems: readonly SyntaxProblem[]): boolean {
  if (problems.length === 0) return false;
  const { holds, overlaps } = spansOf(problems);
  return span.start === span.end ? holds(span) : overlaps(span);
}

const spansOf = oncePer((problems: readonly SyntaxProblem[]) => indexSpans(problems.map(({ span }) => span)));
