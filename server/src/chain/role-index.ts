import { groupBy } from '../base/group.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import type { Entity } from '../role/entity.ts';
import { literalText, type Text, textKey } from '../role/text.ts';

/** Roles and users of a workspace by name, so that finding those that a pattern may mean does not read them all. */
export interface RoleIndex {
  /** Those whose name the pattern may mean. Paths and accounts are not compared. */
  readonly byName: (type: 'role' | 'user', pattern: Text, hasWildcard: boolean) => readonly Entity[];
}

export function indexRoles(entities: readonly Entity[]): RoleIndex {
  const all = entities.filter(({ kind }) => kind === 'role' || kind === 'user');
  const byKey = groupBy(all, ({ kind, name }) => `${kind} ${textKey(name)}`);
  return {
    byName: (type, pattern, hasWildcard) => {
      const text = literalText(pattern);
      // Most patterns have their wildcards in the account.
      if (hasWildcard && text !== undefined && /[*?]/.test(text))
        return all.filter(({ kind, name }) => kind === type && matchesName(text, name));
      return byKey.get(`${type} ${textKey(pattern)}`) ?? [];
    },
  };
}

/** A name that is not known is not meant by a pattern. */
function matchesName(pattern: string, name: Text): boolean {
  const known = literalText(name);
  return known !== undefined && wildcardMatches(pattern, known);
}
