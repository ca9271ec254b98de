import { Disposable, LanguageStatusSeverity, languages, type TextEditor, window } from 'vscode';
import { commands } from '../../server/src/protocol/commands.ts';
import type { DocumentStatus } from '../../server/src/protocol/notifications.ts';
import { documentSelector } from './document-selector.ts';
import { describeStatus } from './status-text.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** The item of the language status menu (`{}` in the status bar): what is known of the document in front. */
export class StatusItem extends Disposable {
  readonly #item = languages.createLanguageStatusItem('rolechain.status', [...documentSelector]);
  readonly #documents = new Map<string, DocumentStatus>();
  readonly #listener = window.onDidChangeActiveTextEditor(() => this.#render());
  #state: ServerState = 'starting';

  constructor() {
    super(() => Disposable.from(this.#item, this.#listener).dispose());
    this.#item.name = 'Role Chain';
    this.#render();
  }

  setState(state: ServerState): void {
    this.#state = state;
    if (state !== 'running') this.#documents.clear();
    this.#render();
  }

  setDocument(status: DocumentStatus): void {
    this.#documents.set(status.uri, status);
    this.#render();
  }

  forget(uri: string): void {
    this.#documents.delete(uri);
  }

  #render(): void {
    this.#item.busy = this.#state === 'starting';
    this.#item.severity =
      this.#state === 'stopped' ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    this.#item.command =
      this.#state === 'stopped'
        ? { title: 'Restart Server', command: commands.restartServer }
        : { title: 'Show Output', command: commands.showOutput };
    const { text, detail } = this.#describe(window.activeTextEditor);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.accessibilityInformation = { label: [text, detail].filter(Boolean).join(', ') };
  }

  #describe(editor: TextEditor | undefined): { text: string; detail: string } {
    if (this.#state === 'starting') return { text: 'Role Chain is starting', detail: '' };
    if (this.#state === 'stopped') return { text: 'Role Chain has stopped', detail: 'policies are not checked' };
    const status = editor && this.#documents.get(editor.document.uri.toString());
    return status === undefined ? { text: 'Role Chain', detail: '' } : describeStatus(status);
  }
}
