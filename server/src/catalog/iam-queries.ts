import { oncePer } from '../base/once.ts';
import { oncePerText } from '../base/recent.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import type { IamData } from './iam-data.ts';
import type { Action, ConditionKey, Service } from './iam-service.ts';

/** An action with the service that it is of. */
export interface FoundAction {
  readonly service: Service;
  readonly action: Action;
}

/** The two parts of `s3:GetObject`; undefined for `*` and for what has not that form. */
export function splitAction(text: string): { readonly prefix: string; readonly name: string } | undefined {
  const colon = text.indexOf(':');
  if (colon < 0 || text.includes(':', colon + 1)) return undefined;
  return { prefix: text.slice(0, colon), name: text.slice(colon + 1) };
}

/** The action of that name (`s3:GetObject`), in any case. */
export function findAction(data: IamData, text: string): FoundAction | undefined {
  const { prefix, name } = splitAction(text) ?? {};
  if (prefix === undefined || name === undefined) return undefined;
  const service = data.findService(prefix);
  const action = service?.actions.get(name.toLowerCase());
  return service && action && { service, action };
}

/**
 * The actions of a service that a name with wildcards stands for. A name that is matched by an undocumented action only
 * has none; see `matchesAnAction`.
 */
export function actionsMatching(service: Service, pattern: string): readonly Action[] {
  const wanted = pattern.toLowerCase();
  if (/[*?]/.test(wanted)) return matchingIn(service)(wanted);
  const action = service.actions.get(wanted);
  return action === undefined ? [] : [action];
}

/** Policies ask for the same few patterns, and several rules do. */
const matchingIn = oncePer(({ actions }: Service) =>
  oncePerText(50, (pattern): readonly Action[] => {
    const matching: Action[] = [];
    for (const [name, action] of actions) if (wildcardMatches(pattern, name)) matching.push(action);
    return matching;
  }),
);

/** Whether the service has an action, documented or not, that a name with or without wildcards stands for. */
export function matchesAnAction({ actions, undocumented }: Service, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  if (actions.has(wanted) || undocumented.has(wanted)) return true;
  for (const names of [actions.keys(), undocumented])
    for (const name of names) if (wildcardMatches(wanted, name)) return true;
  return false;
}

/** Every key that a request for the action may have, beside the global ones: by the action and by its resources. */
export function conditionKeysOf(action: Action): ReadonlySet<ConditionKey> {
  return new Set([
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ type, conditionKeys }) => [...type.conditionKeys, ...conditionKeys]),
  ]);
}
