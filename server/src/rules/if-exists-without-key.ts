import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { narrowsToKnownCallers } from '../policy/caller-narrowing.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { demandsKey, entriesOn, isPositive, letsAnyValueThrough } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import { strictOperator } from '../policy/service-principal.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

/** Keys that outsiders lack: who has none is not held to any value. */
interface Guard {
  readonly keys: readonly string[];
  /** Requests without the key, as the subject of a sentence. */
  readonly others: string;
  /** Keys of which such requests have one, so that a condition on it holds them. */
  readonly instead: readonly string[];
}

/** Source: IAM User Guide, AWS global condition context keys, "Availability"; IAM and AWS STS condition context keys, sts:ExternalId. */
const guards: readonly Guard[] = [
  { keys: ['sts:ExternalId'], others: 'callers that send no external id', instead: [] },
  {
    keys: ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'],
    others: 'callers that belong to no organization',
    instead: ['aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:SourceAccount', 'aws:SourceArn'],
  },
  {
    keys: ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn', 'aws:VpceAccount', 'aws:VpceOrgID'],
    others: 'requests that come through no VPC endpoint, such as those from the internet,',
    instead: ['aws:SourceIp', 'aws:ViaAWSService', 'aws:CalledVia'],
  },
];

export const ifExistsWithoutKey = defineRule({
  id: 'if-exists-without-key',
  summary: 'An Allow with `IfExists` also holds for requests that lack the key, which are those it was to keep out',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity', 'trust', 'resource', 'boundary', 'session'],
  needs: { keys: guards.flatMap(({ keys }) => keys), comparisons: ({ operator }) => operator?.ifExists === true },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete) continue;
        for (const guard of guards)
          for (const entry of entriesOn(statement.condition, guard.keys))
            if (isLenient(entry) && !isHeld(entry, guard, statement, policy))
              report(entry, guard, statement, policy, context);
      }
    },
  },
});

/** A value that everyone has is told by `constant-condition` and `wildcard-in-sensitive-key`. */
function isLenient(entry: ConditionEntry): boolean {
  return entry.operator?.ifExists === true && isPositive(entry) && !letsAnyValueThrough(entry);
}

/** True where another condition, or a Deny, says what becomes of requests without the key. */
function isHeld(
  { key }: ConditionEntry,
  { instead }: Guard,
  { condition }: Statement,
  { statements }: Policy,
): boolean {
  const own = entriesOn(condition, [key]).some((each) => demandsKey(each) || each.operator?.operator.type === 'null');
  return (
    own ||
    entriesOn(condition, instead).length > 0 ||
    statements.some((each) => each.effect === 'Deny' && entriesOn(each.condition, [key]).length > 0)
  );
}

function report(
  entry: ConditionEntry,
  { others, keys }: Guard,
  statement: Statement,
  policy: Policy,
  context: PolicyContext,
): void {
  const isOfCaller = keys.includes('aws:PrincipalOrgID');
  const isAnyone = statement.principal?.principals.some(({ value }) => literalOf(value) === '*') ?? false;
  // What a service sends is told by `trust-missing-source-arn`.
  if (policy.kind === 'trust' && isOfServices(statement)) return;
  // What a policy of an identity says of the caller is of that identity. Open roles have a rule of their own.
  if (isOfCaller && statement.principal === undefined) return;
  if (isAnyone && policy.kind === 'trust' && !narrowsToKnownCallers(statement, policy)) return;
  const strict = strictOperator(entry);
  if (strict === undefined) return;
  context.report({
    at: entry.operatorNode,
    // Callers that are named have an organization or not: the author may know.
    ...(isOfCaller && !isAnyone && { severity: 'info' }),
    message: `\`${entry.operatorNode.value}\` also lets in ${others} since they have no \`${entry.key}\`. Use \`${strict}\`.`,
    fixes: [
      {
        title: `Use ${strict}`,
        applicability: 'suggestion',
        preferred: true,
        changes: () => changeOperator(context.target, statement, entry, strict),
      },
    ],
  });
}

function isOfServices({ principal }: Statement): boolean {
  return principal?.principals.every(({ type }) => type === 'Service') ?? false;
}
