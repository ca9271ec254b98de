import type { AttachedControlPolicy, Entity, Place, World } from '../role/entity.ts';
import type { Grant } from '../role/grant.ts';
import { literalText, type Text, textKey } from '../role/text.ts';
import { entityAt, placeAt } from './entity-at.ts';

/** One place of each end, and all that would be judged alike. */
export interface PlacePair {
  readonly source: Entity;
  readonly target: Entity;
  readonly sourcePlace: Place;
  readonly targetPlace: Place;
  /** As the entities have them. */
  readonly sourcePlaces: readonly Place[];
  readonly targetPlaces: readonly Place[];
}

/** So many places are judged one by one. */
const FEW_PAIRS = 16;
/** No more are judged than these, the first of them. */
const MOST_PAIRS = 400;

/**
 * The places in which a hop is judged. Of many, those that no text of either end and no control policy tells apart are
 * judged once. `isComplete` false: there are more.
 */
export function placePairs(
  world: World,
  source: Entity,
  target: Entity,
  sources: readonly Place[],
  targets: readonly Place[],
): { readonly pairs: readonly PlacePair[]; readonly isComplete: boolean } {
  const isFew = sources.length * targets.length <= FEW_PAIRS;
  const tell = isFew ? undefined : fragmentsOf([source, target], world.controlPolicies);
  const classOf = (place: Place, index: number) => (tell === undefined ? String(index) : classKey(place, tell));
  const own = new Map(sources.map((place, index) => [place, `${classOf(place, index)}`]));
  const other = new Map(targets.map((place, index) => [place, `${classOf(place, index)}`]));
  const found = new Map<string, { pair: PlacePair; sources: Set<Place>; targets: Set<Place> }>();
  for (const sourcePlace of sources)
    for (const targetPlace of targets) {
      const isSame =
        textKey(sourcePlace.account) === textKey(targetPlace.account) && sourcePlace.unit === targetPlace.unit;
      const key = JSON.stringify([own.get(sourcePlace), other.get(targetPlace), isSame]);
      const known = found.get(key);
      if (known === undefined) {
        if (found.size > MOST_PAIRS) continue;
        const all = { sources: new Set([sourcePlace]), targets: new Set([targetPlace]) };
        const pair: PlacePair = {
          source: entityAt(source, sourcePlace),
          target: entityAt(target, targetPlace),
          sourcePlace: placeAt(sourcePlace),
          targetPlace: placeAt(targetPlace),
          sourcePlaces: [],
          targetPlaces: [],
        };
        found.set(key, { pair, ...all });
        continue;
      }
      known.sources.add(sourcePlace);
      known.targets.add(targetPlace);
    }
  const all = [...found.values()].map(({ pair, ...places }) => ({
    ...pair,
    sourcePlaces: [...places.sources],
    targetPlaces: [...places.targets],
  }));
  return { pairs: all.slice(0, MOST_PAIRS), isComplete: all.length <= MOST_PAIRS };
}

/** What of a place some text may tell from another: the parts of its path, and its account. */
function classKey({ account, organizationPath, isManagement }: Place, fragments: readonly string[]): string {
  const tells = (part: string) => fragments.some((fragment) => part.includes(fragment));
  const mask = (part: string) => (tells(part) ? part : '_');
  const path =
    organizationPath === undefined || organizationPath === 'none'
      ? (organizationPath ?? null)
      : organizationPath.map((part) => (typeof part === 'string' ? part.split('/').map(mask).join('/') : { below: 1 }));
  const id = literalText(account);
  return JSON.stringify([path, isManagement ?? null, id === undefined ? { unknown: 1 } : mask(id)]);
}

/** All literal pieces of the texts that a place is compared with. */
function fragmentsOf(entities: readonly Entity[], policies: readonly AttachedControlPolicy[]): readonly string[] {
  const found = new Set<string>();
  const add = (text: Text) => {
    for (const part of text)
      if (typeof part === 'string') for (const piece of part.split(/[*?/:]/)) if (piece !== '') found.add(piece);
  };
  const addGrant = ({ resources, principals, conditions }: Grant) => {
    resources?.values.forEach(add);
    for (const { value } of principals?.values ?? []) add(value);
    for (const { values } of conditions) values.forEach(add);
  };
  for (const { permissions, trust = [], boundary, sessionPolicies = [] } of entities) {
    permissions.forEach(addGrant);
    trust.forEach(addGrant);
    if (boundary?.type === 'seen') boundary.grants.forEach(addGrant);
    sessionPolicies.flat().forEach(addGrant);
  }
  for (const { grants, targets } of policies) {
    grants.forEach(addGrant);
    targets.forEach(add);
  }
  return [...found];
}
