import { elementsOf } from '../catalog/grammar.ts';
import { removeProperty } from '../edit/remove.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { aKind } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, literalOf, type Value } from '../policy/value.ts';

export const invalidSid = defineRule({
  id: 'invalid-sid',
  summary: 'A `Sid` has characters that IAM does not take, or is empty',
  severity: 'error',
  lesser: ['hint'],
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        const { sid } = statement;
        if (sid === undefined || sid.node.type === 'null' || hasPlaceholder(sid)) continue;
        if (literalOf(sid) === '') reportEmpty(sid, statement, context);
        else checkCharacters(sid, policy, context);
      }
    },
  },
});

function checkCharacters(sid: Value, policy: Policy, context: PolicyContext): void {
  const { sidPattern } = elementsOf(policy.kind);
  if (sidPattern === undefined) return;
  if (sid.parts.every((part) => part.type === 'hole' || sidPattern.test(part.text))) return;
  const better = betterSid(sid, policy);
  const advice = better === undefined ? '' : ` Write \`${better}\`.`;
  context.report({
    at: sid.node,
    message: `The \`Sid\` of ${aKind(policy.kind)} takes letters and digits only, not \`${describeParts(sid.parts)}\`.${advice}`,
    fixes: better === undefined ? [] : [renameFix(sid, better, context)],
  });
}

/** Its letters and digits, with each word begun by a capital; undefined where that is nothing, unknown or taken. */
function betterSid(sid: Value, { statements }: Policy): string | undefined {
  const better = literalOf(sid)
    ?.replace(/[^A-Za-z0-9]+([a-z]?)/g, (_, letter: string) => letter.toUpperCase())
    .trim();
  if (better === undefined || better === '') return undefined;
  return statements.some((each) => literalOf(each.sid) === better) ? undefined : better;
}

/** What a policy allows does not depend on the names of its statements. */
function renameFix(sid: Value, better: string, { target }: PolicyContext): Fix {
  return {
    title: `Change it to ${better}`,
    applicability: 'safe',
    preferred: true,
    changes: () => replaceValue(target, sid.node, better),
  };
}

function reportEmpty(sid: Value, { node }: Statement, context: PolicyContext): void {
  context.report({
    at: sid.node,
    severity: 'hint',
    message: 'This `Sid` is empty. Remove it, or say in a word what the statement is for.',
    fixes: [
      {
        title: 'Remove the empty Sid',
        applicability: 'safe',
        preferred: true,
        changes: () => removeProperty(context.target, node, 'Sid'),
      },
    ],
  });
}
