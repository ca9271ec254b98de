import { type InitializeParams, InsertTextMode } from 'vscode-languageserver/node';
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
  /** Code actions may be more than commands. */
  readonly codeActionLiterals: boolean;
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
  /** Further lines of a completion are indented like the line that it stands on, where it asks for that. */
  readonly adjustsIndentation: boolean;
  readonly commitCharacters: boolean;
  readonly markdownDocumentation: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Definitions may say which part of the text they are of. */
  readonly definitionLinks: boolean;
  /** Symbols of a document may have others in them. */
  readonly hierarchicalSymbols: boolean;
  /** Of symbols of the workspace: their range may be asked for later. */
  readonly resolvesSymbols: boolean;
  /** Of code actions: the edit may be asked for when one is chosen. */
  readonly resolvesActions: boolean;
  /** Of code actions: one that cannot be applied may say why. */
  readonly disabledActions: boolean;
  /** So many folding ranges are taken; undefined for any number. */
  readonly mostFolds: number | undefined;
  readonly options: InitializationOptions;
}

/** Reads the capabilities that matter here; what is missing counts as not supported. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  const completionItem = textDocument?.completion?.completionItem;
  return {
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    unnecessaryTag: diagnostics?.tagSupport !== undefined,
    diagnosticData: diagnostics?.dataSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
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
    completionSnippets: completionItem?.snippetSupport === true,
    insertReplace: completionItem?.insertReplaceSupport === true,
    adjustsIndentation:
      completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    commitCharacters: completionItem?.commitCharactersSupport === true,
    markdownDocumentation: completionItem?.documentationFormat?.includes('markdown') === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    resolvesSymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    options: readOptions(initializationOptions),
  };
}

function readOptions(value: unknown): InitializationOptions {
  if (!isRecord(value)) return {};
  const { settings, editorReportsSyntax, rulePages, commands, status, graph, storage, mfaCodes, editorFolds } = value;
  return {
    settings,
    editorReportsSyntax: readStrings(editorReportsSyntax),
    ...(typeof rulePages === 'string' && { rulePages }),
    commands: readStrings(commands),
    status: status === true,
    graph: graph === true,
    ...(typeof storage === 'string' && { storage }),
    mfaCodes: mfaCodes === true,
    editorFolds: editorFolds === true,
  };
}

/** The strings of a list; nothing where it is no list. */
export function readStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
