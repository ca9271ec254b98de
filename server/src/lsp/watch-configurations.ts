import { DidChangeWatchedFilesNotification, type DocumentUri } from 'vscode-languageserver/node';
import { baselineName } from '../lint/configuration.ts';
import { isConfigurationPath } from '../service/analyse-configuration.ts';
import { pathOf } from './document-uri.ts';
import type { Session } from './session.ts';

/**
 * Configurations and baselines as they change, on disk and in the editor: what is unsaved counts too. Other files are
 * told as they change on disk.
 */
export class ConfigurationWatch {
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #changedOther: (uri: DocumentUri) => void;
  /** Baselines of other names, by path. */
  readonly #baselines = new Set<string>();

  /** `changed` is called after `Configurations.refresh`, `changedOther` with other files that changed on the disk. */
  constructor(session: Session, changed: () => void, changedOther: (uri: DocumentUri) => void) {
    this.#session = session;
    this.#changed = changed;
    this.#changedOther = changedOther;
  }

  /** To be called when the editor is ready for requests. */
  start(): Promise<void> {
    return this.#watch('**/*.{json,jsonc,yaml,yml,template}');
  }

  /** To be called before the first message comes in. */
  listen(): void {
    const { connection, documents, guard } = this.#session;
    connection.onDidChangeWatchedFiles(({ changes }) =>
      guard.run('reading configurations', () => {
        if (changes.some(({ uri }) => this.#isOurs(uri))) this.#refresh();
        for (const { uri } of changes) if (!this.#isOurs(uri)) this.#changedOther(uri);
      }),
    );
    const look = ({ document }: { readonly document: { readonly uri: DocumentUri } }) => {
      if (this.#isOurs(document.uri)) void guard.run('reading configurations', () => this.#refresh());
    };
    documents.onDidChangeContent(look);
    documents.onDidClose(look);
  }

  /** To be called with each document that was checked: its configuration may name a baseline. */
  async learn(uri: string): Promise<void> {
    const { configuration } = this.#session.configurations.settingsOf(pathOf(uri));
    const path = configuration?.baselinePath;
    if (path === undefined || this.#baselines.has(path)) return;
    this.#baselines.add(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name !== baselineName) await this.#watch(`**/${name.replace(/[*?[\]{}]/g, '?')}`);
  }

  async #watch(globPattern: string): Promise<void> {
    const { client, connection } = this.#session;
    if (!client.watchesFiles) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
  }

  #isOurs(uri: DocumentUri): boolean {
    const path = pathOf(uri);
    return isConfigurationPath(path) || path.endsWith(`/${baselineName}`) || this.#baselines.has(path);
  }

  #refresh(): void {
    this.#session.configurations.refresh();
    this.#changed();
  }
}
