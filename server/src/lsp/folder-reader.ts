import { isConfigurationPath } from '../service/analyse-configuration.ts';
import { pathOf } from './document-uri.ts';
import { type Failed, scanWorkspace } from './scan-workspace.ts';
import type { Session } from './session.ts';

export interface FolderReaderHooks {
  /** A configuration lies in a folder that came later. */
  readonly onConfiguration: () => void;
  /** All that was to be read is read. */
  readonly onEnd: () => void;
}

/**
 * Reads what lies in folders of the editor, so that chains are seen whole: first in all of them, then in those that come.
 * Until the end of the last one nothing is said that more files may change.
 */
export class FolderReader {
  readonly #session: Session;
  readonly #hooks: FolderReaderHooks;
  #reading: Promise<void> = Promise.resolve();
  /** The first reading counts before it is asked for. */
  #waiting = 1;
  /** By the folders that were read together: where there were too many files in them. */
  readonly #cut = new Map<string, readonly string[]>();

  constructor(session: Session, hooks: FolderReaderHooks) {
    this.#session = session;
    this.#hooks = hooks;
  }

  /** What lies in the folders that there are when it begins. */
  readAll(): Promise<void> {
    return this.#enqueue(() => this.#scan(this.#session.folders.all()));
  }

  /** `uris` are folders of the editor, or folders in them. */
  read(uris: readonly string[]): Promise<void> {
    this.#waiting++;
    this.#session.chains.begin();
    return this.#enqueue(async () => {
      if (await this.#scan(uris)) this.#hooks.onConfiguration();
    });
  }

  /** To be called when folders are open no more: what was left out of them is not missing now. */
  forget(): void {
    for (const [key, uris] of this.#cut) if (!uris.some((uri) => this.#isHeld(uri))) this.#cut.delete(key);
    if (this.#waiting === 0) this.#complete();
  }

  #isHeld(uri: string): boolean {
    const { folders } = this.#session;
    return folders.of(`${uri}/`) !== undefined;
  }

  #complete(): void {
    const { chains, mostFiles } = this.#session;
    chains.complete(this.#cut.size > 0 ? mostFiles : undefined);
  }

  #enqueue(work: () => Promise<unknown>): Promise<void> {
    const { guard } = this.#session;
    this.#reading = this.#reading.then(async () => {
      await guard.run('reading the workspace', async () => {
        await work();
      });
      this.#waiting--;
      if (this.#waiting > 0) return;
      // Whatever becomes of it, requests wait for its end.
      this.#complete();
      this.#hooks.onEnd();
    });
    return this.#reading;
  }

  /** Answers whether there is a configuration. */
  async #scan(uris: readonly string[]): Promise<boolean> {
    const { chains, files, connection, mostFiles } = this.#session;
    let hasConfiguration = false;
    const read = (path: string) => {
      hasConfiguration ||= isConfigurationPath(path);
      return chains.read(path);
    };
    const isFollowed = (path: string) => !files.leadsOut(path);
    const folders = uris.filter((uri) => isFollowed(pathOf(uri)));
    const { left, failed } = await scanWorkspace(folders, read, isFollowed, mostFiles);
    const key = uris.join('\n');
    this.#cut.delete(key);
    if (left > 0) this.#cut.set(key, uris);
    if (left > 0)
      connection.console.warn(
        `${left === 1 ? '1 file of the workspace is' : `${left} files of the workspace are`} not looked at: there are more than ${mostFiles}. Roles in them are missing in chains, and nothing is found that they might take back.`,
      );
    if (failed.length > 0) connection.console.warn(describeFailed(failed));
    return hasConfiguration;
  }
}

/** So many are named. */
const fewNames = 5;

function describeFailed(failed: readonly Failed[]): string {
  const names = failed.slice(0, fewNames).map(({ path, failure }) => `${path} (${failure})`);
  const more = failed.length > fewNames ? ` and ${failed.length - fewNames} more` : '';
  return `What cannot be looked at is missing in chains: ${names.join(', ')}${more}.`;
}
