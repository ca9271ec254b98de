import Mocha from 'mocha';
import type { TestEvent } from './events.ts';
import { mapStack } from './source-stack.ts';

/**
 * A mocha reporter that prints nothing and hands every result on, so that a crash of the process
 * shows as a missing end instead of as silence.
 */
export function createReporter(send: (event: TestEvent) => void): Mocha.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
      super(runner, options);
      runner.on('pass', (test) => {
        send({ kind: 'pass', ...describeTest(test), duration: test.duration ?? 0 });
      });
      runner.on('pending', (test) => send({ kind: 'skip', ...describeTest(test) }));
      runner.on('retry', (test, error: unknown) =>
        send({ kind: 'retry', ...describeTest(test), error: describeError(error) }),
      );
      runner.on('fail', (test, error: unknown) =>
        send({ kind: 'fail', ...describeTest(test), error: describeError(error) }),
      );
      runner.once('end', () => send({ kind: 'end' }));
    }
  };
}

function describeTest(test: Mocha.Runnable): { title: readonly string[]; file: string } {
  return { title: test.titlePath(), file: test.file ?? '' };
}

/** An error as a reader of the results needs it: message, difference, and where in the sources. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = mapStack(error.stack ?? String(error));
  // node:assert puts the difference into the message; other libraries leave it to the reporter.
  if (!('expected' in error && 'actual' in error) || error.name === 'AssertionError') return stack;
  return `${stack}\n  expected: ${show(error.expected)}\n  actual:   ${show(error.actual)}`;
}

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
