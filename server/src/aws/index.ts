/** The entry of `dist/aws.js`, which is loaded when an organization is first asked for: nothing else loads the SDK. */
import type { OrganizationsAccess } from '../service/organization-source.ts';
import { listProfiles } from './configuration.ts';
import { openOrganizations } from './source.ts';

export { listProfiles, openOrganizations };

/** What the module is, for those who load it. */
export const access: OrganizationsAccess = { listProfiles, openOrganizations };
