import { table } from '../base/table.ts';
import type { ConditionType } from './condition-operators.ts';

/** What is baked of one service, as JSON. Numbers in `r` and `a` count in `s`, those of `s` in `k`. */
export interface ServiceChunk {
  /** The service's own name; empty for one that is in AWS's own policies only. */
  readonly n: string;
  /** Condition keys with the letter of their type, empty where it is not known: those of the service, and all that its actions name. */
  readonly k: readonly (readonly [key: string, type: string])[];
  /** Sets of keys. */
  readonly s: readonly (readonly number[])[];
  readonly r: readonly (readonly [name: string, arn: string, keys: number])[];
  readonly a: readonly (readonly [
    name: string,
    level: string,
    keys: number,
    resources: readonly (readonly [type: number, required: 0 | 1, keys: number])[],
  ])[];
  /** Actions that AWS's own policies name and nothing documents. */
  readonly x?: readonly string[];
}

/** What an action does, in the words of the AWS Service Authorization Reference. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** Letters of the chunks; `written` as the source of the data has it. */
export const accessLevels: Readonly<Record<string, { readonly level: AccessLevel; readonly written: string }>> = table({
  l: { level: 'List', written: 'List' },
  r: { level: 'Read', written: 'Read' },
  w: { level: 'Write', written: 'Write' },
  t: { level: 'Tagging', written: 'Tagging, Write' },
  p: { level: 'Permissions management', written: 'Permissions management, Write' },
});

interface ValueType {
  readonly type: ConditionType;
  /** A multivalued key is asked with ForAnyValue or ForAllValues. */
  readonly multivalued: boolean;
  readonly written: string;
}

/** Letters of the types of condition keys. */
export const valueTypes: Readonly<Record<string, ValueType>> = table({
  s: { type: 'string', multivalued: false, written: 'String' },
  S: { type: 'string', multivalued: true, written: 'ArrayOfString' },
  a: { type: 'arn', multivalued: false, written: 'ARN' },
  A: { type: 'arn', multivalued: true, written: 'ArrayOfARN' },
  b: { type: 'bool', multivalued: false, written: 'Bool' },
  B: { type: 'bool', multivalued: true, written: 'ArrayOfBool' },
  n: { type: 'numeric', multivalued: false, written: 'Numeric' },
  d: { type: 'date', multivalued: false, written: 'Date' },
  i: { type: 'ip', multivalued: false, written: 'IPAddress' },
});
