import type { Text } from './text.ts';

/** One statement of a policy as evaluation needs it: plain data without positions in the text. */
export interface Grant {
  /** Undefined where it is not known. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly origin: Origin;
  /** `Action` or `NotAction`. Undefined, here and below: the element is not there. */
  readonly actions?: Listed;
  /** `Resource` or `NotResource`. */
  readonly resources?: Listed;
  /** `Principal` or `NotPrincipal`. */
  readonly principals?: ListedPrincipals;
  /** All must hold. */
  readonly conditions: readonly GrantCondition[];
  /** False: conditions may apply that are not seen, or the statement may not be there at all. */
  readonly complete: boolean;
  /** False: its policy is of a `Version` before 2012-10-17, in which `${aws:username}` is no variable. */
  readonly hasVariables?: false;
}

/** Where a statement stands; `service/` finds the position. */
export interface Origin {
  /** Path of the file as the workspace has it. */
  readonly file: string;
  /** Names the fragment within its file; the empty string where the file is one. */
  readonly fragment: string;
  /** Number of the policy within its fragment, from 0; below 0 where none is written. */
  readonly policy: number;
  /** Number of the statement within its policy, from 0; below 0 where none is written. */
  readonly statement: number;
  /** For sentences, such as "statement `AllowAssume` of the trust policy of `TargetRole`". */
  readonly label: string;
}

/** The values of an element, or of its `Not…` twin. */
export interface Listed {
  readonly negated: boolean;
  readonly values: readonly Text[];
  /** False: there may be more values than are seen. */
  readonly complete: boolean;
}

export interface ListedPrincipals {
  readonly negated: boolean;
  readonly values: readonly GrantPrincipal[];
  readonly complete: boolean;
}

export interface GrantPrincipal {
  /** As written: `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for the bare wildcard. */
  readonly type: string;
  readonly value: Text;
}

/** One key under one operator. */
export interface GrantCondition {
  /** As written, such as `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Text[];
  readonly complete: boolean;
}
