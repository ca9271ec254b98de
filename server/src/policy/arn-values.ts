import { oncePer } from '../base/once.ts';
import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import type { Policy } from './policy.ts';
import type { Value } from './value.ts';

/** A value of a statement that has to be an ARN, and what asks for it. */
export interface ArnValue {
  readonly value: Value;
  readonly in: 'principal' | 'resource' | 'condition';
  /** The element, or the condition key, as written. */
  readonly of: string;
}

/**
 * Resources, principals of type `AWS`, and what conditions compare keys with that hold an ARN; of them those in which a
 * parameter or a resource of the template is named by `Ref`.
 */
export const arnValuesWithReference = oncePer((policy: Policy): readonly ArnValue[] => {
  const found: ArnValue[] = [];
  for (const { resource, notResource, principal, notPrincipal, condition } of policy.statements) {
    for (const list of [resource, notResource])
      for (const value of list?.values ?? [])
        if (list !== undefined && hasReference(value))
          found.push({ value, in: 'resource', of: list.property.key.value });
    for (const element of [principal, notPrincipal])
      for (const { type, value } of element?.principals ?? [])
        if (element !== undefined && type === 'AWS' && hasReference(value))
          found.push({ value, in: 'principal', of: element.property.key.value });
    for (const { key, operator, values } of condition.entries)
      for (const value of values)
        if (hasReference(value) && operator?.operator.type !== 'null' && findGlobalConditionKey(key)?.type === 'arn')
          found.push({ value, in: 'condition', of: key });
  }
  return found;
});

function hasReference({ parts }: Value): boolean {
  for (const part of parts) if (part.type === 'hole' && part.why === 'reference') return true;
  return false;
}
