import { commands, Disposable, EventEmitter, type ExtensionContext, Uri, window } from 'vscode';
import { commands as names } from '../../server/src/protocol/commands.ts';
import { graphChangedNotification } from '../../server/src/protocol/graph.ts';
import { registerCopyPolicy } from './copy-policy.ts';
import { registerGraph } from './graph/register.ts';
import { registerNewRoleChain } from './new-role-chain/register.ts';
import { MfaPrompt } from './organization/mfa.ts';
import { OrganizationStatusItem } from './organization/organization-status.ts';
import { connectOrganizations, registerOrganizationCommands } from './organization/register.ts';
import { whenPolicyAppears } from './policy-watch.ts';
import { privateLog } from './private-log.ts';
import { registerRulePages } from './rule-pages.ts';
import { ServerHost } from './server-host.ts';
import { registerSetPolicyKind } from './set-policy-kind.ts';
import { registerShowCallHierarchy } from './show-call-hierarchy.ts';

/** Registers everything at once; the language server starts with the first document that may be ours. */
export function activate(context: ExtensionContext): void {
  const output = privateLog(window.createOutputChannel('Role Chain', { log: true }));
  const organizations = new OrganizationStatusItem();
  const mfa = new MfaPrompt();
  const graphChanges = new EventEmitter<void>();
  const storage = Uri.joinPath(context.globalStorageUri, 'organizations');
  const host = new ServerHost(context.asAbsolutePath('dist/server.js'), output, storage, (client) =>
    Disposable.from(
      connectOrganizations(client, organizations, mfa),
      client.onNotification(graphChangedNotification, () => graphChanges.fire()),
    ),
  );
  context.subscriptions.push(
    output,
    host,
    organizations,
    mfa,
    graphChanges,
    registerOrganizationCommands(context, host, organizations, mfa, output),
    registerGraph(context.extensionUri, host, output, graphChanges.event),
    registerNewRoleChain(context, host, mfa, output),
    registerRulePages(context.extensionUri),
    registerSetPolicyKind(host),
    registerCopyPolicy(host),
    registerShowCallHierarchy(),
    commands.registerCommand(names.restartServer, () => host.restart()),
    commands.registerCommand(names.showOutput, () => output.show()),
    whenPolicyAppears(() => host.start()),
  );
}
