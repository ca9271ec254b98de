import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from '../root.ts';
import { Failure } from './failure.ts';
import { say } from './progress.ts';

const longest = 10 * 60_000;

/**
 * Runs work that only one process of this checkout may do at a time, such as unpacking the editor.
 * A lock left by a process that no longer lives is taken over.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(cacheFolder, `${name}.lock`);
  mkdirSync(cacheFolder, { recursive: true });
  const deadline = Date.now() + longest;
  for (let told = false; !take(file); told = true) {
    if (!told) say(`Waiting for another process that holds the lock "${name}"`);
    if (Date.now() > deadline) throw new Failure(`Another process holds ${file} for too long; remove that file.`);
    await delay(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

function isAbandoned(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (!(pid > 0)) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
