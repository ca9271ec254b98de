import type { HopReport, RoleReport } from './graph-report.ts';

/** What a hop is, in a word: not in colour alone. `locked`: both sides open it for the other alone. */
export type HopState = 'locked' | 'open' | 'blocked';

export function stateOf({ verdict, locked }: Pick<HopReport, 'verdict' | 'locked'>): HopState {
  if (verdict === 'blocked') return 'blocked';
  return locked.source !== false && locked.target === true ? 'locked' : 'open';
}

/** `locked`, or `locked, if` where that rests on assumptions. */
export function wordOf(hop: Pick<HopReport, 'verdict' | 'locked' | 'assumptions'>): string {
  return hop.assumptions.length > 0 ? `${stateOf(hop)}, if` : stateOf(hop);
}

/** `SourceRole`, with its path where it has one other than `/`. */
export function labelOf({ kind, name, path }: RoleReport): string {
  if (kind === 'anyone') return 'every role';
  return kind === 'role' && path !== null && path !== '/' ? `${path}${name}` : name;
}

/** The box in which a role is drawn: its account, or the units that it is deployed to. */
export function groupOf({ account, deployment, kind }: RoleReport): string | undefined {
  if (kind === 'service' || kind === 'federated' || kind === 'anyone') return undefined;
  if (deployment !== null && deployment.organizationalUnits.length > 0)
    return deployment.organizationalUnits.join(', ');
  return account === null ? undefined : `account ${account}`;
}
