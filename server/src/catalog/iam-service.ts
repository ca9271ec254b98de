import type { ConditionType } from './condition-operators.ts';
import { type AccessLevel, accessLevels, type ServiceChunk, valueTypes } from './iam-chunk.ts';

/** A service as its page of the AWS Service Authorization Reference has it. */
export interface Service {
  /** What stands before the colon of its actions, in small letters. */
  readonly prefix: string;
  /** `Amazon S3`; undefined for a service that is in AWS's own policies only. */
  readonly name: string | undefined;
  /** By name in small letters, since names of actions are compared without case. */
  readonly actions: ReadonlyMap<string, Action>;
  /** Names in small letters of actions that AWS's own policies hold and nothing documents. */
  readonly undocumented: ReadonlySet<string>;
  readonly resourceTypes: readonly ResourceType[];
  /** Keys that begin with the prefix of the service, and those of others that its actions take. */
  readonly conditionKeys: readonly ConditionKey[];
}

export interface Action {
  /** In AWS's own case. */
  readonly name: string;
  readonly accessLevel: AccessLevel;
  readonly resourceTypes: readonly ActionResource[];
  /** Whatever the resource. */
  readonly conditionKeys: readonly ConditionKey[];
}

export interface ActionResource {
  readonly type: ResourceType;
  /** The action always needs a resource of this type. */
  readonly required: boolean;
  /** Keys that this action has for resources of the type, beside those of the type itself. */
  readonly conditionKeys: readonly ConditionKey[];
}

export interface ResourceType {
  readonly name: string;
  /** `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string;
  readonly conditionKeys: readonly ConditionKey[];
}

export interface ConditionKey {
  /** In AWS's own case. A part such as `${TagKey}` or `<key>` stands for any text. */
  readonly name: string;
  /** Undefined where AWS does not say. */
  readonly type: ConditionType | undefined;
  readonly multivalued: boolean;
}

/** Makes a service of what was baked of it. */
export function readService(prefix: string, { n, k, s, r, a, x = [] }: ServiceChunk): Service {
  const conditionKeys = k.map(([name, letter]) => readKey(name, letter));
  const sets = s.map((set) => set.flatMap((number) => conditionKeys[number] ?? []));
  const keysOf = (number: number) => sets[number] ?? [];
  const resourceTypes = r.map(([name, arn, keys]) => ({ name, arn, conditionKeys: keysOf(keys) }));
  const actions = a.map(
    ([name, level, keys, resources]): Action => ({
      name,
      accessLevel: accessLevels[level]?.level ?? 'Write',
      conditionKeys: keysOf(keys),
      resourceTypes: resources.flatMap(([number, required, own]) => {
        const type = resourceTypes[number];
        return type === undefined ? [] : [{ type, required: required === 1, conditionKeys: keysOf(own) }];
      }),
    }),
  );
  return {
    prefix,
    name: n === '' ? undefined : n,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    undocumented: new Set(x.map((name) => name.toLowerCase())),
    resourceTypes,
    conditionKeys,
  };
}

/** A key of the data with the letter of its type. */
export function readKey(name: string, letter: string): ConditionKey {
  const { type, multivalued = false } = valueTypes[letter] ?? {};
  return { name, type, multivalued };
}
