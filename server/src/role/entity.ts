import type { Grant, Origin } from './grant.ts';
import type { Text } from './text.ts';

/** Who may assume, and what may be assumed. `anyone` stands for every role of some or all accounts. */
export type EntityKind = 'role' | 'user' | 'function' | 'service' | 'federated' | 'account' | 'anyone';

/** One entity of the graph, with all that the workspace knows of it. Plain data. */
export interface Entity {
  /** Unique in the workspace: the logical id or name, prefixed by `file#` where two share one. */
  readonly id: string;
  readonly kind: EntityKind;
  /** The role's or user's name; a function's name; the service principal; the provider's ARN; the account id. */
  readonly name: Text;
  /** `/`, `/Deploy/`; undefined for what has none. */
  readonly path?: Text;
  /** Where it lives. Several for a role of a stack set: one that answers to each unit it is deployed to. */
  readonly places: readonly Place[];
  /** Where it is written; undefined: it is only named, and what it permits is not in sight. */
  readonly source?: EntitySource;
  /** Undefined: not in sight (`source` undefined), or the kind has none. Empty: nobody may assume it. */
  readonly trust?: readonly Grant[];
  /** Statements of all identity policies in sight. */
  readonly permissions: readonly Grant[];
  /** Policies that are attached and not in sight. */
  readonly unseen: readonly UnseenPolicy[];
  /** Undefined: it has none. */
  readonly boundary?: Boundary;
  /** Policies passed with the session, where something in the workspace says so; each cuts what the role may do. */
  readonly sessionPolicies?: readonly (readonly Grant[])[];
  /** Tags of the role or user. `complete` false: there may be more. */
  readonly tags: EntityTags;
  /** Seconds. */
  readonly maxSessionDuration?: number;
  /** Ids of functions whose `Role` is this role, in sight. */
  readonly functions: readonly string[];
  /** For a function: its role's id, and its ARN. */
  readonly runsAs?: string;
  readonly arn?: Text;
  readonly isServiceLinked?: boolean;
}

export interface EntityTags {
  readonly values: readonly { readonly key: string; readonly value: Text }[];
  readonly complete: boolean;
}

export interface EntitySource {
  readonly file: string;
  readonly fragment: string;
  /** The resource or the entity in the file, for sentences. */
  readonly label: string;
}

/** An account, and where it is in its organization. */
export interface Place {
  readonly account: Text;
  /**
   * `o-…/r-…/ou-…/` of the unit that holds the account, as `aws:PrincipalOrgPaths` has it: literal, or a known unit
   * followed by an unknown of type `path`. `none`: the account is in no organization. Undefined: not known, and it may
   * be in none.
   */
  readonly organizationPath?: Text | 'none';
  /** Whether it is the organization's management account; undefined where that is not known. */
  readonly isManagement?: boolean;
  /** The unit that a stack set deploys to, for the sentence of an assumption. */
  readonly unit?: string;
  /**
   * Of an entity that lives in several places: id of the unknown that stands for this place's account in the entity's
   * own texts.
   */
  readonly standsFor?: string;
}

/** A policy that the workspace names and does not hold. */
export interface UnseenPolicy {
  /** For sentences, such as "`arn:aws:iam::aws:policy/ReadOnlyAccess`". */
  readonly label: string;
  /** Unique in the workspace; the same policy has the same id everywhere. */
  readonly id: string;
  /** What is known of it nevertheless. Absent: it may allow and deny anything. */
  readonly known?: { readonly mayAllow: boolean; readonly mayDeny: boolean };
  /** Nothing names it: it stands for all that may be in files that were not read. */
  readonly isUnread?: true;
}

/** A permissions boundary: in sight, or not. */
export type Boundary =
  | { readonly type: 'seen'; readonly grants: readonly Grant[]; readonly label: string }
  | { readonly type: 'unseen'; readonly policy: UnseenPolicy };

/** A policy of the organization, and what it is attached to. */
export interface AttachedControlPolicy {
  readonly kind: 'scp' | 'rcp';
  readonly label: string;
  readonly grants: readonly Grant[];
  /** Organization paths of roots and units (closed by `/`), ids of units or roots, and account ids. */
  readonly targets: readonly Text[];
  readonly origin: Omit<Origin, 'statement'>;
}

/** All that a workspace says of who may assume what. */
export interface World {
  readonly entities: readonly Entity[];
  readonly controlPolicies: readonly AttachedControlPolicy[];
  /** The partition of every ARN that is made up, such as `aws`. */
  readonly partition: Text;
  /** The workspace has more files than this, and no others were read: they may declare roles and attach policies. */
  readonly cutAt?: number;
  /** Of the organization that is known, for `aws:PrincipalOrgID` and its kin; undefined: not known. */
  readonly organization?: { readonly id: string; readonly managementAccount?: string };
}
