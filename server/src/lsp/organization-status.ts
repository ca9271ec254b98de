import type { Connection } from 'vscode-languageserver/node';
import { type OrganizationStatus, organizationStatusNotification } from '../protocol/organization.ts';
import type { Client } from './client.ts';
import { viewOrganization } from './organization-views.ts';
import type { Organizations } from './organizations.ts';

/** Tells the editor what is known, at most once in each turn of the event loop. */
export function tellOrganizations(connection: Connection, client: Client): (organizations: Organizations) => void {
  let waiting = false;
  return (organizations) => {
    if (client.options.status !== true || waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      const loading = organizations.loading();
      const status: OrganizationStatus = {
        organizations: organizations.known().map(viewOrganization),
        ...(loading && { loading }),
      };
      void connection.sendNotification(organizationStatusNotification, status);
    });
  };
}
