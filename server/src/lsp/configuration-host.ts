import { readFileSync } from 'node:fs';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationHost } from '../service/configurations.ts';
import { nativePath, pathOf } from './document-uri.ts';

/** Reads configurations as the user sees them: what is open in the editor before what is on disk. */
export function createConfigurationHost(documents: TextDocuments<TextDocument>): ConfigurationHost {
  return {
    readText: (path) => findOpen(documents, path)?.getText() ?? readDisk(path),
  };
}

/** The open document of a path as `pathOf` gives it. */
export function findOpen(documents: TextDocuments<TextDocument>, path: string): TextDocument | undefined {
  return documents.all().find(({ uri }) => uri.startsWith('file:') && pathOf(uri) === path);
}

function readDisk(path: string): string | undefined {
  try {
    return new TextDecoder().decode(readFileSync(nativePath(path)));
  } catch {
    return undefined;
  }
}
