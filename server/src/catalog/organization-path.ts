/**
 * True for the beginning of an organization path whose wildcards leave open which organization is meant: `*`, `o-*`,
 * `o-a?/r-ab12/`. Roots and organizational units of another organization may have the same ids.
 * Source: AWS Organizations API reference, `OrganizationalUnit`: "The ID is unique to the organization only."
 */
export function leavesOrganizationOpen(path: string): boolean {
  const [organization = ''] = path.split('/', 1);
  return /[*?]/.test(organization) && !/^o-[a-z0-9]{10}/.test(organization);
}
