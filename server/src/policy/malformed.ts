import type { Span } from '../base/span.ts';
import type { FragmentTree } from '../syntax/fragment.ts';
import type { SyntaxProblem } from '../syntax/node.ts';
import type { Policy } from './policy.ts';

/** What is malformed in the text of a policy: what it seems to say there is not to be judged. */
export function problemsOf(policy: Policy, tree: FragmentTree): readonly SyntaxProblem[] {
  return policy.embedding?.problems ?? tree.problems;
}

/** True where a problem lies on a character of the span, or at an empty span. */
export function isMalformed(span: Span, problems: readonly SyntaxProblem[]): boolean {
  const isEmpty = span.start === span.end;
  return problems.some((problem) =>
    isEmpty
      ? problem.span.start <= span.start && span.end <= problem.span.end
      : problem.span.start < span.end && span.start < problem.span.end,
  );
}
