import type { InitializeParams } from 'vscode-languageserver/node';
import { pathWithin } from '../service/configurations.ts';
import { pathOf } from './document-uri.ts';

/** The folders that the editor has open, as URIs without a `/` at their end. */
export class WorkspaceFolders {
  #uris: readonly string[];

  constructor(uris: readonly string[]) {
    this.#uris = uris.map(withoutSlash);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = removed.map(withoutSlash);
    this.#uris = [...this.#uris.filter((uri) => !gone.includes(uri)), ...added.map(withoutSlash)];
  }

  all(): readonly string[] {
    return this.#uris;
  }

  /** The innermost folder that holds the document. */
  of(uri: string): string | undefined {
    const holding = this.#uris.filter((folder) => pathWithin(pathOf(folder), pathOf(uri)) !== undefined);
    return holding.toSorted((a, b) => b.length - a.length)[0];
  }
}

/** What the editor said at `initialize`; older editors know one root only. */
export function readWorkspaceFolders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '');
}
