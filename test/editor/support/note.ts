import { appendFileSync } from 'node:fs';
import type { TestEvent } from '../../../scripts/testing/events.ts';

/** Tells what was measured: the launcher prints it beside the results. */
export function note(text: string): void {
  const event: TestEvent = { kind: 'note', text };
  appendFileSync(process.env.ROLECHAIN_RESULTS ?? '', `${JSON.stringify(event)}\n`);
}
