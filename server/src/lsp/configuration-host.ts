import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationHost } from '../service/configurations.ts';
import { pathOf } from './document-uri.ts';
import type { HeldFiles, HeldText } from './held-files.ts';

/** Reads configurations as the user sees them: what is open in the editor before what is on disk. */
export function createConfigurationHost(documents: TextDocuments<TextDocument>, files: HeldFiles): ConfigurationHost {
  return {
    readText: (path) => findOpen(documents, path)?.getText() ?? textOf(files.read(path)),
  };
}

/** The open document of a path as `pathOf` gives it. */
export function findOpen(documents: TextDocuments<TextDocument>, path: string): TextDocument | undefined {
  return documents.all().find(({ uri }) => uri.startsWith('file:') && pathOf(uri) === path);
}

function textOf(read: HeldText): string | undefined {
  return read === 'outside' ? undefined : read.text;
}
