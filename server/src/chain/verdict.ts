import type { Origin } from '../role/grant.ts';

/** Whether one entity may assume another. */
export interface Verdict {
  /**
   * `blocked` only if no value of what is not known lets the call succeed; `allowed` without assumptions only if every
   * value does.
   */
  readonly verdict: 'allowed' | 'blocked';
  /** What was taken for true because it is not known: sentences, jointly possible, as few as can be. */
  readonly assumptions: readonly Assumption[];
  readonly reasons: readonly Reason[];
}

export interface Assumption {
  /** "`${SecurityOperationsAccountID}` is the account of `lambda-s3`". */
  readonly sentence: string;
  /** The unknown that it gives a value: an id of `Unknown`, a context key (`key:aws:SourceIp`), or an unseen policy's id. */
  readonly about: string;
}

/** What one statement, or the lack of one, does to a call. */
export interface Reason {
  readonly side: 'source' | 'target' | 'boundary' | 'scp' | 'rcp' | 'session';
  /** `none`: no statement applies; `origin` then is the statement that comes nearest, if there is one. */
  readonly effect: 'allow' | 'deny' | 'none';
  /** A whole sentence that names the user's own values. */
  readonly message: string;
  readonly origin?: Origin;
  /** The part of the statement that decides. */
  readonly part?: StatementPart;
}

export type StatementPart =
  | { readonly element: 'action' | 'resource' | 'principal'; readonly index?: number }
  /** A condition, or one of its values. */
  | { readonly element: 'condition'; readonly index: number; readonly value?: number };
