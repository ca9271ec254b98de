import { table } from '../base/table.ts';
import { renameKey } from '../edit/rename-key.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { narrowsToKnownCallers } from '../policy/caller-narrowing.ts';
import { isKeyTaken, type KeyEntry, keyEntries } from '../policy/condition-key-entries.ts';
import type { Policy } from '../policy/policy.ts';
import { variablesOf } from '../policy/policy-variables.ts';
import type { Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

/** What each says of the resource, said of the caller. */
const callerKeys: Readonly<Record<string, string>> = table({
  'aws:resourceaccount': 'aws:PrincipalAccount',
  'aws:resourceorgid': 'aws:PrincipalOrgID',
  'aws:resourceorgpaths': 'aws:PrincipalOrgPaths',
  's3:resourceaccount': 'aws:PrincipalAccount',
});

export const resourceKeyInResourcePolicy = defineRule({
  id: 'resource-key-in-resource-policy',
  summary: 'A policy of a resource asks whose the resource is, which is the same for every caller',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['trust', 'resource'],
  needs: { keys: Object.keys(callerKeys) },
  check: {
    scope: 'policy',
    run(policy, context) {
      // A file with a principal may also be the policy of a VPC endpoint, which sees resources of many owners.
      if (policy.kind === 'resource' && policy.kindFrom !== 'property' && policy.kindFrom !== 'user') return;
      for (const each of keyEntries(policy)) {
        const meant = callerKeys[each.entry.key.toLowerCase()];
        const { statement } = each;
        if (meant === undefined || hasOwnRule(statement, policy)) continue;
        if (each.entry.operator === undefined || each.entry.operator.operator.type === 'null') continue;
        // Compared with what the caller has, it is about the caller.
        if (each.entry.values.some((value) => variablesOf(value).length > 0)) continue;
        report(each, meant, statement, context);
      }
    },
  },
});

/** See `trust-any-principal`, which says of a role that is open to everyone that the condition does not close it. */
function hasOwnRule(statement: Statement, policy: Policy): boolean {
  return policy.kind === 'trust' && isForAnyone(statement) && !narrowsToKnownCallers(statement, policy);
}

function isForAnyone({ principal }: Statement): boolean {
  return principal?.principals.some(({ value }) => literalOf(value) === '*') ?? false;
}

function report(each: KeyEntry, meant: string, statement: Statement, context: PolicyContext): void {
  const { key, keyNode } = each.entry;
  const isOfService = statement.principal?.principals.some(({ type }) => type === 'Service') ?? false;
  const advice = isOfService
    ? `For whom a service calls says \`${meant.replace('Principal', 'Source')}\`, where the service sends it.`
    : `For the caller use \`${meant}\`.`;
  context.report({
    at: keyNode,
    ...(!(statement.effect === 'Allow' && isForAnyone(statement)) && { severity: 'info' }),
    message: `\`${key}\` says whose the resource is that this policy belongs to, the same for every caller: the condition tells no one apart. ${advice}`,
    // A service that does not send the key would be locked out.
    fixes: isOfService || isKeyTaken(each, meant) ? [] : [keyFix(each, meant, context)],
  });
}

function keyFix({ entry }: KeyEntry, better: string, { target }: PolicyContext): Fix {
  return {
    title: `Change ${entry.key} to ${better}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => renameKey(target, { key: entry.keyNode, value: entry.valueNode }, better),
  };
}
