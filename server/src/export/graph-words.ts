import { sayPlaces } from '../chain/hop-words.ts';
import type { RoleReport } from './graph-report.ts';

/** `SourceRole`, with its path where it has one other than `/`. */
export function labelOf({ kind, name, path }: RoleReport): string {
  if (kind === 'anyone') return 'every role';
  return kind === 'role' && path !== null && path !== '/' ? `${path}${name}` : name;
}

/** The box in which a role is drawn: its account, or the units that it is deployed to. */
export function groupOf({ account, deployment, kind }: RoleReport): string | undefined {
  if (kind === 'service' || kind === 'federated' || kind === 'anyone') return undefined;
  return sayPlaces(deployment?.organizationalUnits ?? [], account ?? undefined);
}
