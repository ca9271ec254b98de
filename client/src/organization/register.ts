import { commands, Disposable, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commands as names } from '../../../server/src/protocol/commands.ts';
import {
  type MfaCodeParams,
  mfaCodeRequest,
  type OrganizationStatus,
  organizationStatusNotification,
} from '../../../server/src/protocol/organization.ts';
import type { ServerHost } from '../server-host.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { forgetOrganization } from './forget-organization.ts';
import { importOrganization } from './import-organization.ts';
import { insertOrganizationPath } from './insert-path.ts';
import { askMfaCode } from './mfa.ts';
import { createOrganizationApi } from './organization-api.ts';
import type { OrganizationStatusItem } from './organization-status.ts';
import { refreshOrganization } from './refresh-organization.ts';

/** What the server tells and asks about organizations. */
export function connectOrganizations(client: LanguageClient, item: OrganizationStatusItem): Disposable {
  return Disposable.from(
    client.onNotification(organizationStatusNotification, (status: OrganizationStatus) => item.show(status)),
    client.onRequest(mfaCodeRequest, (params: MfaCodeParams) => askMfaCode(params)),
  );
}

/** The commands that look up organizations and fill placeholders. */
export function registerOrganizationCommands(
  { globalState }: ExtensionContext,
  host: ServerHost,
  item: OrganizationStatusItem,
  output: LogOutputChannel,
): Disposable {
  const api = createOrganizationApi(host);
  const register = (name: string, run: (given: unknown) => Promise<unknown>) =>
    commands.registerCommand(name, async (given: unknown) => {
      try {
        await run(given);
      } catch (error) {
        output.error(error instanceof Error ? error : String(error));
        const message = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`Role Chain could not finish this: ${message}. The output "Role Chain" has more.`);
      }
    });
  return Disposable.from(
    register(names.insertOrganizationPath, () => insertOrganizationPath(api, globalState)),
    register(names.fillPlaceholders, (uri) => fillPlaceholders(api, globalState, uri)),
    register(names.refreshOrganization, () => refreshOrganization(api, globalState, item)),
    register(names.importOrganization, (file) => importOrganization(api, file)),
    register(names.forgetOrganization, () => forgetOrganization(api)),
    register(names.stopLoading, async (organization) => {
      if (typeof organization === 'string') await api.stop({ organization });
    }),
  );
}
