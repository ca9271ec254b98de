import table from './generated/managed-policy-powers.json' with { type: 'json' };
import { type ManagedPolicyPowers, readPowerLetters } from './power-letters.ts';

export type { ManagedPolicyPowers } from './power-letters.ts';

const powersByName: ReadonlyMap<string, ManagedPolicyPowers> = readTable(table.policies);

/**
 * What a policy that AWS manages may do, by its ARN (of any partition, also a misspelt one) or its name alone; undefined for a policy that
 * is not known. Deny statements are not taken off the powers, they are told by `holdsDeny`.
 */
export function managedPolicyPowers(arnOrName: string): ManagedPolicyPowers | undefined {
  const path = /^arn:.+?:iam::aws:policy\/(.*)$/.exec(arnOrName)?.[1];
  if (path === undefined && arnOrName.includes(':')) return undefined;
  const name = path ?? arnOrName;
  // Names are unique in an account whatever their path: `service-role/AWSLambdaBasicExecutionRole`.
  return powersByName.get(name.slice(name.lastIndexOf('/') + 1));
}

/** Names of policies, grouped by the letters of their powers. */
function readTable(groups: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ManagedPolicyPowers> {
  const powers = new Map<string, ManagedPolicyPowers>();
  for (const [letters, names] of Object.entries(groups)) {
    const group = readPowerLetters(letters);
    for (const name of names) powers.set(name, group);
  }
  return powers;
}
