import { defineRule, type Report } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import type { StringNode, SyntaxProblem } from '../syntax/node.ts';

export const syntaxError = defineRule({
  id: 'syntax-error',
  summary: 'The text is not well-formed JSON or YAML',
  severity: 'error',
  lesser: ['hint'],
  kinds: policyKinds,
  check: {
    scope: 'fragment',
    run({ tree, policies, editorReportsSyntax, report }) {
      if (!editorReportsSyntax) for (const problem of tree.problems) report(reportOf(problem));
      const seen = new Set<StringNode>();
      for (const { embedding } of policies) {
        if (embedding === undefined || seen.has(embedding.host)) continue;
        seen.add(embedding.host);
        for (const problem of embedding.problems) report(reportOf(problem));
      }
    },
  },
});

function reportOf({ span, message, isTolerated }: SyntaxProblem): Report {
  return { at: span, message, ...(isTolerated && { severity: 'hint' as const }) };
}
