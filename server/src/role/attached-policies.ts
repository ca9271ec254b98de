import { groupBy } from '../base/group.ts';
import type { ResourceSummary } from './summary.ts';
import type { TemplateView } from './template-view.ts';

/** Which policy is attached to which role, whichever of the two says so. */
export function attachedPolicies(
  summaries: readonly ResourceSummary[],
): Pick<TemplateView, 'policiesOfRole' | 'rolesOfPolicy' | 'isBoundary'> {
  const roles = summaries.filter((each) => each.role !== undefined);
  const byName = groupBy(roles, ({ role }) => role?.name ?? '');
  const byId = new Map(summaries.map((each) => [each.id, each]));
  const pairs = [
    ...roles.flatMap((role) => (role.role?.managed ?? []).map((policy) => ({ role, policy: byId.get(policy) }))),
    ...summaries.flatMap((policy) => [
      ...(policy.attachment?.roles ?? []).map((id) => ({ role: byId.get(id), policy })),
      ...(policy.attachment?.roleNames ?? []).flatMap((name) =>
        (byName.get(name) ?? []).map((role) => ({ role, policy })),
      ),
    ]),
  ].flatMap(({ role, policy }) => (role?.role && policy?.attachment ? [{ role, policy }] : []));
  const ofRole = groupBy(pairs, ({ role }) => role.id);
  const ofPolicy = groupBy(pairs, ({ policy }) => policy.id);
  const boundaries = new Set(summaries.map(({ boundary }) => boundary));
  return {
    policiesOfRole: (id) => [...new Set(ofRole.get(id)?.map(({ policy }) => policy))],
    rolesOfPolicy: (id) => [...new Set(ofPolicy.get(id)?.map(({ role }) => role))],
    isBoundary: (id) => boundaries.has(id),
  };
}
