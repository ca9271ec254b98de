import { roleLimits } from '../catalog/limits.ts';
import { partitionOfRegion } from '../catalog/partitions.ts';
import { describePathFault } from '../organization/describe-path-fault.ts';
import { idKindOf } from '../organization/ids.ts';
import { parseOrgPath } from '../organization/path.ts';
import { findPathFault } from '../organization/path-pattern.ts';

/*
 * What is wrong with one answer, in one sentence; undefined where it can be used. What is written is stricter than what
 * AWS takes: it stands in ARNs with wildcards, in Fn::Sub, in shells and in code.
 */

/** Source of the length and the letters: IAM API reference, CreateRole. */
export function problemOfRoleName(value: string): string | undefined {
  if (value === '') return 'Give the role a name.';
  if (value.length > 64) return `A role's name has at most 64 characters; this has ${value.length}.`;
  return roleLimits.namePattern.test(value) ? undefined : 'A role\'s name is made of letters, digits and "+=,.@-_".';
}

export function problemOfRolePath(value: string): string | undefined {
  if (value === '/') return undefined;
  if (!value.startsWith('/') || !value.endsWith('/'))
    return 'A path begins and ends with a slash: /SecurityOperations/.';
  if (value.length > 512) return `A path has at most 512 characters; this has ${value.length}.`;
  if (value.includes('//')) return 'Two slashes stand side by side.';
  if (!/^[\w+=,.@/-]+$/.test(value))
    return 'A path is made of letters, digits and "+=,.@-_", with slashes between them.';
  return /^\/aws-(service-role|reserved)\//i.test(value) ? 'That path belongs to AWS. Choose another one.' : undefined;
}

/** Source: AWS Lambda API reference, CreateFunction (FunctionName). */
export function problemOfFunctionName(value: string): string | undefined {
  if (value === '') return 'Give the name of the function.';
  if (value.startsWith('arn:')) return 'Give the name of the function alone, not its ARN.';
  if (value.length > 64) return `A function's name has at most 64 characters; this has ${value.length}.`;
  return /^[\w-]+$/.test(value) ? undefined : 'A function\'s name is made of letters, digits, "-" and "_".';
}

export function problemOfRegion(value: string): string | undefined {
  return partitionOfRegion(value) === undefined ? 'This is no Region of AWS. Write it like us-west-2.' : undefined;
}

export function problemOfAccount(value: string): string | undefined {
  return idKindOf(value) === 'account' ? undefined : 'An account id has twelve digits.';
}

/** The unit's path as it stands in the organization, with its slash: what is behind the last slash, `*`, counts not. */
export function wholeOrganizationPath(value: string): string {
  return `${value.replace(/\/\*?$/, '')}/`;
}

export function problemOfOrganizationPath(value: string): string | undefined {
  const path = wholeOrganizationPath(value);
  const fault = findPathFault(path, false);
  if (fault !== undefined) return describePathFault(fault, path.slice(fault.from, fault.to));
  const parsed = parseOrgPath(path);
  if (parsed === undefined) return 'Write the ids from the top down, without wildcards: o-…/r-…/ou-….';
  return parsed.units.length === 0
    ? 'Name an organizational unit below the root: the role is to be assumed there and nowhere else.'
    : undefined;
}

/** Source of the form: IAM User Guide, IAM identifiers. */
export function problemOfDeploymentRole(value: string): string | undefined {
  const parts = /^arn:(aws[a-z-]*):iam::(\d{12}|\*):role\/(.+)$/.exec(value);
  const name = parts?.[3];
  if (name === undefined) return 'Write the ARN of a role, * for any account: arn:aws:iam::*:role/Deployment.';
  if (!/^[\w+=,.@/*?-]+$/.test(name)) return 'The name holds a character that no role has.';
  return /^[*?/]*$/.test(name) ? 'This exempts every role. Name the one that deploys.' : undefined;
}
