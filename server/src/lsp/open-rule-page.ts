import { ShowDocumentRequest } from 'vscode-languageserver/node';
import { commands } from '../protocol/commands.ts';
import type { Client } from './client.ts';
import type { Session } from './session.ts';

/** True where the editor has the command itself, or lets the server show a document. */
export function canOpenRulePages({ options, showDocument }: Client): boolean {
  return options.commands?.includes(commands.openRulePage) === true || showDocument;
}

/** Lets the editor show the page of a rule. */
export async function openRulePage({ connection, rulePages }: Session, rule: unknown): Promise<void> {
  if (typeof rule !== 'string') return;
  await connection.sendRequest(ShowDocumentRequest.type, { uri: rulePages.uriOf(rule), takeFocus: true });
}
