import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import { parseOperator } from '../catalog/condition-operators.ts';
import { likelyOperator } from '../catalog/likely-operator.ts';
import { renameKey } from '../edit/rename-key.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { listItems } from '../policy/alternatives.ts';
import { isReplacedKey } from '../policy/element-names.ts';
import { policyKinds } from '../policy/kind.ts';
import { isMalformed, problemsOf } from '../policy/malformed.ts';
import { type ObjectNode, type Property, property } from '../syntax/node.ts';

export const unknownConditionOperator = defineRule({
  id: 'unknown-condition-operator',
  summary: 'A condition has an operator that AWS does not have',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      const problems = problemsOf(policy, context.tree);
      for (const { condition } of policy.statements) {
        const blocks = condition.property === undefined ? [] : listItems(condition.property.value);
        for (const block of blocks) {
          if (block.type !== 'object') continue;
          for (const each of block.properties)
            if (!isMalformed(each.key.span, problems)) checkOperator(each, block, context);
        }
      }
    },
  },
});

function checkOperator(each: Property, block: ObjectNode, context: PolicyContext): void {
  const written = each.key.value;
  // An intrinsic, or what is still to be filled in, may become an operator.
  if (parseOperator(written) !== undefined || isReplacedKey(written) || /[<$]/.test(written)) return;
  if (findGlobalConditionKey(written) !== undefined) {
    context.report({
      at: each.key,
      message: `\`${written}\` is a condition key. Put it under an operator, such as \`StringEquals\`.`,
    });
    return;
  }
  const meant = likelyOperator(written);
  const isTaken = meant !== undefined && property(block, meant) !== undefined;
  context.report({
    at: each.key,
    message:
      meant === undefined
        ? `\`${written}\` is not a condition operator. Write one, such as \`StringEquals\` or \`ArnLike\`.`
        : `\`${written}\` is not a condition operator. Did you mean \`${meant}\`?`,
    fixes:
      meant === undefined || isTaken
        ? []
        : [
            {
              title: `Change ${written} to ${meant}`,
              // AWS refused the policy, which now begins to hold.
              applicability: 'suggestion',
              preferred: true,
              changes: () => renameKey(context.target, each, meant),
            },
          ],
  });
}
