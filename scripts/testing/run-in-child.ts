/**
 * Runs mocha over built test files in a process of its own; every result goes to the parent.
 * A file that does not load is one failure and does not keep the others from running.
 */
import path from 'node:path';
import Mocha from 'mocha';
import type { TestEvent } from './events.ts';
import { createReporter, describeError } from './reporter.ts';

interface Job {
  readonly files: readonly string[];
  readonly grep: string | undefined;
}

const send = (event: TestEvent): void => void process.send?.(event);

process.once('message', (job: Job) => void runJob(job));

async function runJob(job: Job): Promise<void> {
  const options: Mocha.MochaOptions = { ui: 'bdd', timeout: 20_000, reporter: createReporter(send) };
  const mocha = new Mocha(job.grep === undefined ? options : { ...options, grep: job.grep });
  let unloaded = 0;
  for (const file of job.files) {
    mocha.files = [file];
    try {
      await mocha.loadFilesAsync();
    } catch (error) {
      unloaded += 1;
      send({ kind: 'fail', title: [path.relative('out', file), 'loads'], file, error: describeError(error) });
    }
  }
  mocha.run((failures) => {
    // What a failed test leaves open, such as a server, would keep this process alive: leave once all is handed over.
    const code = failures + unloaded > 0 ? 1 : 0;
    process.once('disconnect', () => process.exit(code));
    process.disconnect();
  });
}
