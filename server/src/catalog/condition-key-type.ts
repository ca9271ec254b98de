import { oncePer } from '../base/once.ts';
import { findGlobalConditionKey } from './condition-keys.ts';
import type { ConditionType } from './condition-operators.ts';
import { isKeyOf } from './find-condition-key.ts';
import type { IamData } from './iam-data.ts';

/** What the values of a key are. */
export interface KeyType {
  readonly type: ConditionType;
  readonly multivalued: boolean;
  /** True for the keys of all services, which the IAM User Guide describes one by one; others are as a table has them. */
  readonly global: boolean;
}

/** The type of a key's values, in any case; undefined where AWS does not say. */
export function conditionKeyType(data: IamData | undefined, key: string): KeyType | undefined {
  const known = findGlobalConditionKey(key);
  if (known !== undefined) return { type: known.type, multivalued: known.multivalued, global: true };
  return data && typeOfServiceKey(data, key);
}

function typeOfServiceKey(data: IamData, key: string): KeyType | undefined {
  const types = typesOf(data);
  const before = types.get(key);
  if (before !== undefined) return before;
  const service = data.findService(key.slice(0, Math.max(0, key.indexOf(':'))));
  const found = service?.conditionKeys.find(({ name }) => isKeyOf(name, key));
  const type = found?.type && { type: found.type, multivalued: found.multivalued, global: false };
  // Tags, and what is unknown, are named as anybody likes: to keep them would never end.
  if (type && !/[/.]/.test(key)) types.set(key, type);
  return type;
}

/** Templates ask for the same few keys again and again. */
const typesOf = oncePer((_: IamData) => new Map<string, KeyType>());
