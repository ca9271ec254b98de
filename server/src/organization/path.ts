import { idKindOf, rootOfUnit } from './ids.ts';

/**
 * Where an account stands in an organization, as keys like `aws:ResourceOrgPaths` have it: the path of the root or
 * organizational unit that holds the account. The account itself is no part of it.
 */
export interface OrgPath {
  readonly organization: string;
  readonly root: string;
  /** From the top down. */
  readonly units: readonly string[];
}

/** Reads a path with its slash at the end, `o-…/r-…/ou-…/`; undefined for anything that no account has as its path. */
export function parseOrgPath(text: string): OrgPath | undefined {
  const [organization = '', root = '', ...rest] = text.split('/');
  const units = rest.slice(0, -1);
  if (rest.at(-1) !== '' || idKindOf(organization) !== 'organization' || idKindOf(root) !== 'root') return undefined;
  return units.every((unit) => rootOfUnit(unit) === root) ? { organization, root, units } : undefined;
}

/** The path with its slash at the end, as AWS has it. */
export function formatOrgPath({ organization, root, units }: OrgPath): string {
  return [organization, root, ...units, ''].join('/');
}
