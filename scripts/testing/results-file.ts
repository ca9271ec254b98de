import { existsSync, readFileSync } from 'node:fs';
import type { TestEvent } from './events.ts';

/** Reads what a suite inside an editor wrote: one event per line. A half-written last line is left out. */
export function readResults(file: string): TestEvent[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}
