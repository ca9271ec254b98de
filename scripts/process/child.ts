import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { Failure } from './failure.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the command is ended and counted as failed. */
  readonly timeout?: number;
}

/** Runs a command to its end and answers what it printed; throws with that output where it fails. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const child = startChild(command, args, options);
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  let late = false;
  const limit = options.timeout ?? 300_000;
  const timer = setTimeout(() => {
    late = true;
    void stopChild(child);
  }, limit);
  const code = await exitOf(child);
  clearTimeout(timer);
  const name = [command, ...args].join(' ');
  if (late) throw new Failure(`${name}\ndid not end within ${limit / 1000} s\n${output}`);
  if (code !== 0) throw new Failure(`${name}\nended with code ${code}\n${output}`);
  return output;
}

/** Starts a command in its own process group, so that it can be stopped together with what it started. */
export function startChild(command: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
  return spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/** The exit code; -1 where the command could not be started or was ended by a signal. */
export function exitOf(child: ChildProcess): Promise<number> {
  if (hasEnded(child)) return Promise.resolve(child.exitCode ?? -1);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`Cannot start ${child.spawnfile}: ${error.message}`)));
    child.once('close', (code) => resolve(code ?? -1));
  });
}

/** Ends a child and everything below it; by force where it has not ended after three seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  signalTree(child.pid, 'SIGTERM');
  const deadline = Date.now() + 3000;
  while (isGroupAlive(child) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  if (isGroupAlive(child)) signalTree(child.pid, 'SIGKILL');
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function isGroupAlive(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  if (process.platform === 'win32') return !hasEnded(child);
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signalTree(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}
