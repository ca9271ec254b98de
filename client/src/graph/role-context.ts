import { commands, Disposable, window } from 'vscode';
import type { DocumentStatus } from '../../../server/src/protocol/notifications.ts';

const contextKey = 'rolechain.holdsRole';

/** Tells menus whether the file in front says something of roles: the context key `rolechain.holdsRole`. */
export class RoleContext extends Disposable {
  readonly #holding = new Set<string>();

  constructor() {
    const listener = window.onDidChangeActiveTextEditor(() => this.#tell());
    super(() => {
      listener.dispose();
      this.#holding.clear();
      this.#tell();
    });
  }

  setDocument({ uri, roles }: DocumentStatus): void {
    if (roles) this.#holding.add(uri);
    else this.#holding.delete(uri);
    this.#tell();
  }

  forget(uri: string): void {
    this.#holding.delete(uri);
  }

  #tell(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    void commands.executeCommand('setContext', contextKey, uri !== undefined && this.#holding.has(uri));
  }
}
