/** Work in small steps: whoever takes them may let others have their turn in between, or stop. */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes all steps at once. */
export function takeAll<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
