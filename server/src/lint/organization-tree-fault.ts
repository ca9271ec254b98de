import { idKindOf } from '../organization/ids.ts';
import { findUnit, type Organization, type Place, pathOf } from '../organization/organization.ts';
import { wildcardMatches } from '../policy/wildcard.ts';

/** Why a pattern fits no path of an organization, at the id from `from` to `to` of the pattern. */
export type TreeFault = WrittenId &
  (
    | { readonly fault: 'unknown' }
    /** It is there, but not where the pattern has it: `path` is its own. */
    | { readonly fault: 'misplaced'; readonly path: string; readonly right: RightPath | undefined }
  );

/** A root's or organizational unit's id in a pattern; `from` and `to` are indices into that. */
export interface WrittenId {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What the pattern should begin with instead of its first `to` characters. */
export interface RightPath {
  readonly to: number;
  readonly text: string;
}

/**
 * Compares a pattern with the tree of the organization that it begins with. `*` and `?` are wildcards. Only ids that
 * are written out are looked at: what else a pattern asks for may come to be.
 */
export function findTreeFault(pattern: string, organization: Organization): TreeFault | undefined {
  const written = writtenIds(pattern);
  const unknown = written.find(({ id }) => findUnit(organization, id) === undefined);
  if (unknown !== undefined) return { ...unknown, fault: 'unknown' };
  for (const each of written) {
    const path = pathOf(organization, each.id);
    // Whatever path has this id, it begins with the id's own path.
    if (path === undefined || wildcardMatches(`${pattern.slice(0, each.to)}/`, path)) continue;
    return { ...each, fault: 'misplaced', path, right: rightPath(written, organization) };
  }
  return undefined;
}

/** The id of the organization that a pattern begins with, if it is written out. */
export function organizationOf(pattern: string): string | undefined {
  const slash = pattern.indexOf('/');
  const first = slash < 0 ? undefined : pattern.slice(0, slash);
  return first !== undefined && idKindOf(first) === 'organization' ? first : undefined;
}

function writtenIds(pattern: string): readonly WrittenId[] {
  let from = 0;
  return pattern.split('/').flatMap((id) => {
    const written = { id, from, to: from + id.length };
    from = written.to + 1;
    const kind = idKindOf(id);
    return kind === 'root' || kind === 'unit' ? written : [];
  });
}

/** The path of the deepest unit that is written; undefined where the others are not all above it. */
function rightPath(written: readonly WrittenId[], organization: Organization): RightPath | undefined {
  const places = written.flatMap(({ id }) => findUnit(organization, id) ?? []);
  const deepest = places.toSorted((one, other) => other.above.length - one.above.length)[0];
  const last = written.at(-1);
  if (deepest === undefined || last === undefined || !places.every((each) => isOnWay(each, deepest))) return undefined;
  const path = pathOf(organization, deepest.unit.id);
  return path === undefined ? undefined : { to: last.to, text: path.slice(0, -1) };
}

function isOnWay({ unit }: Place, to: Place): boolean {
  return unit === to.unit || to.above.includes(unit);
}
