import { type ManagedPolicyPowers, managedPolicyPowers } from '../catalog/managed-policy-powers.ts';
import type { Value } from './value.ts';

/** One of AWS's own policies by ARN, of whatever partition, or by name; any other is not in sight. */
export function ownPolicyOfAws({ parts }: Value): ManagedPolicyPowers | undefined {
  const texts = parts.map((part) => {
    if (part.type === 'literal') return part.text;
    return part.symbol === 'AWS::Partition' ? 'aws' : undefined;
  });
  return texts.every((text) => text !== undefined) ? managedPolicyPowers(texts.join('')) : undefined;
}
