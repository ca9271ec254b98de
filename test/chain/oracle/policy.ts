/**
 * Policies as AWS has them, all values known. Nothing here, or in the files beside, is shared with the product: this
 * evaluator is the yardstick of the other one, so it is written apart, slow and plain, from AWS's pages alone.
 */
export interface OraclePolicy {
  readonly Statement: readonly OracleStatement[];
}

export interface OracleStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Principal?: OraclePrincipals;
  readonly NotPrincipal?: OraclePrincipals;
  readonly Condition?: readonly OracleCondition[];
}

/** `type` is `AWS`, `Service`, `Federated`, or `*` for the bare wildcard. */
export type OraclePrincipals = readonly { readonly type: string; readonly value: string }[];

export interface OracleCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The request context: names of keys in lower case; a key that is not there is absent from the request. */
export type Context = ReadonlyMap<string, readonly string[]>;
