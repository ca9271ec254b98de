import { keptWith } from '../base/once.ts';
import { type Steps, takeAll } from '../base/steps.ts';
import type { Entity, EntityKind, Place, World } from '../role/entity.ts';
import { namedEntity } from '../role/named-entity.ts';
import { describeText, type Text, textKey } from '../role/text.ts';
import { matchText } from './match.ts';
import { type Named, type Naming, namedByPermissions, namedByTrust } from './naming.ts';
import { roleArn, userArn } from './role-arn.ts';
import { indexRoles, type RoleIndex } from './role-index.ts';

/** An ordered pair of which one side names the other, and the values by which they do. */
export interface NamedPair {
  readonly source: Entity;
  readonly target: Entity;
  /** By permissions of the source that reach the target, by whatever pattern. */
  readonly bySource: readonly Naming[];
  /** By the target's trust policy, where it reaches the source. */
  readonly byTarget: readonly Naming[];
}

/** Every pair of which one side names the other; entities that are only named are made up. In the world's order. */
export function listPairs(world: World): readonly NamedPair[] {
  return takeAll(listPairsInSteps(world));
}

/** The same entity by entity. */
export function* listPairsInSteps(world: World): Steps<readonly NamedPair[]> {
  return yield* new Lister(world).list();
}

/** The entity that stands for every role: what `role/*` and `*` name. */
export const anyone: Entity = { ...namedEntity('anyone', ['*']), id: 'anyone' };

interface Pair extends NamedPair {
  readonly bySource: Naming[];
  readonly byTarget: Naming[];
}

class Lister {
  readonly #world: World;
  readonly #index: RoleIndex;
  readonly #byId: ReadonlyMap<string, Entity>;
  readonly #known: WeakMap<Named, WeakMap<Entity, boolean>>;
  readonly #named = new Map<string, Entity>();
  readonly #pairs: Pair[] = [];
  /** Ids of targets by those of their sources. */
  readonly #seen = new Map<string, Set<string>>();

  constructor(world: World) {
    this.#world = world;
    this.#index = indexRoles(world.entities);
    this.#known = comparisonsIn(world.partition);
    this.#byId = new Map(world.entities.map((each) => [each.id, each]));
  }

  *list(): Steps<readonly NamedPair[]> {
    const permitted = new Map<Entity, readonly Naming[]>();
    for (const source of this.#world.entities) {
      const namings = namedByPermissions(source);
      permitted.set(source, namings);
      for (const naming of namings) for (const target of this.#targets(naming.who)) this.#pair(source, target);
      yield;
    }
    const trusted = new Map<Entity, readonly Naming[]>();
    for (const target of this.#world.entities) {
      const namings = namedByTrust(target);
      trusted.set(target, namings);
      for (const { who } of namings) for (const source of this.#sources(who)) this.#pair(source, target);
      yield;
    }
    for (const { id, runsAs } of this.#world.entities) {
      const [source, target] = [this.#byId.get(id), runsAs === undefined ? undefined : this.#byId.get(runsAs)];
      if (source !== undefined && target !== undefined) this.#pair(source, target);
    }
    for (const { source, target, bySource, byTarget } of this.#pairs) {
      for (const each of permitted.get(source) ?? []) if (this.#reaches(each.who, target)) bySource.push(each);
      for (const each of trusted.get(target) ?? []) if (this.#reaches(each.who, source)) byTarget.push(each);
      yield;
    }
    return this.#pairs;
  }

  #pair(source: Entity, target: Entity): void {
    const targets = this.#seen.get(source.id);
    if (targets?.has(target.id)) return;
    if (targets === undefined) this.#seen.set(source.id, new Set([target.id]));
    else targets.add(target.id);
    this.#pairs.push({ source, target, bySource: [], byTarget: [] });
  }

  /** Roles that a permission policy names; one that is made up where none is in sight. */
  #targets(who: Named): readonly Entity[] {
    if (who.type === 'everyone') return [anyone];
    if (who.type !== 'role') return [];
    const found = this.#index.byName('role', who.name, who.hasWildcard).filter((each) => this.#reaches(who, each));
    return found.length > 0 ? found : this.#namesakes(who);
  }

  /**
   * Where no role or user in sight has the ARN: the one of that name in the account, since names are unique in an
   * account whatever the path (IAM User Guide, IAM identifiers). Else one that is made up.
   */
  #namesakes(who: NamedPrincipal): readonly Entity[] {
    const account = textKey(who.account);
    const found = this.#index
      .byName(who.type, who.name, false)
      .filter(({ places }) => places.some((place) => textKey(place.account) === account));
    return found.length > 0 ? found : [this.#unseen(who)];
  }

  /** Those whom a trust policy names. */
  #sources(who: Named): readonly Entity[] {
    switch (who.type) {
      case 'everyone':
        return [anyone];
      case 'role':
      case 'user': {
        const found = this.#index
          .byName(who.type, who.name, who.hasWildcard)
          .filter((each) => this.#reaches(who, each));
        return found.length > 0 ? found : this.#namesakes(who);
      }
      case 'session': {
        const found = this.#index.byName('role', who.name, false).filter((each) => this.#reaches(who, each));
        return found.length > 0 ? found : [];
      }
      case 'account':
        return [this.#keep(named('account', who.account))];
      case 'service':
      case 'federated':
        return [this.#keep(named(who.type, who.name))];
      default:
        return who satisfies never;
    }
  }

  /** A role or user that is named and not in the workspace. */
  #unseen({ type, arn }: NamedPrincipal): Entity {
    return this.#keep(named(type, arn));
  }

  #keep(entity: Entity): Entity {
    const key = `${entity.kind} ${entity.id}`;
    const known = this.#named.get(key) ?? entity;
    this.#named.set(key, known);
    return known;
  }

  /** Whether a value that names someone may mean this entity. What has not changed is not compared again. */
  #reaches(who: Named, entity: Entity): boolean {
    let ofWho = this.#known.get(who);
    if (ofWho === undefined) {
      ofWho = new WeakMap();
      this.#known.set(who, ofWho);
    }
    let reaches = ofWho.get(entity);
    if (reaches === undefined) {
      reaches = this.#compare(who, entity);
      ofWho.set(entity, reaches);
    }
    return reaches;
  }

  #compare(who: Named, entity: Entity): boolean {
    switch (who.type) {
      case 'everyone':
        return entity.kind !== 'service' && entity.kind !== 'function' && entity.kind !== 'federated';
      case 'role':
      case 'user':
        if (entity.kind !== who.type) return false;
        if (entity.places.length === 0) return entity.id === describeText(who.arn);
        return entity.places.some((place) => mayMatch(who, arnOf(entity, place, this.#world)));
      case 'session':
        if (entity.kind !== 'role' || textKey(entity.name) !== textKey(who.name)) return false;
        return entity.places.some(({ account }) => matchText(who.account, account, 'equals') !== false);
      case 'account':
        return entity.places.some(({ account }) => matchText(who.account, account, 'equals') !== false);
      case 'service':
        return entity.kind === 'service' ? sameText(who.name, entity.name) : entity.kind === 'function';
      case 'federated':
        return entity.kind === 'federated' && sameText(who.name, entity.name);
      default:
        return who satisfies never;
    }
  }
}

/** By the text that names it: the same entity as long as that is the same. */
const made = keptWith<Text, Map<EntityKind, Entity>>();

function named(kind: EntityKind, text: Text): Entity {
  const ofText = made.get(text) ?? new Map<EntityKind, Entity>();
  made.set(text, ofText);
  const entity = ofText.get(kind) ?? namedEntity(kind, text);
  ofText.set(kind, entity);
  return entity;
}

const comparisons = new Map<string, WeakMap<Named, WeakMap<Entity, boolean>>>();

/** What was compared already, of worlds of the same partition. */
function comparisonsIn(partition: Text): WeakMap<Named, WeakMap<Entity, boolean>> {
  const key = textKey(partition);
  const known = comparisons.get(key) ?? new WeakMap<Named, WeakMap<Entity, boolean>>();
  comparisons.set(key, known);
  return known;
}

type NamedPrincipal = Named & { readonly type: 'role' | 'user' };

function mayMatch({ arn, hasWildcard: isPattern }: NamedPrincipal, actual: Text): boolean {
  return matchText(arn, actual, isPattern ? 'like' : 'equals') !== false;
}

function sameText(one: Text, other: Text): boolean {
  return textKey(one) === textKey(other);
}

function arnOf(entity: Entity, place: Place, world: World): Text {
  return entity.kind === 'user' ? userArn(entity, place, world) : roleArn(entity, place, world);
}
