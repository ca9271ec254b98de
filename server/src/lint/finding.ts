import type { Span } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';

/**
 * error: AWS refuses it or it can never work. warning: it works and is a security weakness. info: it works and is
 * probably not meant, or not needed. hint: could be better.
 */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** True when `a` is as grave as `b` or graver. */
export function atLeast(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) <= severities.indexOf(b);
}

/** What a rule found. Offsets count from the start of the fragment it was found in. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly unnecessary?: boolean;
}

/** Another place of the same file that belongs to the finding. */
export interface RelatedPlace {
  /** The path of the fragment that `span` counts in, joined by `/`; the finding's own where it is left out. */
  readonly fragment?: string;
  readonly span: Span;
  readonly message: string;
}

/** safe: what is allowed stays the same. suggestion: access changes, or a role might stop working. */
export type Applicability = 'safe' | 'suggestion';

export interface Fix {
  readonly title: string;
  readonly applicability: Applicability;
  /** The fix that an editor offers first. */
  readonly preferred?: boolean;
  /** Offsets as the finding's. Undefined where it cannot be written without harm. Worked out only when asked for. */
  readonly changes: () => readonly TextChange[] | undefined;
}
