import { groupBy } from '../base/group.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import type { Entity } from '../role/entity.ts';
import { literalText, type Text, textKey } from '../role/text.ts';

/** Roles and users of a workspace by name, so that finding those that a pattern may mean does not read them all. */
export interface RoleIndex {
  /** Those whose name the pattern may mean. Paths and accounts are not compared. */
  readonly byName: (type: 'role' | 'user', pattern: Text, hasWildcard: boolean) => readonly Entity[];
}

interface NamedRole {
  readonly name: string;
  readonly at: number;
  readonly entity: Entity;
}

export function indexRoles(entities: readonly Entity[]): RoleIndex {
  const all = entities.filter(({ kind }) => kind === 'role' || kind === 'user');
  const byKey = groupBy(all, ({ kind, name }) => `${kind} ${textKey(name)}`);
  // A name that is not known is not meant by a pattern.
  const named = all
    .flatMap((entity, at): NamedRole[] => {
      const name = literalText(entity.name);
      return name === undefined ? [] : [{ name, at, entity }];
    })
    .sort((one, two) => (one.name < two.name ? -1 : one.name > two.name ? 1 : one.at - two.at));
  return {
    byName: (type, pattern, hasWildcard) => {
      const text = literalText(pattern);
      const wild = text === undefined ? -1 : text.search(/[*?]/);
      if (!hasWildcard || text === undefined || wild < 0) return byKey.get(`${type} ${textKey(pattern)}`) ?? [];
      return beginningWith(named, text.slice(0, wild))
        .filter(({ entity, name }) => entity.kind === type && wildcardMatches(text, name))
        .sort((one, two) => one.at - two.at)
        .map(({ entity }) => entity);
    },
  };
}

/** Of sorted names those that begin so. */
function beginningWith(named: readonly NamedRole[], start: string): readonly NamedRole[] {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.name ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (named[end]?.name.startsWith(start)) end++;
  return named.slice(low, end);
}
