import { parseOperator } from '../catalog/condition-operators.ts';
import type { Entity, World } from '../role/entity.ts';
import type { Grant, GrantCondition } from '../role/grant.ts';
import { evaluateHop } from './evaluate-hop.ts';

/** Both ends of a hop, perhaps with other policies than they have. */
export interface Ends {
  readonly source: Entity;
  readonly target: Entity;
}

/** Whether a call could succeed if the policies were such. */
export function wouldOpen(world: World, { source, target }: Ends): boolean {
  return evaluateHop(world, source, target).verdict === 'allowed';
}

/** The target as if its trust policy asked nothing of a key, in lower case. */
export function targetWithoutKey(target: Entity, key: string): Entity {
  return { ...target, ...(target.trust && { trust: withoutKey(target.trust, key) }) };
}

/** The source as if its permissions asked nothing of a key, in lower case. */
export function sourceWithoutKey(source: Entity, key: string): Entity {
  return { ...source, permissions: withoutKey(source.permissions, key) };
}

/** Conditions of an Allow that ask for the key go, and whole Deny statements that do. */
function withoutKey(grants: readonly Grant[], key: string): readonly Grant[] {
  return grants.flatMap((grant): Grant[] => {
    if (!grant.conditions.some((condition) => isOn(condition, key))) return [grant];
    if (grant.effect === 'Deny') return [];
    return [{ ...grant, conditions: grant.conditions.filter((condition) => !isOn(condition, key)) }];
  });
}

/** The target as if each of its Allow statements allowed the action too. */
export function targetAllowing(target: Entity, action: string): Entity {
  return { ...target, ...(target.trust && { trust: target.trust.map((grant) => withAction(grant, action)) }) };
}

/** The source as if each of its Allow statements allowed the action too. */
export function sourceAllowing(source: Entity, action: string): Entity {
  return { ...source, permissions: source.permissions.map((grant) => withAction(grant, action)) };
}

function withAction(grant: Grant, action: string): Grant {
  if (grant.effect !== 'Allow' || grant.actions === undefined || grant.actions.negated) return grant;
  return { ...grant, actions: { ...grant.actions, values: [...grant.actions.values, [action]] } };
}

export function isOn({ key }: GrantCondition, lowerCaseKey: string): boolean {
  return key.toLowerCase() === lowerCaseKey;
}

/** A condition that fails where the request lacks the key. */
export function demandsKey({ operator }: GrantCondition): boolean {
  const use = parseOperator(operator);
  if (use === undefined || use.ifExists || use.qualifier === 'all') return false;
  return !use.operator.negated && use.operator.type !== 'null';
}
