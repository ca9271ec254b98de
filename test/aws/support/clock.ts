import type { Clock } from '../../../server/src/aws/clock.ts';

/**
 * A clock on which nobody waits: when all that is under way has ended, it goes on to the moment that the next sleeper
 * waits for. `begin` and `end` go around what takes no time on this clock.
 */
export interface FakeClock extends Clock {
  readonly begin: () => void;
  readonly end: () => void;
  readonly sleepers: () => number;
}

export function createFakeClock(): FakeClock {
  let now = Date.parse('2026-11-22T08:00:00Z');
  let busy = 0;
  let isTurning = false;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  const turn = () => {
    isTurning = false;
    if (busy > 0 || sleepers.size === 0) return;
    now = Math.max(now, Math.min(...[...sleepers].map(({ until }) => until)));
    for (const sleeper of sleepers)
      if (sleeper.until <= now) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    schedule();
  };
  const schedule = () => {
    if (isTurning) return;
    isTurning = true;
    // Those who have just been woken are to begin what they waited for, before time goes on.
    setImmediate(turn);
  };
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        const onAbort = () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        schedule();
      }),
    begin: () => {
      busy += 1;
    },
    end: () => {
      busy -= 1;
      schedule();
    },
    sleepers: () => sleepers.size,
  };
}
