import { groupBy } from '../base/group.ts';
import { joinPowers, noPowers, type Powers, unknownPowers } from '../policy/powers.ts';
import { attachedPolicies } from './attached-policies.ts';
import type { ResourceName } from './resource-name.ts';
import type { Attachment, NamePart, ResourceSummary } from './summary.ts';

/** What the resources of one template say of each other, looked up by logical id. */
export interface TemplateView {
  /**
   * Everything in sight that the role may do; undefined if it is no role of this template, or if nothing is: what the
   * role is there for is then granted elsewhere.
   */
  readonly powersOfRole: (id: string) => Powers | undefined;
  /** Functions that run with the role: their logical id and, where it is fixed, their name. */
  readonly functionsOfRole: (id: string) => readonly RoleFunction[];
  /** Names of parameters, to tell them from resources in a `Ref`. */
  readonly isParameter: (name: string) => boolean;
  /** Policies of the template that are resources of their own and attached to the role. */
  readonly policiesOfRole: (id: string) => readonly ResourceSummary[];
  /** Roles of the template to which the policy is attached. */
  readonly rolesOfPolicy: (id: string) => readonly ResourceSummary[];
  /** True for a policy that limits roles or users of the template. */
  readonly isBoundary: (id: string) => boolean;
  /** The resource of that logical id. */
  readonly findResource: (id: string) => ResourceName | undefined;
  /** The first IAM resource with a name of its own, of a template that somebody deploys: not of one in a stack set. */
  readonly firstNamed: string | undefined;
}

export interface RoleFunction {
  readonly id: string;
  readonly name: readonly NamePart[] | undefined;
}

/** The view of a file that is no template. */
export const emptyView: TemplateView = {
  powersOfRole: () => undefined,
  functionsOfRole: () => [],
  isParameter: () => false,
  findResource: () => undefined,
  policiesOfRole: () => [],
  rolesOfPolicy: () => [],
  isBoundary: () => false,
  firstNamed: undefined,
};

export function viewTemplate(
  summaries: readonly ResourceSummary[],
  parameters: readonly string[],
  resources: readonly ResourceName[],
): TemplateView {
  const byId = new Map(summaries.map((each) => [each.id, each]));
  const attachments = summaries.flatMap((each) => each.attachment ?? []);
  const byRole = attachmentsBy(attachments, (each) => each.roles);
  const byRoleName = attachmentsBy(attachments, (each) => each.roleNames);
  const functions = groupBy(
    summaries.flatMap((each) => (each.function ? [{ id: each.id, ...each.function }] : [])),
    (each) => each.role,
  );
  const joined = new Set(summaries.flatMap(({ connects }) => connects ?? []));
  const connected = new Set(summaries.flatMap(({ id, isGiven }) => (joined.has(id) ? (isGiven ?? []) : [])));
  const names = new Set(parameters);
  const named = new Map(resources.map((each) => [each.id, each]));
  return {
    powersOfRole(id) {
      const role = byId.get(id)?.role;
      if (role === undefined) return undefined;
      const managed = role.managed.map((name) => byId.get(name)?.attachment?.powers ?? unknownPowers);
      const attached = [...(byRole.get(id) ?? []), ...(byRoleName.get(role.name ?? '') ?? [])];
      // What a connector of AWS SAM grants is access to data alone (connector profiles of AWS SAM).
      const granted = connected.has(id) ? [noPowers] : [];
      const all = [
        ...(role.powers ? [role.powers] : []),
        ...granted,
        ...managed,
        ...attached.map((each) => each.powers),
      ];
      return all.length === 0 ? undefined : joinPowers(all);
    },
    functionsOfRole: (id) => functions.get(id) ?? [],
    isParameter: (name) => names.has(name),
    findResource: (id) => named.get(id),
    firstNamed: resources.find(({ isNamed }) => isNamed)?.id,
    ...attachedPolicies(summaries),
  };
}

interface Attached {
  readonly role: string;
  readonly powers: Powers;
}

function attachmentsBy(
  attachments: readonly Attachment[],
  rolesOf: (attachment: Attachment) => readonly string[],
): ReadonlyMap<string, readonly Attached[]> {
  const pairs = attachments.flatMap((each) => rolesOf(each).map((role) => ({ role, powers: each.powers })));
  return groupBy(pairs, (each) => each.role);
}
