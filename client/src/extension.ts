import { commands, type ExtensionContext, window } from 'vscode';
import { commands as names } from '../../server/src/protocol/commands.ts';
import { whenPolicyAppears } from './policy-watch.ts';
import { registerRulePages } from './rule-pages.ts';
import { ServerHost } from './server-host.ts';

/** Registers everything at once; the language server starts with the first document that may be ours. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Role Chain', { log: true });
  const host = new ServerHost(context.asAbsolutePath('dist/server.js'), output);
  context.subscriptions.push(
    output,
    host,
    registerRulePages(context.extensionUri),
    commands.registerCommand(names.restartServer, () => host.restart()),
    commands.registerCommand(names.showOutput, () => output.show()),
    whenPolicyAppears(() => host.start()),
  );
}
