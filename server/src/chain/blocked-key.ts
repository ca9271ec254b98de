import type { World } from '../role/entity.ts';
import { describeText } from '../role/text.ts';
import type { BlockedCause, PlacedCondition } from './blocked-cause.ts';
import { quote } from './describe.ts';
import type { Hop } from './graph.ts';
import { matchText } from './match.ts';

export type KeyCause = BlockedCause & { readonly type: 'key' };

/** What kind of mistake a condition that no call of the hop meets is. */
export type KeyFault = 'multi-factor' | 'external-id' | 'organization-path' | 'source-arn' | 'never-true';

export function keyFaultOf(world: World, { source, target }: Hop, { key, conditions }: KeyCause): KeyFault {
  switch (key) {
    case 'aws:multifactorauthpresent':
      return source.kind === 'role' ? 'multi-factor' : 'never-true';
    case 'sts:externalid':
      return new Set(conditions.map(({ side }) => side)).size === 2 ? 'external-id' : 'never-true';
    case 'aws:resourceorgpaths':
      return 'organization-path';
    case 'aws:sourcearn': {
      if (source.kind !== 'function') return 'never-true';
      const functions = world.entities.filter(({ id }) => target.functions.includes(id));
      const isMet = functions.some(({ arn }) =>
        conditions.some(({ grant, index }) =>
          grant.conditions[index]?.values.some((value) => arn !== undefined && matchText(value, arn, 'arn') !== false),
        ),
      );
      return isMet ? 'never-true' : 'source-arn';
    }
    default:
      return 'never-true';
  }
}

/** "statement 1 of the trust policy of `T` asks for `sts:ExternalId` by `StringEquals` `one`". */
export function sayCondition(placed: PlacedCondition): string {
  const { grant, index } = placed;
  const condition = grant.conditions[index];
  if (condition === undefined) return grant.origin.label;
  const { key, operator } = condition;
  const verb = grant.effect === 'Deny' ? 'denies by' : 'asks for';
  return `${grant.origin.label} ${verb} ${quote(key)} with ${quote(operator)} ${sayValues(placed)}`;
}

export function sayValues({ grant, index }: PlacedCondition): string {
  const values = grant.conditions[index]?.values ?? [];
  return values.length === 0 ? 'nothing' : values.map((value) => quote(describeText(value))).join(' or ');
}

/** One of each side, at most. */
export function ofSide(
  conditions: readonly PlacedCondition[],
  side: PlacedCondition['side'],
): PlacedCondition | undefined {
  return conditions.find((each) => each.side === side);
}
