import {
  DidChangeWatchedFilesNotification,
  type DocumentUri,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver/node';
import { baselineName } from '../lint/configuration.ts';
import { isConfigurationPath } from '../service/analyse-configuration.ts';
import { pathOf } from './document-uri.ts';
import type { Session } from './session.ts';

/** The endings of what is watched in any case: all that may hold policies. */
const endings = ['json', 'jsonc', 'yaml', 'yml', 'template'];

/**
 * Configurations and the files that they name (baselines, organizations, files of parameters) as they change, on disk
 * and in the editor: what is unsaved counts too. Other files are told as they change on disk.
 */
export class ConfigurationWatch {
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #changedOther: (changes: readonly FileEvent[]) => void;
  /** Names of files with other endings. */
  readonly #watched = new Set<string>();

  /**
   * `changed` is called after `Configurations.refresh`, `changedOther` with files and folders that changed on the disk and
   * may hold policies: a file that a configuration names may by mistake be one.
   */
  constructor(session: Session, changed: () => void, changedOther: (changes: readonly FileEvent[]) => void) {
    this.#session = session;
    this.#changed = changed;
    this.#changedOther = changedOther;
  }

  /**
   * To be called when the editor is ready for requests. Of a folder that goes or comes with all that is in it an editor may
   * tell the folder alone: https://code.visualstudio.com/api/references/vscode-api#workspace.createFileSystemWatcher
   */
  start(): Promise<void> {
    return this.#watch(
      { globPattern: `**/*.{${endings.join(',')}}`, kind: WatchKind.Change },
      { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
    );
  }

  /** To be called when a configuration may have come or gone. */
  refresh(): void {
    this.#session.configurations.refresh();
    this.#changed();
  }

  /** To be called before the first message comes in. */
  listen(): void {
    const { connection, documents, guard } = this.#session;
    connection.onDidChangeWatchedFiles(({ changes }) =>
      guard.run('reading configurations', () => {
        if (changes.some(({ uri }) => this.#isOurs(uri))) this.refresh();
        this.#changedOther(changes.filter(({ uri }) => !isSettingPath(pathOf(uri))));
      }),
    );
    const look = ({ document }: { readonly document: { readonly uri: DocumentUri } }) => {
      if (this.#isOurs(document.uri)) void guard.run('reading configurations', () => this.refresh());
    };
    documents.onDidChangeContent(look);
    documents.onDidClose(look);
  }

  /** To be called with each document that was checked: its configuration may name files that are not watched yet. */
  async learn(uri: string): Promise<void> {
    const { configuration } = this.#session.configurations.settingsOf(pathOf(uri));
    const names = (configuration?.namedPaths ?? []).map((path) => path.slice(path.lastIndexOf('/') + 1));
    const isWatched = (name: string) =>
      this.#watched.has(name) || endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
    const unwatched = new Set(names.filter((name) => !isWatched(name)));
    for (const name of unwatched) this.#watched.add(name);
    await Promise.all(
      [...unwatched].map((name) => this.#watch({ globPattern: `**/${name.replace(/[*?[\]{}]/g, '?')}` })),
    );
  }

  async #watch(...watchers: FileSystemWatcher[]): Promise<void> {
    const { client, connection } = this.#session;
    if (!client.watchesFiles) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  #isOurs(uri: DocumentUri): boolean {
    const path = pathOf(uri);
    const { configurations } = this.#session;
    return isSettingPath(path) || configurations.isNamed(path) || configurations.areWithin(path);
  }
}

/** What never holds policies. */
function isSettingPath(path: string): boolean {
  return isConfigurationPath(path) || path.endsWith(`/${baselineName}`);
}
