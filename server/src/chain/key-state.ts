import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import { callKeyNames } from '../catalog/sts-parameters.ts';
import type { Text } from '../role/text.ts';
import { quote } from './describe.ts';
import type { Variable } from './environment.ts';
import type { Request } from './request.ts';

/** What a request has for a condition key. */
export type KeyState =
  | { readonly type: 'absent' }
  | { readonly type: 'present'; readonly values: readonly Text[]; readonly isMany: boolean }
  | {
      readonly type: 'open';
      readonly variable: Variable;
      /** The variable is an organization path, of which the key has the first part. */
      readonly isStart?: true;
    }
  /** Depends on the keys of the tags that are passed, which are not chosen yet. */
  | { readonly type: 'pending'; readonly variable: Variable; readonly tagKey: string | undefined };

export const absent: KeyState = { type: 'absent' };

export function present(...values: readonly Text[]): KeyState {
  return { type: 'present', values, isMany: false };
}

const callKeys: ReadonlyMap<string, string> = new Map(callKeyNames.map((name) => [name.toLowerCase(), name]));

/** A key of which nothing is known, in lower case. One variable for each name, the same for both sides. */
export function openKey(request: Request, key: string, traits: Partial<Variable> = {}): KeyState {
  const id = `key:${key}`;
  const met = request.variables.get(id);
  if (met !== undefined && met.among === traits.among) return { type: 'open', variable: met };
  const row = findGlobalConditionKey(key);
  const name =
    row === undefined
      ? (callKeys.get(key) ?? key)
      : row.name + (row.name.endsWith('/') ? key.slice(key.indexOf('/') + 1) : '');
  const variable: Variable = {
    id,
    label: quote(name),
    about: `key:${name}`,
    type: 'text',
    isChoice: false,
    mayBeAbsent: true,
    isMany: row?.multivalued ?? false,
    mayBeMany: row === undefined && !key.startsWith('sts:'),
    ...traits,
  };
  request.variables.set(id, variable);
  return { type: 'open', variable };
}
