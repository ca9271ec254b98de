import type { Conditions } from '../edit/add-condition.ts';
import { fill, type Text } from '../edit/writable.ts';

/**
 * The condition that limits `sts:AssumeRole` to one organizational unit and everything below it.
 * The key is multivalued and the value ends in a wildcard, hence the operator.
 * Source: IAM User Guide, AWS global condition context keys, aws:ResourceOrgPaths.
 */
export function organizationScope(path: Text = [{ name: 'your org path' }, '/*']): Conditions {
  return { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': fill(...path) } };
}
