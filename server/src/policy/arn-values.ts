import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import type { Statement } from './statement.ts';
import type { Value } from './value.ts';

/** A value of a statement that has to be an ARN, and what asks for it. */
export interface ArnValue {
  readonly value: Value;
  readonly in: 'principal' | 'resource' | 'condition';
  /** The element, or the condition key, as written. */
  readonly of: string;
}

/** Resources, principals of type `AWS`, and what conditions compare keys with that hold an ARN. */
export function arnValuesOf(statement: Statement): readonly ArnValue[] {
  const { resource, notResource, principal, notPrincipal, condition } = statement;
  return [
    ...[resource, notResource].flatMap((list) =>
      (list?.values ?? []).map((value) => ({ value, in: 'resource' as const, of: list?.property.key.value ?? '' })),
    ),
    ...[principal, notPrincipal].flatMap((element) =>
      (element?.principals ?? []).flatMap(({ type, value }) =>
        type === 'AWS' ? [{ value, in: 'principal' as const, of: element?.property.key.value ?? '' }] : [],
      ),
    ),
    ...condition.entries.flatMap(({ key, operator, values }) =>
      findGlobalConditionKey(key)?.type === 'arn' && operator?.operator.type !== 'null'
        ? values.map((value) => ({ value, in: 'condition' as const, of: key }))
        : [],
    ),
  ];
}
