import type { PolicyKind } from './policy-kind.ts';

/**
 * Where a policy stands in a JSON file that is the input or the output of an AWS API operation, as the AWS CLI takes
 * and prints it. A row says where to look; what is found there is a policy only if it is an object with `Statement`,
 * or a string that holds one.
 */
export interface PolicyWrapper {
  /** The operations whose files look so. */
  readonly label: string;
  /** Paths from the root that all have to exist, dots between keys, `[]` for some item of a list. */
  readonly when: readonly string[];
  /** Paths of which none may exist: they make it a file of another operation. */
  readonly unless?: readonly string[];
  /** The only keys the root may have, for files that have no key of their own to know them by. */
  readonly only?: readonly string[];
  /** From the root to the policy; `[]` is every item of a list. */
  readonly path: readonly string[];
  /**
   * `by-type`: what stands at `typePath` says, see `kindOfOrganizationPolicy`.
   * `by-content`: the file does not say; the policy itself has to.
   */
  readonly kind: PolicyKind | 'by-type' | 'by-content';
  readonly typePath?: readonly string[];
  /** IAM answers with percent-encoded JSON (RFC 3986); the AWS CLI decodes it, an SDK's output may not be. */
  readonly percentEncoded?: true;
  readonly source: string;
}

/** A row as it is written down: paths with dots between their steps. */
export type PolicyWrapperRow = Omit<PolicyWrapper, 'path' | 'typePath' | 'source'> & {
  readonly path: string;
  readonly typePath?: string;
};
