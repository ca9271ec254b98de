import { closestName } from '../catalog/closest-name.ts';
import { assumeActionFor, findTrustAction, type TrustedCaller, trustActions } from '../catalog/sts-actions.ts';
import { removeItem } from '../edit/remove.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { listNames } from '../policy/phrase.ts';
import type { Statement } from '../policy/statement.ts';
import { trustedCallers } from '../policy/trusted-callers.ts';
import { literalOf, type Value } from '../policy/value.ts';
import { actionMatches, hasWildcard } from '../policy/wildcard.ts';

export const trustActionMismatch = defineRule({
  id: 'trust-action-mismatch',
  summary: 'A trust policy allows an action that none of its principals can use',
  severity: 'error',
  kinds: ['trust'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow') continue;
        for (const value of statement.action?.values ?? []) {
          const action = literalOf(value);
          const problem = action === undefined ? undefined : problemOf(action, statement);
          if (problem === undefined) continue;
          const fixes = fittingFixes(statement, value, problem.meant ?? onlyAction(trustedCallers(statement)), context);
          context.report({ at: value.node, message: problem.message, fixes });
        }
      }
    },
  },
});

interface Problem {
  readonly message: string;
  /** What a misspelt action was meant to be. */
  readonly meant?: string;
}

function problemOf(action: string, statement: Statement): Problem | undefined {
  const named = hasWildcard(action)
    ? trustActions.filter(({ name }) => actionMatches(action, name))
    : [findTrustAction(action)].filter((each) => each !== undefined);
  if (named.some(({ part }) => part === 'accompanies')) return undefined;
  const assuming = named.filter(({ part }) => part === 'assumes');
  if (assuming.length === 0) return strangeAction(action, named.length > 0);
  const callers = trustedCallers(statement);
  // Where they are not known, every action of a trust policy may fit.
  if (callers === undefined || assuming.some((each) => each.callers.some((caller) => callers.has(caller))))
    return undefined;
  const fitting = listNames([...new Set([...callers].map(assumeActionFor))], 'or');
  return { message: `No principal of this statement can call \`${action}\`: ${describe(callers)} call ${fitting}.` };
}

/** An action of STS that is in no table may be one that AWS added, unless it is a slip of the pen. */
function strangeAction(action: string, isKnown: boolean): Problem | undefined {
  const meant = hasWildcard(action) || isKnown ? undefined : closestName(action, usable);
  if (meant !== undefined)
    return { message: `\`${action}\` is no action of a trust policy. Did you mean \`${meant}\`?`, meant };
  if (/^sts:/i.test(action) && !isKnown) return undefined;
  return {
    message: `A trust policy cannot allow \`${action}\`: it says only who may assume the role. What the role may do belongs in a permission policy.`,
  };
}

const usable = trustActions.filter(({ part }) => part !== 'none').map(({ name }) => name);

function describe(callers: ReadonlySet<TrustedCaller>): string {
  const isFederated = callers.has('saml') || callers.has('web-identity');
  if (callers.has('aws') || callers.has('service')) return isFederated ? 'they' : names(callers);
  if (callers.size > 1) return 'users of an identity provider';
  return callers.has('saml') ? 'users of a SAML provider' : 'users of an OpenID Connect provider';
}

function names(callers: ReadonlySet<TrustedCaller>): string {
  if (callers.size > 1) return 'AWS principals and services';
  return callers.has('aws') ? 'AWS principals' : 'services';
}

function onlyAction(callers: ReadonlySet<TrustedCaller> | undefined): string | undefined {
  const [only, ...more] = new Set([...(callers ?? [])].map(assumeActionFor));
  return more.length === 0 ? only : undefined;
}

/** In the place of the action, the one that fits; where that stands in the list already, the action goes. */
function fittingFixes(
  statement: Statement,
  value: Value,
  fitting: string | undefined,
  context: PolicyContext,
): readonly Fix[] {
  if (fitting === undefined) return [];
  const written = literalOf(value) ?? '';
  const list = statement.action?.property.value;
  const isThere = statement.action?.values.some((each) => actionMatches(literalOf(each) ?? '', fitting));
  const common = { applicability: 'suggestion', preferred: true } as const;
  if (!isThere) {
    const changes = () => replaceValue(context.target, value.node, fitting);
    return [{ title: `Change ${written} to ${fitting}`, ...common, changes }];
  }
  const index = list?.type === 'array' ? list.items.indexOf(value.node) : -1;
  if (list?.type !== 'array' || index < 0) return [];
  return [{ title: `Remove ${written}`, ...common, changes: () => removeItem(context.target, list, index) }];
}
