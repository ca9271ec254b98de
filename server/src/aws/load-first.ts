import type { Organization, Unit } from '../organization/organization.ts';
import { isOrganizationFailure, OrganizationFailure } from '../service/organization-source.ts';
import type { FoundRoot, Identity } from './calls.ts';
import type { How } from './paced.ts';
import type { Questions } from './questions.ts';

/**
 * The organization with its root and the units directly in it. Three calls lead to the first page of them, which
 * `onFirst` is told; `loadedAt` is ISO 8601.
 */
export async function loadFirst(
  { identify, findRoot, loadUnits }: Questions,
  how: How,
  loadedAt: string,
  onFirst: (organization: Organization) => void = () => {},
): Promise<Organization> {
  const [identified, rooted] = await Promise.allSettled([identify(how), findRoot(how)]);
  const { root, identity } = choose(identified, rooted);
  const make = (units: readonly Unit[]): Organization => ({
    ...identity,
    root: { ...root, units },
    loadedAt,
    source: 'aws',
  });
  let isTold = false;
  const units = await loadUnits(root.id, how, (first) => {
    if (isTold || first.length === 0) return;
    isTold = true;
    onFirst(make(first));
  });
  return make(units);
}

/** Who may list the roots has all that is needed, even if describing the organization was refused. */
function choose(
  identified: PromiseSettledResult<Identity>,
  rooted: PromiseSettledResult<FoundRoot | undefined>,
): { readonly root: Unit; readonly identity: Identity } {
  const isRefused = identified.status === 'rejected' && kindOf(identified.reason) === 'access-denied';
  if (identified.status === 'rejected' && !isRefused) throw identified.reason;
  if (rooted.status === 'rejected') throw rooted.reason;
  if (rooted.value === undefined) throw new OrganizationFailure('other', 'AWS lists no root: try again later.');
  if (identified.status === 'fulfilled') return { root: rooted.value.root, identity: identified.value };
  const { root, identity } = rooted.value;
  if (identity === undefined) throw identified.reason;
  return { root, identity };
}

function kindOf(reason: unknown): string | undefined {
  return isOrganizationFailure(reason) ? reason.kind : undefined;
}
