import type { Call } from './call.ts';
import { callerKey } from './caller-key.ts';
import { resolveText } from './environment.ts';
import { absent, type KeyState, openKey, present } from './key-state.ts';
import { organizationId, organizationPaths, startOfPath } from './organization-key.ts';
import type { Request } from './request.ts';
import { entityTag, passedTag } from './tag-key.ts';

/** What the request has for a key, in lower case, as far as it is known and assumed. */
export function findKey(call: Call, key: string): KeyState {
  const { environment, request } = call;
  const state = passedTag(call, key) ?? stateOf(request, key);
  if (state.type === 'absent' || state.type === 'pending') return state;
  if (state.type === 'present')
    return environment.size === 0
      ? state
      : { ...state, values: state.values.map((value) => resolveText(value, environment)) };
  const assigned = environment.get(state.variable.id);
  if (assigned === undefined) return state;
  if (assigned.texts.length === 0) return absent;
  const values = assigned.texts.map((text) => resolveText(text, environment));
  if (state.isStart) {
    // The path of another account that is not known either.
    const [part, ...more] = values[0] ?? [];
    const other = typeof part === 'object' && more.length === 0 ? request.variables.get(part.unknown) : undefined;
    return other === undefined ? present(...values.map(startOfPath)) : { type: 'open', variable: other, isStart: true };
  }
  return { type: 'present', values, isMany: isManyValued(state) || values.length > 1 };
}

/** Organization paths are a list of one. */
function isManyValued({ variable }: Extract<KeyState, { type: 'open' }>): boolean {
  return variable.isMany || variable.id.startsWith('organization:');
}

function stateOf(request: Request, key: string): KeyState {
  const { target, targetPlace } = request;
  switch (key) {
    case 'aws:resourceaccount':
      return present(targetPlace.account);
    case 'aws:resourceorgpaths':
      return organizationPaths(request, target, targetPlace);
    case 'aws:resourceorgid':
      return organizationId(request, target, targetPlace);
    default:
      return entityTag(request, key) ?? callerKey(request, key) ?? openKey(request, key);
  }
}
