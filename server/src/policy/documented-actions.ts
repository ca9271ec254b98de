import type { IamData } from '../catalog/iam-data.ts';
import { actionsMatching, splitAction } from '../catalog/iam-queries.ts';
import type { Action, Service } from '../catalog/iam-service.ts';
import type { ValueList } from './statement.ts';
import { literalOf } from './value.ts';

/** An entry of `Action`, and all that it stands for. */
export interface DocumentedActions {
  readonly written: string;
  readonly service: Service;
  /** One, or those that a name with wildcards stands for. */
  readonly actions: readonly Action[];
}

/** Undefined unless each entry is known, and stands for actions of one service that AWS documents. */
export function documentedActions(
  list: ValueList | undefined,
  data: IamData,
): readonly DocumentedActions[] | undefined {
  if (list === undefined || !list.complete || list.values.length === 0) return undefined;
  const entries: DocumentedActions[] = [];
  for (const value of list.values) {
    const written = literalOf(value) ?? '';
    const parts = splitAction(written);
    const service = parts && data.findService(parts.prefix);
    const actions = parts && service ? actionsMatching(service, parts.name) : [];
    if (service === undefined || actions.length === 0) return undefined;
    entries.push({ written, service, actions });
  }
  return entries;
}
