import { type PolicyFormat, policyPropertiesOf } from '../../catalog/policy-properties.ts';
import type { Policy } from '../../policy/policy.ts';

/** How CloudFormation takes the policy at its place; undefined for what is no property of a resource. */
export function givenFormat({ owner }: Policy): PolicyFormat | undefined {
  if (owner === undefined) return undefined;
  const rows = policyPropertiesOf(owner.type);
  return rows.find(({ path }) => path.join('.').replaceAll('.[]', '[]') === owner.property)?.format;
}
