import { keptWith } from '../base/once.ts';
import type { Boundary, Entity, Place } from '../role/entity.ts';
import type { Grant, GrantCondition, Listed, ListedPrincipals } from '../role/grant.ts';
import { literalText, type Text, type Unknown } from '../role/text.ts';

/** The place with an account of its own, where several share the unknown that stands for theirs. */
export function placeAt(place: Place): Place {
  const { standsFor, unit } = place;
  const [only, ...more] = place.account;
  if (standsFor === undefined || unit === undefined || typeof only !== 'object' || more.length > 0) return place;
  const account: Unknown = {
    unknown: `${only.unknown}@${unit}`,
    label: `${only.label} in \`${unit}\``,
    type: 'account',
  };
  return { ...place, account: [account] };
}

const known = keptWith<Entity, WeakMap<Place, Entity>>();

/** The entity as it is in one of several places: its own texts name the account of that place. */
export function entityAt(entity: Entity, place: Place): Entity {
  if (place.standsFor === undefined) return entity;
  const ofEntity = known.get(entity) ?? new WeakMap<Place, Entity>();
  known.set(entity, ofEntity);
  const found = ofEntity.get(place) ?? settleIn(entity, place.standsFor, placeAt(place).account);
  ofEntity.set(place, found);
  return found;
}

/** A text of an entity in one of its places. */
export function textAt(text: Text, { standsFor, account }: Place): Text {
  return standsFor === undefined ? text : replace(text, standsFor, account);
}

function settleIn(entity: Entity, id: string, account: Text): Entity {
  const text = (own: Text) => replace(own, id, account);
  const grants = (all: readonly Grant[]) => all.map((grant) => grantAt(grant, text));
  const { name, path, arn, trust, permissions, boundary, sessionPolicies, tags } = entity;
  return {
    ...entity,
    name: text(name),
    ...(path && { path: text(path) }),
    ...(arn && { arn: text(arn) }),
    ...(trust && { trust: grants(trust) }),
    permissions: grants(permissions),
    ...(boundary && { boundary: boundaryAt(boundary, grants) }),
    ...(sessionPolicies && { sessionPolicies: sessionPolicies.map(grants) }),
    tags: { ...tags, values: tags.values.map(({ key, value }) => ({ key, value: text(value) })) },
  };
}

function boundaryAt(boundary: Boundary, grants: (all: readonly Grant[]) => readonly Grant[]): Boundary {
  return boundary.type === 'seen' ? { ...boundary, grants: grants(boundary.grants) } : boundary;
}

function grantAt(grant: Grant, text: (own: Text) => Text): Grant {
  const { actions, resources, principals, conditions } = grant;
  const list = (listed: Listed): Listed => ({ ...listed, values: listed.values.map(text) });
  const who = (listed: ListedPrincipals): ListedPrincipals => ({
    ...listed,
    values: listed.values.map(({ type, value }) => ({ type, value: text(value) })),
  });
  return {
    ...grant,
    ...(actions && { actions: list(actions) }),
    ...(resources && { resources: list(resources) }),
    ...(principals && { principals: who(principals) }),
    conditions: conditions.map((each): GrantCondition => ({ ...each, values: each.values.map(text) })),
  };
}

function replace(text: Text, id: string, account: Text): Text {
  if (!text.some((part) => typeof part !== 'string' && part.unknown === id)) return text;
  const parts = text.flatMap((part) => (typeof part !== 'string' && part.unknown === id ? account : [part]));
  const joined = literalText(parts);
  return joined === undefined ? parts : [joined];
}
