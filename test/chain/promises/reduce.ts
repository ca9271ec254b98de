import type { Entity } from '../../../server/src/role/entity.ts';
import type { Grant } from '../../../server/src/role/grant.ts';
import type { ChainCase } from './scene.ts';

/** Takes away whatever can go while the case still shows what it shows. */
export function reduce(chain: ChainCase, shows: (chain: ChainCase) => boolean): ChainCase {
  for (const smaller of smallerCases(chain)) if (shows(smaller)) return reduce(smaller, shows);
  return chain;
}

function* smallerCases(chain: ChainCase): Generator<ChainCase> {
  const { world, source, target } = chain;
  const change = (next: { source?: Entity; target?: Entity; world?: ChainCase['world'] }): ChainCase => {
    const ends = { source: next.source ?? source, target: next.target ?? target };
    return { ...ends, world: { ...(next.world ?? world), entities: [ends.source, ends.target] } };
  };
  for (const controlPolicies of without(world.controlPolicies)) yield change({ world: { ...world, controlPolicies } });
  for (const [index, policy] of world.controlPolicies.entries()) {
    for (const grants of smallerGrants(policy.grants)) {
      const controlPolicies = world.controlPolicies.with(index, { ...policy, grants });
      yield change({ world: { ...world, controlPolicies } });
    }
    for (const targets of without(policy.targets)) {
      if (targets.length > 0) {
        yield change({
          world: { ...world, controlPolicies: world.controlPolicies.with(index, { ...policy, targets }) },
        });
      }
    }
  }
  const { boundary, sessionPolicies, ...bare } = source;
  if (boundary !== undefined) yield change({ source: { ...bare, ...(sessionPolicies && { sessionPolicies }) } });
  if (sessionPolicies !== undefined) yield change({ source: { ...bare, ...(boundary && { boundary }) } });
  if (boundary?.type === 'seen') {
    for (const grants of smallerGrants(boundary.grants)) {
      yield change({ source: { ...source, boundary: { ...boundary, grants } } });
    }
  }
  if (source.unseen.length > 0) yield change({ source: { ...source, unseen: [] } });
  if (source.tags.values.length > 0) yield change({ source: { ...source, tags: { ...source.tags, values: [] } } });
  for (const permissions of smallerGrants(source.permissions)) yield change({ source: { ...source, permissions } });
  for (const trust of smallerGrants(target.trust ?? [])) yield change({ target: { ...target, trust } });
  for (const places of without(target.places)) if (places.length > 0) yield change({ target: { ...target, places } });
}

function* smallerGrants(grants: readonly Grant[]): Generator<readonly Grant[]> {
  yield* without(grants);
  for (const [index, grant] of grants.entries()) {
    for (const smaller of smallerGrant(grant)) yield grants.with(index, smaller);
  }
}

function* smallerGrant(grant: Grant): Generator<Grant> {
  for (const conditions of without(grant.conditions)) yield { ...grant, conditions };
  for (const [index, condition] of grant.conditions.entries()) {
    for (const values of without(condition.values)) {
      if (values.length > 0) yield { ...grant, conditions: grant.conditions.with(index, { ...condition, values }) };
    }
    if (!condition.complete) {
      yield { ...grant, conditions: grant.conditions.with(index, { ...condition, complete: true }) };
    }
  }
  if (!grant.complete) yield { ...grant, complete: true };
  const { actions, resources, principals } = grant;
  if (actions?.complete === false) yield { ...grant, actions: { ...actions, complete: true } };
  if (resources?.complete === false) yield { ...grant, resources: { ...resources, complete: true } };
  for (const values of without(actions?.values ?? [])) {
    if (actions !== undefined && values.length > 0) yield { ...grant, actions: { ...actions, values } };
  }
  for (const values of without(resources?.values ?? [])) {
    if (resources !== undefined && values.length > 0) yield { ...grant, resources: { ...resources, values } };
  }
  for (const values of without(principals?.values ?? [])) {
    if (principals !== undefined && values.length > 0) yield { ...grant, principals: { ...principals, values } };
  }
}

function* without<T>(items: readonly T[]): Generator<readonly T[]> {
  for (const index of items.keys()) yield items.toSpliced(index, 1);
}
