import { fork } from 'node:child_process';
import { buildTests, builtTest } from '../build/tests.ts';
import { root } from '../root.ts';
import type { Outcome, TestEvent } from './events.ts';
import { SuitePrinter } from './printer.ts';

export interface NodeSuite {
  readonly name: string;
  readonly sources: readonly string[];
  readonly grep?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** The whole suite may take this long; a single test has mocha's own limit. */
  readonly minutes?: number;
}

/** Builds these test files and runs them with mocha in a process of their own. */
export async function runNodeSuite(suite: NodeSuite): Promise<Outcome> {
  const printer = new SuitePrinter(suite.name);
  await buildTests(suite.sources);
  const child = fork(`${import.meta.dirname}/run-in-child.ts`, {
    cwd: root,
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, ...suite.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.on('message', (event: TestEvent) => printer.add(event));
  child.send({ files: suite.sources.map(builtTest), grep: suite.grep });
  const crash = await waitFor(child, suite.minutes ?? 15);
  process.off('exit', kill);
  return printer.finish(crash);
}

function waitFor(child: ReturnType<typeof fork>, minutes: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (late) resolve(`It was ended after ${minutes} minutes.`);
      else resolve(code === 0 || code === 1 ? undefined : `Its process ended with ${signal ?? `code ${code}`}.`);
    });
  });
}
