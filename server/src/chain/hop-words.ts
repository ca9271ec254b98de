import type { Entity } from '../role/entity.ts';
import { describeText } from '../role/text.ts';
import { quote } from './describe.ts';
import type { Hop } from './graph.ts';

/**
 * What a hop is, in a word. `locked`: both sides open it for the other alone; `half locked`: the side in sight does, the
 * other is not in sight.
 */
export type HopState = 'locked' | 'half locked' | 'open' | 'blocked';

export const hopStates: readonly HopState[] = ['locked', 'half locked', 'open', 'blocked'];

export function stateOfHop({ source, target, verdict, locked }: Hop): HopState {
  if (verdict.verdict === 'blocked') return 'blocked';
  if (locked.source !== false && locked.target === true) return 'locked';
  const seesOneLock =
    (isOutOfSight(source) && locked.target === true) || (isOutOfSight(target) && locked.source === true);
  return seesOneLock ? 'half locked' : 'open';
}

/** `open`, or `open, if` where that rests on assumptions. */
export function wordOfHop(hop: Hop): string {
  return hop.verdict.assumptions.length > 0 ? `${stateOfHop(hop)}, if` : stateOfHop(hop);
}

/** Which sides open it for the other alone: "locked on both sides". */
export function describeLocks(hop: Hop): string {
  const { source, locked } = hop;
  switch (stateOfHop(hop)) {
    case 'blocked':
      return 'blocked';
    case 'locked':
      return locked.source === null ? 'locked on the target side' : 'locked on both sides';
    case 'half locked':
      return isOutOfSight(source)
        ? 'locked on the target side; the source is not in sight'
        : 'locked on the source side; the target is not in sight';
    case 'open': {
      const sides = [
        ...(locked.source === false && !isOutOfSight(source) ? ['the source side'] : []),
        ...(locked.target === false ? ['the target side'] : []),
      ];
      return sides.length === 0 ? 'open' : `open on ${sides.length === 2 ? 'both sides' : sides.join('')}`;
    }
  }
}

/** "account 111122223333", or the units that it is deployed to; undefined where neither is known. */
export function describePlaces({ places, kind }: Entity): string | undefined {
  if (kind === 'account') return undefined;
  const units = places.flatMap(({ unit }) => unit ?? []);
  if (units.length > 0) return units.join(', ');
  const [place, ...more] = places;
  if (place === undefined || more.length > 0) return undefined;
  const literal = place.account.every((part) => typeof part === 'string');
  return literal ? `account ${describeText(place.account)}` : undefined;
}

/** How an entity is named in a list: the label of its resource, its ARN, or every role. */
export function titleOf({ kind, source, id, name }: Entity): string {
  if (kind === 'anyone') return 'every role';
  return source?.label ?? (kind === 'role' || kind === 'user' ? id : describeText(name));
}

/** The title as sentences have it, with its file where several share it. */
export function quoteTitle(entity: Entity): string {
  if (entity.kind === 'anyone') return titleOf(entity);
  const file = sharedTitleFile(entity);
  return file === undefined ? quote(titleOf(entity)) : `${quote(titleOf(entity))} in ${quote(file)}`;
}

/** The end of the file's path, where the title alone does not say which entity it is. */
export function sharedTitleFile({ id, source }: Entity): string | undefined {
  if (source === undefined || id === source.label) return undefined;
  return source.file.split('/').slice(-2).join('/');
}

/** A role or user that is only named: what it permits is not in the workspace. */
export function isOutOfSight({ kind, source }: Entity): boolean {
  return source === undefined && (kind === 'role' || kind === 'user');
}
