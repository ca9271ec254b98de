import type { Grant } from '../../../server/src/role/grant.ts';
import type { Text, Unknown } from '../../../server/src/role/text.ts';
import type { ChainCase } from './scene.ts';

/** A statement, and a name for it that is the same in every reading of the case. */
export interface NamedGrant {
  readonly id: string;
  readonly grant: Grant;
}

/** Every statement that may bear on the hop. */
export function grantsOf({ world, source, target }: ChainCase): readonly NamedGrant[] {
  const name = (prefix: string, grants: readonly Grant[]): readonly NamedGrant[] =>
    grants.map((grant, index) => ({ id: `${prefix}#${index}`, grant }));
  return [
    ...name('permissions', source.permissions),
    ...(source.sessionPolicies ?? []).flatMap((grants, index) => name(`session${index}`, grants)),
    ...(source.boundary?.type === 'seen' ? name('boundary', source.boundary.grants) : []),
    ...name('trust', target.trust ?? []),
    ...world.controlPolicies.flatMap((policy, index) => name(`control${index}`, policy.grants)),
  ];
}

/** Every text that may bear on the hop. */
export function textsOf(chain: ChainCase): readonly Text[] {
  const { world, source, target } = chain;
  const ofGrants = grantsOf(chain).flatMap(({ grant }) => [
    ...(grant.actions?.values ?? []),
    ...(grant.resources?.values ?? []),
    ...(grant.principals?.values ?? []).map(({ value }) => value),
    ...grant.conditions.flatMap(({ values }) => values),
  ]);
  const ofEntities = [source, target].flatMap((each) => [
    each.name,
    ...(each.path ? [each.path] : []),
    ...(each.arn ? [each.arn] : []),
    ...each.tags.values.map(({ value }) => value),
    ...each.places.flatMap(({ account, organizationPath: path }) => [
      account,
      ...(path === undefined || path === 'none' ? [] : [path]),
    ]),
  ]);
  return [...ofGrants, ...ofEntities, ...world.controlPolicies.flatMap(({ targets }) => targets)];
}

export function unknownsOf(chain: ChainCase): readonly Unknown[] {
  const found = new Map<string, Unknown>();
  for (const part of textsOf(chain).flat()) if (typeof part !== 'string') found.set(part.unknown, part);
  return [...found.values()];
}

/** Condition keys and policy variables, in lower case. */
export function keysOf(chain: ChainCase): readonly string[] {
  const keys = grantsOf(chain).flatMap(({ grant }) => grant.conditions.map(({ key }) => key.toLowerCase()));
  const variables = textsOf(chain).flatMap((text) =>
    text.flatMap((part) =>
      typeof part === 'string'
        ? [...part.matchAll(/\$\{([^,}]+)[^}]*\}/g)].map(([, key = '']) => key.toLowerCase())
        : [],
    ),
  );
  return [...new Set([...keys, ...variables])].sort();
}
