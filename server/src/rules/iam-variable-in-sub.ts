import { replaceInString } from '../edit/replace-in-string.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { valuesWithVariables } from '../policy/policy-variables.ts';
import { type Hole, spanOfPart, type Value } from '../policy/value.ts';
import { isVariableName } from '../policy/variable-name.ts';

export const iamVariableInSub = defineRule({
  id: 'iam-variable-in-sub',
  summary: 'A variable of IAM stands in an `Fn::Sub` without `!`: CloudFormation takes it for its own',
  severity: 'error',
  kinds: policyKinds,
  needs: { braces: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      if (!context.inTemplate) return;
      // A hole without a place comes from a `Ref`.
      for (const statement of policy.statements)
        for (const value of valuesWithVariables(statement))
          for (const part of value.parts)
            if (part.type === 'hole' && part.at !== undefined && isVariableName(part.symbol, context.iamData))
              check(value, part, context);
    },
  },
});

function check(value: Value, hole: Hole, { report, target }: PolicyContext): void {
  const { at, symbol } = hole;
  // Placeholders are no substitution.
  if (at === undefined || hole.why === 'placeholder' || hole.why === 'dynamic') return;
  report({
    at: spanOfPart(value, hole),
    message: `CloudFormation looks for a resource or parameter \`${symbol}\` here and refuses the template. Write \`\${!${symbol}}\`: IAM then gets \`\${${symbol}}\`.`,
    fixes: [
      {
        title: 'Leave the variable to IAM: insert !',
        applicability: 'safe',
        preferred: true,
        changes: () => replaceInString(target, at.node, at.from, at.from + '${'.length, ['${!']),
      },
    ],
  });
}
