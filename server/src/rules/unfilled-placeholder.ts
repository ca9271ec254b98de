import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { findPlaceholders } from '../policy/placeholder.ts';
import { openStrings } from '../policy/visit-strings.ts';
import { forgottenSubstitutions } from '../role/forgotten-substitution.ts';
import { spanInString } from '../syntax/decode.ts';

export const unfilledPlaceholder = defineRule({
  id: 'unfilled-placeholder',
  summary: 'A placeholder such as `<your org path>` or `YOUR_ACCOUNT_ID` is still to be filled in',
  severity: 'warning',
  kinds: policyKinds,
  needs: { braces: true },
  check: {
    scope: 'template',
    run(policy, context) {
      for (const { node, substitution } of openStrings(policy)) {
        // What the template itself could put there has a rule of its own.
        const forgotten = new Set(forgottenSubstitutions(node.value, context.template).map(({ from }) => from));
        for (const { from, to, text } of findPlaceholders(node.value, substitution))
          if (!forgotten.has(from))
            context.report({ at: spanInString(node, from, to), message: messageOf(text, context) });
      }
    },
  },
});

function messageOf(text: string, context: TemplateContext): string {
  if (context.inTemplate && text.startsWith('${'))
    return `\`${text}\` is not replaced here: only \`Fn::Sub\` replaces it.`;
  return `\`${text}\` is a placeholder: put your own value here.`;
}
