import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { messageOf } from './failure.ts';
import { onStop } from './stop.ts';

type Work = () => void | Promise<void>;

/** What has to be undone at the end, in the opposite order of its making. */
export class Cleanup {
  readonly #work: Work[] = [];

  add(work: Work): void {
    this.#work.push(work);
  }

  /** A fresh folder outside the checkout that is gone afterwards. */
  temporaryFolder(name: string): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), `rolechain-${name}-`));
    this.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
    return folder;
  }

  /** Undoes everything, also where one of the steps fails. May be called twice. */
  async run(): Promise<void> {
    for (let work = this.#work.pop(); work !== undefined; work = this.#work.pop()) {
      try {
        await work();
      } catch (error) {
        console.error(`Cleaning up: ${messageOf(error)}`);
      }
    }
  }
}

/** Runs work that leaves nothing behind: neither when it fails nor when the user stops it, which ends with this code. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>, stopCode = 130): Promise<T> {
  const cleanup = new Cleanup();
  let stopping: Promise<never> | undefined;
  const forget = onStop(() => {
    stopping = cleanup.run().then(() => process.exit(stopCode));
  });
  try {
    return await work(cleanup);
  } finally {
    // Stopping breaks off the work; what that throws is no news, and the process ends by itself.
    await stopping;
    await cleanup.run();
    forget();
  }
}
