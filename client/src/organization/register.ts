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
import type { Lookup } from './lookup.ts';
import type { MfaPrompt } from './mfa.ts';
import { createOrganizationApi } from './organization-api.ts';
import type { OrganizationStatusItem } from './organization-status.ts';
import { refreshOrganization } from './refresh-organization.ts';

/** What the server tells and asks about organizations. */
export function connectOrganizations(client: LanguageClient, item: OrganizationStatusItem, mfa: MfaPrompt): Disposable {
  return Disposable.from(
    client.onNotification(organizationStatusNotification, (status: OrganizationStatus) => item.show(status)),
    client.onRequest(mfaCodeRequest, (params: MfaCodeParams) => mfa.ask(params)),
  );
}

/** The commands that look up organizations and fill placeholders. */
export function registerOrganizationCommands(
  { globalState }: ExtensionContext,
  host: ServerHost,
  item: OrganizationStatusItem,
  mfa: MfaPrompt,
  output: LogOutputChannel,
): Disposable {
  const api = createOrganizationApi(host);
  const lookup: Lookup = { api, memory: globalState, mfa };
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
    register(names.insertOrganizationPath, () => insertOrganizationPath(lookup)),
    register(names.fillPlaceholders, (uri) => fillPlaceholders(lookup, uri)),
    register(names.refreshOrganization, () => refreshOrganization(lookup, item)),
    register(names.importOrganization, (file) => importOrganization(api, file)),
    register(names.forgetOrganization, () => forgetOrganization(api)),
    register(names.stopLoading, async (organization) => {
      if (typeof organization === 'string') await api.stop({ organization });
    }),
  );
}
