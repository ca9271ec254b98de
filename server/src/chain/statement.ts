import { keptWith } from '../base/once.ts';
import type { Grant, Listed } from '../role/grant.ts';
import { literalText, type Text } from '../role/text.ts';
import { allHold, anyHolds, type Call, optionOf } from './call.ts';
import { conditionHolds } from './condition.ts';
import { nameOf, quote } from './describe.ts';
import type { MatchMode } from './match.ts';
import { matchPolicyText, withoutVariables } from './policy-variable.ts';
import { remember } from './remember.ts';
import { not, type Truth } from './truth.ts';

/** Whether a statement of an identity policy, a boundary, a session policy or an SCP applies to an action of the call. */
export function identityApplies(call: Call, grant: Grant, action: string): Truth {
  return remember(call, grant, `identity ${action}`, () =>
    allHold(call, 4, (index) => {
      if (index === 0) return actionMatches(call, grant, action);
      if (index === 1) return resourceMatches(call, grant);
      return index === 2 ? conditionsHold(call, grant) : isThere(call, grant);
    }),
  );
}

/** The same for a trust policy or an RCP, its principals aside. */
export function resourceApplies(call: Call, grant: Grant, action: string): Truth {
  return remember(call, grant, `resource ${action}`, () =>
    allHold(call, 4, (index) => {
      if (index === 0) return actionMatches(call, grant, action);
      // A trust policy has no `Resource`: it is the role's own.
      if (index === 1) return grant.resources === undefined ? true : resourceMatches(call, grant);
      return index === 2 ? conditionsHold(call, grant) : isThere(call, grant);
    }),
  );
}

export function actionMatches(call: Call, grant: Grant, action: string): Truth {
  const { actions } = grant;
  if (actions === undefined || !actions.complete || actions.values.some((value) => !isPlain(value)))
    return listMatches(call, grant, 'action', actions, [action], 'like-ignoring-case');
  return oncePerAction(actions, action, () =>
    listMatches(call, grant, 'action', actions, [action], 'like-ignoring-case'),
  );
}

/** Of which all is known, in every call. */
function isPlain(value: Text): boolean {
  return literalText(value)?.includes('$') === false;
}

const known = keptWith<Listed, Map<string, Truth>>();

function oncePerAction(actions: Listed, action: string, match: () => Truth): Truth {
  const answers = known.get(actions) ?? new Map<string, Truth>();
  known.set(actions, answers);
  const answer = answers.get(action) ?? match();
  answers.set(action, answer);
  return answer;
}

export function resourceMatches(call: Call, grant: Grant): Truth {
  return listMatches(call, grant, 'resource', grant.resources, call.request.resource, 'like');
}

export function conditionsHold(call: Call, grant: Grant): Truth {
  return remember(call, grant, 'conditions', () =>
    allHold(call, grant.conditions.length, (index) => conditionHolds(call, grant, index)),
  );
}

/** Whether the statement has the effect; not known where the effect is not. */
export function hasEffect(call: Call, grant: Grant, effect: 'Allow' | 'Deny'): Truth {
  if (grant.effect !== undefined) return grant.effect === effect;
  const { label } = grant.origin;
  const chosen = optionOf(call, `effect:${originId(grant)}`, () => [
    { value: 'Allow', sentence: `the \`Effect\` of ${label} is \`Allow\`` },
    { value: 'Deny', sentence: `the \`Effect\` of ${label} is \`Deny\`` },
  ]);
  return chosen === undefined ? undefined : chosen === effect;
}

export function originId({ origin: { file, fragment, policy, statement } }: Grant): string {
  return `${file}#${fragment}#${policy}#${statement}`;
}

/** A statement that may not be there, or under conditions that are not seen. */
function isThere(call: Call, grant: Grant): Truth {
  if (grant.complete) return true;
  const { label } = grant.origin;
  const source = nameOf(call.request.source);
  const target = nameOf(call.request.target);
  const yes = { value: 'yes', sentence: `what is not known of ${label} lets it apply to ${source} assuming ${target}` };
  const no = {
    value: 'no',
    sentence: `what is not known of ${label} keeps it from applying to ${source} assuming ${target}`,
  };
  const chosen = optionOf(call, `statement:${originId(grant)}`, () =>
    grant.effect === 'Deny' ? [no, yes] : [yes, no],
  );
  return chosen === undefined ? undefined : chosen === 'yes';
}

function listMatches(
  call: Call,
  grant: Grant,
  element: 'action' | 'resource',
  listed: Listed | undefined,
  value: Text,
  mode: MatchMode,
): Truth {
  if (listed === undefined) return false;
  const { values, complete, negated } = grant.hasVariables === false ? withoutVariables(listed) : listed;
  const matches = anyHolds(call, values.length + (complete ? 0 : 1), (index) => {
    const own = values[index];
    return own === undefined ? hiddenMatches(call, grant, element) : matchPolicyText(call, own, value, mode);
  });
  return negated ? not(matches) : matches;
}

/** Whether a value that is not seen is the one that the call needs. */
export function hiddenMatches(call: Call, grant: Grant, element: 'action' | 'resource' | 'principal'): Truth {
  const { label } = grant.origin;
  const name = quote({ action: 'Action', resource: 'Resource', principal: 'Principal' }[element]);
  const yes = { value: 'yes', sentence: `the unknown values of ${name} in ${label} fit this call` };
  const no = { value: 'no', sentence: `the unknown values of ${name} in ${label} do not fit this call` };
  const chosen = optionOf(call, `values:${element}:${originId(grant)}`, () =>
    grant.effect === 'Deny' ? [no, yes] : [yes, no],
  );
  return chosen === undefined ? undefined : chosen === 'yes';
}
