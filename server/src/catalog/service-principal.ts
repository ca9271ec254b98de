/** What is known of one service's way to assume the roles that trust it. */
export interface ServicePrincipal {
  /** As written in partition `aws`, without a region. */
  readonly principal: string;
  /**
   * Which key a condition of the trust policy can rely on. `source-arn`: aws:SourceArn. `source-account`: only
   * aws:SourceAccount. `neither`: a condition on either locks the service out.
   */
  readonly sends: 'source-arn' | 'source-account' | 'neither' | 'unknown';
  /** Whether aws:SourceAccount is sent too, as far as established. */
  readonly sendsSourceAccount: boolean;
  /**
   * `established`: AWS has published, or it was verified, that the key is there when the service assumes a role.
   * `open`: not known, reported both ways, or known for one use of the service only.
   * `silent`: known not to send; nothing is to be asked of such a statement.
   */
  readonly grade: 'established' | 'open' | 'silent';
  /**
   * What the value of aws:SourceArn looks like, the usual one first. `${Partition}`, `${Region}` and `${Account}` are
   * those of the resource, other `${…}` its names; `*` is how AWS writes a part that is not pinned.
   */
  readonly arnShapes: readonly string[];
  /** The only use of the service that the evidence speaks of. */
  readonly uses?: string;
  /** Other condition keys by which the service is documented to tell for whom it acts. */
  readonly alternativeKeys?: readonly AlternativeKey[];
  /**
   * The value that the service sends itself ends in a literal `*`: a pattern that is narrower than the shape never
   * matches, and StringEquals on the shape does.
   */
  readonly wildcardIsLiteral?: true;
  /** Whether a user guide of AWS shows the key on a role that this service assumes; false: test before rollout. */
  readonly documentedByService: boolean;
  /** A report that adding the key stopped the service from assuming the role. */
  readonly breaks?: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly note?: string;
}

/** A condition key beside aws:SourceArn and aws:SourceAccount. */
export interface AlternativeKey {
  readonly key: string;
  /** The value, in the form of `arnShapes`; undefined where it is the user's choice. */
  readonly value?: string;
}

/**
 * `verified`: read in AWS's own text for this service. `aws-published`: said by AWS elsewhere, in a tool or a sample.
 * `conflicting`: said and denied. `reported`: by users. `widely-known`: not read again. `none`: no statement found.
 */
export type Evidence = 'verified' | 'aws-published' | 'conflicting' | 'reported' | 'widely-known' | 'none';
