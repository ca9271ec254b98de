import type { Steps } from '../base/steps.ts';
import { whenQuiet } from './quiet.ts';

/** Milliseconds of work before others get their turn: a quarter of a frame of the display, which a key may have to wait. */
export const slice = 4;

export interface SliceOptions {
  /** False: the result is not wanted any more. */
  readonly isCurrent: () => boolean;
  /** True while something is under way that goes before this work. */
  readonly isAnswering: () => boolean;
  /** In milliseconds; tests have their own. */
  readonly now?: () => number;
}

/** A result and the milliseconds of work that it took, without those of others in between. */
export interface Worked<Result> {
  readonly result: Result;
  readonly took: number;
}

/**
 * Takes the steps in slices, between which all that has arrived is read and answered. Undefined where the result was not
 * wanted any more before the last step: the steps that are left are never taken. What a step throws, it throws.
 */
export async function workInSlices<Result>(
  steps: Steps<Result>,
  { isCurrent, isAnswering, now = () => performance.now() }: SliceOptions,
): Promise<Worked<Result> | undefined> {
  let took = 0;
  for (;;) {
    await new Promise<void>((resolve) => whenQuiet(isAnswering, resolve));
    if (!isCurrent()) {
      steps.return(undefined as never);
      return undefined;
    }
    const started = now();
    while (now() - started < slice) {
      const step = steps.next();
      if (step.done) return { result: step.value, took: took + now() - started };
    }
    took += now() - started;
  }
}
