import {
  CodeActionKind,
  type CompletionOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Client } from './client.ts';
import { offeredCommands } from './offered-commands.ts';

/** Applies all safe fixes of a file: what is allowed stays the same. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.rolechain`;

/** Refactorings; their edits come when one is chosen. */
export const refactorKinds: readonly string[] = [CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract];

/**
 * Where a key, a value, a further id of a path or a field of an ARN begins. Not the dash of a list: names of snippets have
 * dashes, and an editor that asks us at one asks nobody else. The space behind it begins the item.
 */
const completionOptions: CompletionOptions = {
  triggerCharacters: ['"', "'", ':', '/', ' '],
  resolveProvider: true,
};

/** What the editor may ask of the chains of a workspace. */
const chainCapabilities: ServerCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentLinkProvider: { resolveProvider: false },
  callHierarchyProvider: true,
  codeLensProvider: { resolveProvider: false },
  workspaceSymbolProvider: { resolveProvider: true },
};

/** What `initialize` is answered with. It is known before the rest of the server is loaded: see start-server.ts. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const offered = offeredCommands(client);
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.codeActionLiterals && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, ...refactorKinds, fixAllKind],
        resolveProvider: true,
      },
    }),
    hoverProvider: true,
    documentSymbolProvider: { label: 'Role Chain' },
    completionProvider: completionOptions,
    inlayHintProvider: true,
    selectionRangeProvider: true,
    ...(client.options.editorFolds !== true && { foldingRangeProvider: true }),
    ...chainCapabilities,
    ...(offered.length > 0 && { executeCommandProvider: { commands: [...offered] } }),
    ...(client.tellsFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}
