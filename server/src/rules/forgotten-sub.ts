import { replaceValue } from '../edit/replace-value.ts';
import { sub } from '../edit/writable.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { openStrings } from '../policy/visit-strings.ts';
import { asSubstitution, forgottenSubstitutions } from '../role/forgotten-substitution.ts';
import { spanInString } from '../syntax/decode.ts';
import type { StringNode } from '../syntax/node.ts';

export const forgottenSub = defineRule({
  id: 'forgotten-sub',
  summary: 'A parameter, resource or pseudo parameter in `${…}`, in a string that no `Fn::Sub` reads',
  severity: 'error',
  kinds: policyKinds,
  needs: { braces: true },
  check: {
    scope: 'template',
    run(policy, context) {
      if (!context.inTemplate) return;
      for (const { node, substitution, isKey } of openStrings(policy)) {
        if (substitution === 'sub') continue;
        const found = forgottenSubstitutions(node.value, context.template);
        const isInString = policy.embedding !== undefined;
        for (const { name, from, to } of found)
          context.report({
            at: spanInString(node, from, to),
            message: `\`\${${name}}\` stays as it is written: only \`Fn::Sub\` replaces it, and IAM has no such variable. ${adviceFor(isKey, isInString)}`,
            fixes: isKey || isInString ? [] : subFix(node, context),
          });
      }
    },
  },
});

function adviceFor(isKey: boolean, isInString: boolean): string {
  if (isInString) return 'Give the whole string to `Fn::Sub`.';
  if (isKey) return 'No intrinsic function can stand in a key: write the policy as a string in `Fn::Sub`.';
  return 'Put `Fn::Sub` before the string.';
}

function subFix(node: StringNode, { target, template }: TemplateContext): readonly Fix[] {
  const text = asSubstitution(node.value, template);
  if (text === undefined) return [];
  return [
    {
      title: 'Let Fn::Sub replace it',
      // What never matched begins to.
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceValue(target, node, sub(text)),
    },
  ];
}
