import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationName } from '../lint/configuration.ts';
import { type ConfigurationChange, editConfiguration, newConfiguration } from '../lint/configuration-edit.ts';
import { pathWithin } from '../service/configurations.ts';
import { findOpen } from './configuration-host.ts';
import { pathOf } from './document-uri.ts';
import { createTextEdits } from './edits.ts';
import type { Session } from './session.ts';

/** The configuration that holds for a document, or the place of the one to be made for it. */
export interface ConfigurationPlace {
  readonly uri: string;
  /** The document's path as that configuration names it. */
  readonly path: string;
}

/**
 * The nearest configuration, else a new one in the workspace folder of the document, else beside it. Undefined for a
 * document that is no file.
 */
export function placeConfiguration({ configurations, folders }: Session, uri: string): ConfigurationPlace | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const { configuration, relativePath } = configurations.settingsOf(pathOf(uri));
  if (configuration !== undefined && relativePath !== undefined)
    return { uri: uriAbove(uri, relativePath, configurationName), path: relativePath };
  const folder = folders.of(uri) ?? uri.slice(0, uri.lastIndexOf('/'));
  const path = pathWithin(pathOf(folder), pathOf(uri));
  return path === undefined ? undefined : { uri: `${folder}/${configurationName}`, path };
}

/** The URI of a file in the folder that `relativePath` counts from, spelled as the editor spells the document's. */
export function uriAbove(uri: string, relativePath: string, name: string): string {
  return [...uri.split('/').slice(0, -relativePath.split('/').length), name].join('/');
}

/**
 * A change of a configuration as an edit of its file, which is made where there is none. Undefined where the file is
 * not in order, or the editor cannot make files.
 */
export function createConfigurationEdit(
  { client, configurations, documents }: Session,
  uri: string,
  change: ConfigurationChange,
): WorkspaceEdit | undefined {
  const path = pathOf(uri);
  const known = configurations.of(path.slice(0, path.lastIndexOf('/')));
  if (known?.path !== path) return client.createsFiles ? createFile(uri, newConfiguration(change)) : undefined;
  const changes = editConfiguration(known.text, change);
  if (changes === undefined) return undefined;
  const open = findOpen(documents, path);
  const document = open ?? TextDocument.create(uri, 'jsonc', 0, known.text);
  const edits = createTextEdits(document, changes);
  if (!client.versionedEdits) return { changes: { [document.uri]: edits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: open?.version ?? null }, edits }] };
}

function createFile(uri: string, newText: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}
