import { groupBy } from '../base/group.ts';
import type { RoleReport } from './graph-report.ts';
import { groupOf } from './graph-words.ts';

export interface RoleGroup {
  /** Undefined for those that stand in no account and no unit. */
  readonly title: string | undefined;
  readonly roles: readonly RoleReport[];
}

/** Roles by account or unit, in the order in which the first of each comes. */
export function groupsOf(roles: readonly RoleReport[]): readonly RoleGroup[] {
  return [...groupBy(roles, groupOf)].map(([title, members]) => ({ title, roles: members }));
}
