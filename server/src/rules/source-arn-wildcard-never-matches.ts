import type { Fix } from '../lint/finding.ts';
import type { PolicyContext } from '../lint/rule.ts';
import { defineRule } from '../lint/rule.ts';
import { parseArn } from '../policy/arn.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { sourceArnEntries } from '../policy/source-arn-condition.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { trustedServices } from '../policy/trusted-services.ts';
import { describeParts, type Value } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const sourceArnWildcardNeverMatches = defineRule({
  id: 'source-arn-wildcard-never-matches',
  summary: 'A wildcard in a condition on `aws:SourceArn` is compared as the character that it is',
  severity: 'error',
  kinds: ['trust'],
  needs: { keys: ['aws:SourceArn'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of sourceArnEntries(statement)) {
          if (entry.operator === undefined || entry.operator.operator.wildcards) continue;
          for (const value of entry.values) {
            if (!holdsWildcard(value) || isSentLiterally(value, statement)) continue;
            const better = patternOperator(entry);
            context.report({
              at: value.node,
              message: `\`${entry.operatorNode.value}\` compares \`*\` and \`?\` as they stand, so \`${describeParts(value.parts)}\` never matches. Use \`${better}\`, or write the full ARN.`,
              fixes: [operatorFix(statement, entry, better, context)],
            });
          }
        }
    },
  },
});

/** `${*}` and `${?}` are IAM's way to write the characters themselves. */
function holdsWildcard({ parts }: Value): boolean {
  return parts.some((part) => part.type === 'literal' && hasWildcard(part.text.replace(/\$\{[*?$]\}/g, '')));
}

/** True where the service itself sends the value with the asterisk in it. */
function isSentLiterally({ parts }: Value, statement: Statement): boolean {
  const text = parts
    .map((part) => (part.type === 'literal' ? part.text : '_'))
    .join('')
    .split(':');
  const shapes = trustedServices(statement).flatMap(({ service }) =>
    service?.wildcardIsLiteral ? service.arnShapes : [],
  );
  return shapes.some((shape) => {
    const fields = shape.split(':');
    return fields.length === text.length && fields.every((field, index) => fits(text[index] ?? '', field));
  });
}

function fits(text: string, field: string): boolean {
  return field.includes('${') ? !hasWildcard(text) : text === field;
}

/** `ArnLike` compares an ARN field by field; what is no whole ARN can only be compared as text. */
function patternOperator({ operator, values }: ConditionEntry): string {
  const name = values.every(({ parts }) => parts.some(({ type }) => type === 'hole') || parseArn(parts))
    ? 'ArnLike'
    : 'StringLike';
  return operator === undefined ? name : operator.canonical.replace(operator.operator.name, name);
}

function operatorFix(statement: Statement, entry: ConditionEntry, operator: string, context: PolicyContext): Fix {
  return {
    title: `Use ${operator}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => changeOperator(context.target, statement, entry, operator),
  };
}
