import type { Account, Organization, Unit } from '../organization/organization.ts';

/** Where organizations are loaded from. `aws/` implements it; the entries hand it to whoever needs it. */
export interface OrganizationsAccess {
  /** Names of profiles of the AWS configuration files; `undefined`, the default credential chain, is not among them. */
  readonly listProfiles: () => Promise<readonly string[]>;
  /** Asks nothing of AWS yet. */
  readonly openOrganizations: (options: OpenOptions) => Promise<OrganizationsSource>;
}

export interface OpenOptions {
  /** Undefined: the default credential chain. */
  readonly profile?: string;
  /** Ends whatever is under way, at once. */
  readonly signal?: AbortSignal;
  /** Asks the person for the code of an MFA device, named by its serial number or ARN. Without it MFA profiles fail. */
  readonly askMfaCode?: (device: string) => Promise<string>;
}

/**
 * The organization that one profile leads to. Everything rejects with an `OrganizationFailure` and nothing else. A call's
 * own signal ends that call, the signal of `OpenOptions` all of them.
 */
export interface OrganizationsSource {
  readonly describe: (signal?: AbortSignal) => Promise<OrganizationDescription>;
  /**
   * The organization with its root and what is directly in it, no accounts. `onFirst` is told as soon as the first page
   * is there, which takes three calls; what it gets is not whole where the root holds more, so it is not to be kept.
   */
  readonly loadFirst: (onFirst?: (organization: Organization) => void, signal?: AbortSignal) => Promise<Organization>;
  /** The units directly in a unit or the root, in the order of their names. */
  readonly loadUnits: (unitId: string, signal?: AbortSignal) => Promise<readonly Unit[]>;
  /** The accounts directly in a unit or the root, in the order of their names. */
  readonly loadAccounts: (unitId: string, signal?: AbortSignal) => Promise<readonly Account[]>;
  /** The path of a unit, `o-…/r-…/ou-…/`, without loading what is beside it. */
  readonly findPath: (unitId: string, signal?: AbortSignal) => Promise<string>;
  /**
   * Loads what is not loaded in `start`, at a rate that AWS permits. Where it fails half way, the last call of
   * `onProgress` has all that was loaded.
   */
  readonly loadAll: (
    start: Organization,
    onProgress?: (progress: LoadProgress) => void,
    signal?: AbortSignal,
  ) => Promise<Organization>;
}

export interface OrganizationDescription {
  readonly organization: { readonly id: string; readonly managementAccount?: string };
  readonly partition: string;
  /** The account that the credentials belong to; undefined where STS did not say. */
  readonly callerAccount?: string;
}

export interface LoadProgress {
  readonly organization: Organization;
  /** Units, the root among them, of which everything directly in them is loaded. */
  readonly unitsLoaded: number;
  /** Units known so far, the root among them. */
  readonly unitsKnown: number;
  readonly accounts: number;
}

export type FailureKind =
  | 'no-credentials'
  | 'expired'
  | 'access-denied'
  | 'member-account'
  | 'not-in-organization'
  | 'throttled'
  | 'network'
  | 'cancelled'
  | 'other';

/** Why an organization could not be loaded. `message` is a clear sentence or two: what is wrong, and the next step. */
export class OrganizationFailure extends Error {
  readonly kind: FailureKind;
  /** The action that was refused or failed, as policies write it: `organizations:ListRoots`. */
  readonly action: string | undefined;
  /** The command that helps, to be run in a terminal: `aws sso login --profile security`. */
  readonly command: string | undefined;

  constructor(kind: FailureKind, message: string, more: { readonly action?: string; readonly command?: string } = {}) {
    super(message);
    this.name = 'OrganizationFailure';
    this.kind = kind;
    this.action = more.action;
    this.command = more.command;
  }
}

/** True for such a failure, also of another file of the product: each has a class of its own, so `instanceof` does not do. */
export function isOrganizationFailure(error: unknown): error is OrganizationFailure {
  return error instanceof Error && error.name === 'OrganizationFailure';
}
