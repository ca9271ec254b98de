import type { InitializeParams } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../protocol/initialization.ts';
import { isRecord } from './record.ts';

/** What the editor can do and wants, as it said at `initialize`. */
export interface Client {
  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly unnecessaryTag: boolean;
  readonly diagnosticData: boolean;
  readonly versionedEdits: boolean;
  /** Of workspace edits, those that make files. */
  readonly createsFiles: boolean;
  readonly watchesFiles: boolean;
  readonly snippetEdits: boolean;
  readonly showDocument: boolean;
  readonly appliesEdits: boolean;
  readonly tellsFolders: boolean;
  readonly markdownHover: boolean;
  /** Of completion items: a description beside the label. */
  readonly labelDetails: boolean;
  readonly completionSnippets: boolean;
  readonly insertReplace: boolean;
  readonly commitCharacters: boolean;
  readonly markdownDocumentation: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Definitions may say which part of the text they are of. */
  readonly definitionLinks: boolean;
  /** Of symbols of the workspace: their range may be asked for later. */
  readonly resolvesSymbols: boolean;
  /** Of code actions: the edit may be asked for when one is chosen. */
  readonly resolvesActions: boolean;
  /** Of code actions: one that cannot be applied may say why. */
  readonly disabledActions: boolean;
  readonly options: InitializationOptions;
}

/** Reads the capabilities that matter here; what is missing counts as not supported. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    unnecessaryTag: diagnostics?.tagSupport !== undefined,
    diagnosticData: diagnostics?.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    showDocument: window?.showDocument?.support === true,
    appliesEdits: workspace?.applyEdit === true,
    tellsFolders: workspace?.workspaceFolders === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    insertReplace: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
    commitCharacters: textDocument?.completion?.completionItem?.commitCharactersSupport === true,
    markdownDocumentation: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    resolvesSymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    options: readOptions(initializationOptions),
  };
}

function readOptions(value: unknown): InitializationOptions {
  if (!isRecord(value)) return {};
  const { settings, editorReportsSyntax, rulePages, commands, status, graph, storage, mfaCodes } = value;
  return {
    settings,
    editorReportsSyntax: readStrings(editorReportsSyntax),
    ...(typeof rulePages === 'string' && { rulePages }),
    commands: readStrings(commands),
    status: status === true,
    graph: graph === true,
    ...(typeof storage === 'string' && { storage }),
    mfaCodes: mfaCodes === true,
  };
}

/** The strings of a list; nothing where it is no list. */
export function readStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
