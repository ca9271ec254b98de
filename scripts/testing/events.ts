/** What a suite tells while it runs, one after the other; `end` is missing where it crashed. */
export type TestEvent =
  | { readonly kind: 'pass'; readonly title: readonly string[]; readonly file: string; readonly duration: number }
  /** It failed and is run once more. */
  | { readonly kind: 'retry'; readonly title: readonly string[]; readonly file: string; readonly error: string }
  | { readonly kind: 'skip'; readonly title: readonly string[]; readonly file: string }
  | { readonly kind: 'fail'; readonly title: readonly string[]; readonly file: string; readonly error: string }
  /** Something that was measured. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'end' };

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const addOutcomes = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
  failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
  skipped: outcomes.reduce((sum, outcome) => sum + outcome.skipped, 0),
});
