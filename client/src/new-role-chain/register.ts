import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import { commands as names } from '../../../server/src/protocol/commands.ts';
import type { MfaPrompt } from '../organization/mfa.ts';
import { createOrganizationApi } from '../organization/organization-api.ts';
import type { ServerHost } from '../server-host.ts';
import { newRoleChain } from './new-role-chain.ts';
import { createRoleChainApi } from './role-chain-api.ts';

/** The command that asks for what a role chain needs and writes its files. */
export function registerNewRoleChain(
  { globalState }: ExtensionContext,
  host: ServerHost,
  mfa: MfaPrompt,
  output: LogOutputChannel,
): Disposable {
  const lookup = { api: createOrganizationApi(host), memory: globalState, mfa };
  const api = createRoleChainApi(host);
  return commands.registerCommand(names.newRoleChain, async () => {
    try {
      await newRoleChain(lookup, api);
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      const message = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(`Role Chain could not finish this: ${message}. The output "Role Chain" has more.`);
    }
  });
}
