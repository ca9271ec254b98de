import { groupBy } from '../base/group.ts';
import type { EscalationPath } from '../catalog/escalation-paths.ts';
import { defineRule, type ResourceContext } from '../lint/rule.ts';
import {
  type EscalationGrants,
  escalationGrantsOf,
  grantingNode,
  joinGrants,
  noGrants,
  openPaths,
} from '../policy/escalation.ts';
import type { Policy } from '../policy/policy.ts';
import { isAdministratorByName } from '../role/administrator.ts';
import { child } from '../syntax/node.ts';

export const privilegeEscalation = defineRule({
  id: 'privilege-escalation',
  summary: 'Permissions that together let their holder get any others',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity'],
  check: {
    scope: 'resource',
    run(context) {
      const identity = context.policies.filter(({ kind }) => kind === 'identity');
      // A file may hold the roles and users of a whole account.
      const owned = groupBy(identity, ({ owner }) => `${owner?.type} ${owner?.id}`);
      for (const policies of owned.values()) checkOwner(policies, context);
      if (identity.length === 0) checkAcross(undefined, context);
    },
  },
});

function checkOwner(policies: readonly Policy[], context: ResourceContext): void {
  const owner = policies[0]?.owner;
  const properties = context.inTemplate ? child(owner?.node, 'Properties') : owner?.node;
  if (child(properties, 'PermissionsBoundary') !== undefined || isAdministratorByName(properties)) return;
  const own = escalationGrantsOf(policies);
  const roles = context.inTemplate ? context.template.rolesOfPolicy(owner?.id ?? '') : [];
  if (roles.length > 0 && roles.every(({ boundary }) => boundary !== undefined)) return;
  if (context.inTemplate && context.template.isBoundary(owner?.id ?? '')) return;
  const denied = roles.length === 0 ? [] : roles.map(({ grants }) => grants?.denied ?? []).reduce(intersection);
  const paths = openPaths({ ...own, denied: [...own.denied, ...denied] });
  const [first] = paths;
  if (first === undefined) {
    checkAcross(own, context);
    return;
  }
  const at = grantingNode(policies, first) ?? policies[0]?.root;
  if (at !== undefined) context.report({ at, ...describe(paths, 'Whoever has these permissions') });
}

function intersection(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((each) => b.includes(each));
}

/** Paths of which the role has one part, and a policy that is attached to it another. */
function checkAcross(own: EscalationGrants | undefined, context: ResourceContext): void {
  const { path, key, root } = context.tree;
  const attached = context.inTemplate ? context.template.policiesOfRole(path[1] ?? '') : [];
  const properties = child(root, 'Properties');
  if (attached.length === 0 || key === undefined) return;
  if (child(properties, 'PermissionsBoundary') !== undefined || isAdministratorByName(properties)) return;
  const all = joinGrants([own ?? noGrants, ...attached.map(({ grants }) => grants ?? noGrants)]);
  const alone = attached.flatMap(({ grants }) => (grants ? openPaths(grants) : []));
  const paths = alone.length > 0 ? [] : openPaths(all);
  if (paths.length === 0) return;
  const names = attached.filter(({ grants }) => grants !== undefined).map(({ id }) => `\`${id}\``);
  context.report({ at: key, ...describe(paths, `With ${names.join(' and ')}, whoever has this role`) });
}

function describe(paths: readonly EscalationPath[], who: string) {
  const [first] = paths;
  const direct = first?.passesTo === undefined;
  const means = [...new Set(paths.filter((each) => (each.passesTo === undefined) === direct).map(actionsOf))];
  const [named, ...others] = means;
  const also =
    others.length === 0
      ? ''
      : ` The same goes for ${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}.`;
  if (direct)
    return {
      message: `${who} can get any other: they can ${first?.does} (${named}).${also} ${adviceFor(paths)}`,
    };
  return {
    severity: 'info' as const,
    message: `${who} can act as any role that trusts \`${first?.passesTo}\`: they can pass it and ${first?.does} with it (${named}).${also} Name the roles in \`iam:PassRole\`.`,
  };
}

/** The key is there for what changes the permissions of a role or user (Service Authorization Reference, IAM). */
function adviceFor(paths: readonly EscalationPath[]): string {
  const isBounded = paths
    .filter(({ passesTo }) => passesTo === undefined)
    .every(({ actions }) => /^iam:(Attach|Put)(Role|User)Policy$/.test(actions[0] ?? ''));
  return isBounded
    ? 'Name the entities as resources, or demand a permissions boundary with `iam:PermissionsBoundary`.'
    : 'Name the entities as resources.';
}

function actionsOf({ actions }: EscalationPath): string {
  return actions.map((action) => `\`${action}\``).join(' with ');
}
