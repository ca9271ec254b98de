import type { IamData } from '../catalog/iam-data.ts';
import { matchesAnAction, splitAction } from '../catalog/iam-queries.ts';
import { likelyAction } from '../catalog/likely-action.ts';
import { likelyService } from '../catalog/likely-service.ts';

/** What is wrong with an action that the target role is to be allowed; `data` may be too old to know it. */
export function problemOfAction(value: string, data: IamData): string | undefined {
  const { prefix, name } = splitAction(value) ?? {};
  if (prefix === undefined || !/^[\w*?]+$/.test(name ?? '') || !/^[a-z0-9-]+$/i.test(prefix))
    return value.includes('*') && !value.includes(':')
      ? 'Name the actions: a role that may do everything needs no chain to be misused.'
      : 'Write it like s3:GetBucketPolicy.';
  if (data.isOld) return undefined;
  const service = data.findService(prefix);
  if (service === undefined) {
    const meant = likelyService(prefix, data.prefixes);
    return `There is no service "${prefix}"${meant === undefined ? '.' : `; did you mean "${meant}"?`}`;
  }
  if (name === undefined || matchesAnAction(service, name)) return undefined;
  const meant = likelyAction(service, name);
  return `There is no action "${value}"${meant === undefined ? '.' : `; did you mean "${service.prefix}:${meant.name}"?`}`;
}

/** What to know of an action that can be used. */
export function noteOfAction(value: string): string | undefined {
  return /:\*$/.test(value) ? 'Every action of the service, those that AWS adds later too.' : undefined;
}
