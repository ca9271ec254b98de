import path from 'node:path';
import { root } from '../root.ts';
import type { Outcome, TestEvent } from './events.ts';

interface Group {
  readonly name: string;
  passed: number;
  failed: number;
  skipped: number;
  duration: number;
}

/** Collects one suite's results, prints a line per group while they come in and what failed at the end. */
export class SuitePrinter {
  readonly #failures: { readonly title: string; readonly error: string }[] = [];
  #group: Group | undefined;
  #passed = 0;
  #skipped = 0;
  #ended = false;
  #last = 'none';
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
    console.log(`\n${name}`);
  }

  add(event: TestEvent): void {
    if (event.kind === 'end') {
      this.#flush();
      this.#ended = true;
      return;
    }
    if (event.kind === 'note') {
      console.log(`  · ${event.text}`);
      return;
    }
    this.#last = event.title.join(' › ');
    const group = this.#enter(event.title[0] ?? '');
    if (event.kind === 'retry') {
      console.log(`  ↻ ${this.#last} is run once more, after:\n${indent(shorten(event.error))}`);
      return;
    }
    if (event.kind === 'pass') {
      this.#passed += 1;
      group.passed += 1;
      group.duration += event.duration;
      return;
    }
    if (event.kind === 'skip') {
      this.#skipped += 1;
      group.skipped += 1;
      return;
    }
    group.failed += 1;
    this.#failures.push({ title: event.title.join(' › '), error: event.error });
  }

  /**
   * Adds what went wrong outside of any test and answers the counts: a suite that ran nothing has failed, unless the
   * tests that were asked for may all be in another one.
   */
  finish(crash?: string, mayBeEmpty = false): Outcome {
    this.#flush();
    const ran = this.#passed + this.#failures.length + this.#skipped;
    if (crash !== undefined || !this.#ended) {
      const why = crash ?? 'It stopped without saying why.';
      this.#failures.push({ title: `${this.#name} did not end`, error: `${why}\nLast test that ended: ${this.#last}` });
    } else if (ran === 0 && !mayBeEmpty) {
      this.#failures.push({ title: `${this.#name} ran no test`, error: 'No test file, or none matches.' });
    }
    for (const [index, failure] of this.#failures.entries()) {
      console.log(`\n  ${index + 1}) ${failure.title}\n${indent(shorten(failure.error))}`);
    }
    return { passed: this.#passed, failed: this.#failures.length, skipped: this.#skipped };
  }

  #enter(name: string): Group {
    if (this.#group?.name === name) return this.#group;
    this.#flush();
    this.#group = { name, passed: 0, failed: 0, skipped: 0, duration: 0 };
    return this.#group;
  }

  #flush(): void {
    const group = this.#group;
    this.#group = undefined;
    if (group === undefined) return;
    const mark = group.failed > 0 ? '✗' : group.passed > 0 ? '✓' : '-';
    const parts = [`${group.passed} passed`];
    if (group.failed > 0) parts.push(`${group.failed} failed`);
    if (group.skipped > 0) parts.push(`${group.skipped} skipped`);
    console.log(`  ${mark} ${group.name} (${parts.join(', ')}, ${Math.round(group.duration)} ms)`);
  }
}

/** Frames of mocha and Node say nothing about our code; paths are shown from the checkout. */
function shorten(error: string): string {
  const frames = /^\s+at .*(node_modules\/mocha|node:internal)/;
  const lines = error.split('\n').filter((line) => !frames.test(line.replaceAll('\\', '/')));
  return lines
    .join('\n')
    .replaceAll(`file://${root}${path.sep}`, '')
    .replaceAll(root + path.sep, '');
}

const indent = (text: string): string => text.replace(/^/gm, '     ');
