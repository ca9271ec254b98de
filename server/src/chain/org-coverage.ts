import { parseOperator } from '../catalog/condition-operators.ts';
import type { Place } from '../role/entity.ts';
import type { Grant, GrantCondition } from '../role/grant.ts';
import { literalText, type Text } from '../role/text.ts';
import type { Hop } from './graph.ts';
import { matchText } from './match.ts';
import { demandsKey, isOn } from './suppose.ts';
import type { Truth } from './truth.ts';

const RESOURCE_ORG_PATHS = 'aws:resourceorgpaths';

/** A statement by which a source may assume a target, and its condition on where the target's account is. */
export interface ScopedGrant {
  readonly grant: Grant;
  readonly index: number;
  readonly condition: GrantCondition;
}

/** Undefined where some statement opens the hop wherever the target is, or where one cannot be read. */
export function scopedGrants({ bySource }: Hop): readonly ScopedGrant[] | undefined {
  const scoped: ScopedGrant[] = [];
  for (const grant of new Set(bySource.map((naming) => naming.grant))) {
    const index = grant.conditions.findIndex(
      (condition) => isOn(condition, RESOURCE_ORG_PATHS) && demandsKey(condition),
    );
    const condition = grant.conditions[index];
    if (condition === undefined || !condition.complete || !grant.complete) return undefined;
    scoped.push({ grant, index, condition });
  }
  return scoped.length === 0 ? undefined : scoped;
}

/** Whether the accounts of a place are among those that the condition names. */
export function coversPlace({ condition }: ScopedGrant, { organizationPath }: Place): Truth {
  if (organizationPath === undefined) return undefined;
  if (organizationPath === 'none') return false;
  const operator = parseOperator(condition.operator)?.operator;
  if (operator?.type !== 'string') return undefined;
  const mode = operator.wildcards ? 'like' : operator.ignoresCase ? 'equals-ignoring-case' : 'equals';
  const truths = condition.values.map((value) => matchText(value, organizationPath, mode));
  return truths.includes(true) ? true : truths.every((truth) => truth === false) ? false : undefined;
}

/** Where the values begin, up to the wildcard at the end of each; undefined where one is not so. */
export function coveredUnits({ condition }: ScopedGrant): readonly string[] | undefined {
  const units = condition.values.map(coveredUnit);
  return units.every((unit) => unit !== undefined) ? units : undefined;
}

function coveredUnit(value: Text): string | undefined {
  const text = literalText(value);
  return text === undefined ? undefined : /^(o-[^*?/]+\/r-[^*?/]+\/(?:ou-[^*?/]+\/)+)\*$/.exec(text)?.[1];
}
