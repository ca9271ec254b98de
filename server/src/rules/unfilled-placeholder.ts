import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { findPlaceholders } from '../policy/placeholder.ts';
import { visitStrings } from '../policy/visit-strings.ts';
import { spanInString } from '../syntax/decode.ts';

export const unfilledPlaceholder = defineRule({
  id: 'unfilled-placeholder',
  summary: 'A placeholder such as `<your org path>` or `YOUR_ACCOUNT_ID` is still to be filled in',
  severity: 'warning',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, context) {
      visitStrings(policy.root, policy.substitution, (node, substitution) => {
        for (const { from, to, text } of findPlaceholders(node.value, substitution))
          context.report({ at: spanInString(node, from, to), message: messageOf(text, context) });
      });
    },
  },
});

function messageOf(text: string, context: PolicyContext): string {
  if (context.inTemplate && text.startsWith('${'))
    return `\`${text}\` is not replaced here: only \`Fn::Sub\` replaces it.`;
  return `\`${text}\` is a placeholder: put your own value here.`;
}
