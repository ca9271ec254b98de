import type { Entity, World } from '../role/entity.ts';
import { describeText, literalText } from '../role/text.ts';
import { quote } from './describe.ts';
import type { Hop } from './graph.ts';
import type { Locked } from './lock.ts';
import type { Verdict } from './verdict.ts';

/**
 * What a hop is, in a word: not in colour alone. `locked`: both sides open it for the other alone. A side that is not in
 * sight may open it for more.
 */
export type HopState = 'locked' | 'open' | 'blocked';

export const hopStates: readonly HopState[] = ['locked', 'open', 'blocked'];

/** What the word for a hop rests on, as a graph has it and as a report does. */
interface Worded {
  readonly verdict: Verdict['verdict'];
  readonly locked: Locked;
  readonly assumptions: readonly unknown[];
}

export function stateOf({ verdict, locked }: Omit<Worded, 'assumptions'>): HopState {
  if (verdict === 'blocked') return 'blocked';
  return locked.source !== false && locked.target === true ? 'locked' : 'open';
}

/** `open`, or `open, if` where that rests on assumptions. */
export function wordOf(hop: Worded): string {
  return hop.assumptions.length > 0 ? `${stateOf(hop)}, if` : stateOf(hop);
}

export function stateOfHop({ verdict: { verdict }, locked }: Pick<Hop, 'verdict' | 'locked'>): HopState {
  return stateOf({ verdict, locked });
}

export function wordOfHop({ verdict: { verdict, assumptions }, locked }: Pick<Hop, 'verdict' | 'locked'>): string {
  return wordOf({ verdict, locked, assumptions });
}

/** Which sides open it for the other alone: "locked on both sides". */
export function describeLocks(hop: Hop): string {
  const { source, target, locked } = hop;
  switch (stateOfHop(hop)) {
    case 'blocked':
      return 'blocked';
    case 'locked':
      return locked.source === null ? 'locked on the target side' : 'locked on both sides';
    case 'open': {
      if (isOutOfSight(source) && locked.target === true)
        return 'locked on the target side; the source is not in sight';
      if (isOutOfSight(target) && locked.source === true)
        return 'locked on the source side; the target is not in sight';
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
  const [place, ...more] = places;
  return sayPlaces(
    places.flatMap(({ unit }) => unit ?? []),
    place !== undefined && more.length === 0 ? literalText(place.account) : undefined,
  );
}

/** The units that something is deployed to, or its account. */
export function sayPlaces(units: readonly string[], account: string | undefined): string | undefined {
  if (units.length > 0) return units.join(', ');
  return account === undefined ? undefined : `account ${account}`;
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

/** Of what `isOutOfSight`: where it is not. */
export function sayOutOfSight({ cutAt }: Pick<World, 'cutAt'>): string {
  return cutAt === undefined ? 'not in the workspace' : 'not in the files that were read';
}

/** A role or user that is only named: what it permits is not in the workspace. */
export function isOutOfSight({ kind, source }: Entity): boolean {
  return source === undefined && (kind === 'role' || kind === 'user');
}
