import type { Applicability, Severity } from '../../../server/src/lint/finding.ts';
import type { KnownOrganizations } from '../../../server/src/lint/known-organizations.ts';
import type { PolicyKind } from '../../../server/src/policy/kind.ts';
import type { Form } from './rendering.ts';

/** A text with marks, `<|…|>` or `<|>`, and what one rule finds at them. */
export type RuleCase = PolicyCase | StatementCase | TextCase;

interface CommonCase {
  readonly name: string;
  /** Where it differs from the suite's. */
  readonly kind?: PolicyKind;
  /** In the order of the marks. None: the rule is silent. */
  readonly finds?: readonly (string | ExpectedFinding)[];
  /** See `AnalysisOptions`; default false. */
  readonly editorReportsSyntax?: boolean;
  /** See `AnalysisOptions`; default: the suite's. */
  readonly organizations?: KnownOrganizations;
  /** Default: data as on the day on which it was fresh. */
  readonly data?: 'old' | 'none';
}

/** A policy as JSON text. It is checked in every form that a policy of its kind may have. */
export interface PolicyCase extends CommonCase {
  readonly policy: string;
  /** Only in these forms. */
  readonly forms?: readonly Form[];
}

/** The same for a policy of one statement, of which only the statement is given. */
export interface StatementCase extends CommonCase {
  readonly statement: string;
  readonly forms?: readonly Form[];
}

/** A text that has one form only: half-typed, with comments, in a YAML of its own kind. */
export interface TextCase extends CommonCase {
  readonly file: string;
  readonly text: string;
}

export interface ExpectedFinding {
  readonly message: string;
  /** Number of the mark, where it is not the finding's own place in the list. */
  readonly at?: number;
  /** Default: the rule's. */
  readonly severity?: Severity;
  /** Other places, by their marks. Not compared where left out. */
  readonly related?: readonly { readonly at: number; readonly message: string }[];
  /** All the fixes offered, in their order. Not compared where left out, but applied: see `checkFixes`. */
  readonly fixes?: readonly ExpectedFix[];
}

export interface ExpectedFix {
  readonly title: string;
  readonly applicability?: Applicability;
  /**
   * What the fix makes of the case's policy, statement or text: JSON compared by value for the former two, the exact
   * text for the last. It may depend on the form. Null: the fix cannot be written here.
   */
  readonly result: string | null | ((form: Form) => string | null);
  /** Rules that find something only after the fix. */
  readonly brings?: readonly string[];
}
