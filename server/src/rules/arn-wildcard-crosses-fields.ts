import { conditionKeyType } from '../catalog/condition-key-type.ts';
import type { Fix, Severity } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { parseArn } from '../policy/arn.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Comparison, ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, type Value } from '../policy/value.ts';
import { patternOf } from '../policy/value-pattern.ts';

export const arnWildcardCrossesFields = defineRule({
  id: 'arn-wildcard-crosses-fields',
  summary: 'A wildcard in an ARN stands under a string operator, which lets it reach across colons into other fields',
  severity: 'warning',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { comparisons: (each, data) => isPatternOfText(each) && conditionKeyType(data, each.key)?.type === 'arn' },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of statement.condition.entries) {
          if (!widensAccess(entry, statement) || conditionKeyType(context.iamData, entry.key)?.type !== 'arn') continue;
          // Another operator would be wrong for a value that is no ARN.
          const mayChange = entry.values.every(({ parts }) => parseArn(parts) !== undefined);
          const fixes = mayChange ? changeOperatorFix(entry, statement, context) : [];
          for (const value of entry.values) checkValue(value, entry, fixes, context);
        }
    },
  },
});

function isPatternOfText({ operator }: Comparison): boolean {
  return operator?.operator.type === 'string' && operator.operator.wildcards;
}

/** In an Allow what matches is let in, in a Deny it is spared. */
function widensAccess(entry: ConditionEntry, { effect }: Statement): boolean {
  return isPatternOfText(entry) && effect === (entry.operator?.operator.negated ? 'Deny' : 'Allow');
}

function checkValue(value: Value, entry: ConditionEntry, fixes: readonly Fix[], context: PolicyContext): void {
  const reach = reachOf(patternOf(value).text, entry.key);
  if (reach === undefined) return;
  context.report({
    at: value.node,
    ...(reach.severity !== 'warning' && { severity: reach.severity }),
    message: `Under \`${entry.operatorNode.value}\` the \`*\` reaches across colons: \`${describeParts(value.parts)}\` also matches ${reach.matches}. \`${betterOperator(entry)}\` compares field by field.`,
    fixes,
  });
}

function betterOperator({ operator }: ConditionEntry): string {
  return operator?.canonical.replace(/String(Not)?Like/, 'Arn$1Like') ?? 'ArnLike';
}

function changeOperatorFix(entry: ConditionEntry, statement: Statement, { target }: PolicyContext): readonly Fix[] {
  const better = betterOperator(entry);
  return [
    {
      title: `Use ${better}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => changeOperator(target, statement, entry, better),
    },
  ];
}

interface Reach {
  readonly severity: Severity;
  /** What the pattern was not meant for. */
  readonly matches: string;
}

/** Undefined where no wildcard stands before the fifth colon, and where what follows cannot stand elsewhere. */
function reachOf(pattern: string, key: string): Reach | undefined {
  const [prefix, partition, service, region, account, ...rest] = pattern.split(':');
  const resource = rest.join(':');
  if (prefix !== 'arn' || account === undefined || /^\**$/.test(resource)) return undefined;
  const isPinned = /^[^*?]+$/.test(account);
  const starsBefore = [partition, service, region].some((field) => field?.includes('*'));
  // The path of a role or user, which whoever makes it chooses, may hold colons; its name may not.
  // Source: IAM API reference, CreateRole, Path and RoleName.
  if (/^aws:PrincipalArn$/i.test(key) && resource.includes('/')) {
    if (isPinned && starsBefore)
      return {
        severity: 'warning',
        matches: 'a role that someone makes in another account, with all this in its path',
      };
    return account.includes('*')
      ? { severity: 'info', matches: `a role of another name whose path holds \`:${resource.split('/')[0]}/\`` }
      : undefined;
  }
  const crosses = isPinned && starsBefore && !/^aws:PrincipalArn$/i.test(key);
  return crosses
    ? { severity: 'info', matches: 'ARNs of other accounts that hold the rest of it in the name of the resource' }
    : undefined;
}
