import { oncePer } from '../base/once.ts';
import { elementsOf } from '../catalog/grammar.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { aKind } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, literalOf, type Value, valueKey } from '../policy/value.ts';
import { child } from '../syntax/node.ts';

export const duplicateSid = defineRule({
  id: 'duplicate-sid',
  summary: 'Two statements of a policy have the same `Sid`',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      const seen = new Map<string, { readonly statement: Statement; readonly sid: Value }>();
      for (const statement of policy.statements) {
        const { sid } = statement;
        if (sid === undefined || hasPlaceholder(sid) || literalOf(sid) === '') continue;
        const key = valueKey(sid.parts);
        const first = seen.get(key);
        if (first === undefined) seen.set(key, { statement, sid });
        else if (mayStandTogether(first.statement, statement, policy)) report(sid, first.sid, policy, context);
      }
    },
  },
});

/** False for two statements inside `Fn::If`s: they may be the two branches of one. */
function mayStandTogether(first: Statement, second: Statement, { root, shape }: Policy): boolean {
  if (first.node === second.node) return false;
  const list = shape === 'statements' ? root : child(root, 'Statement');
  const items = list?.type === 'array' ? list.items : [];
  return items.includes(first.node) || items.includes(second.node);
}

function report(sid: Value, first: Value, policy: Policy, context: PolicyContext): void {
  const { sidsAreUnique } = elementsOf(policy.kind);
  const written = describeParts(sid.parts);
  context.report({
    at: sid.node,
    ...(!sidsAreUnique && { severity: 'info' as const }),
    message: sidsAreUnique
      ? `Another statement has the \`Sid\` \`${written}\` already, and AWS refuses ${aKind(policy.kind)} in which one stands twice. Give this one another.`
      : `Another statement has the \`Sid\` \`${written}\` already. Not every service takes the same one twice: give this one another.`,
    related: [{ span: first.node.span, message: `\`${written}\` is here` }],
    fixes: renameFixes(sid, policy, context),
  });
}

const sidsOf = oncePer(({ statements }: Policy) => new Set(statements.map((each) => literalOf(each.sid))));

/** What a policy allows does not depend on the names of its statements. */
function renameFixes(sid: Value, policy: Policy, { target }: PolicyContext): readonly Fix[] {
  const written = literalOf(sid);
  if (written === undefined) return [];
  const taken = sidsOf(policy);
  let number = 2;
  while (taken.has(`${written}${number}`)) number += 1;
  const better = `${written}${number}`;
  return [
    {
      title: `Change it to ${better}`,
      applicability: 'safe',
      preferred: true,
      changes: () => replaceValue(target, sid.node, better),
    },
  ];
}
