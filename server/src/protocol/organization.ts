/**
 * What an editor asks about AWS Organizations. Of these, only `profiles`, `open`, `units`, `accounts` and `refresh` may
 * call AWS, and the AWS SDK is loaded with the first of them.
 */
export const organizationRequests = {
  /** `ProfilesAnswer` */
  profiles: 'rolechain/organization/profiles',
  /** Without parameters: `KnownOrganization[]`, those that are kept, newest first. */
  known: 'rolechain/organization/known',
  /** `OpenParams` -> `Answer<OpenedOrganization>`: the first level, after at most three calls. */
  open: 'rolechain/organization/open',
  /** `UnitsParams` -> `Answer<UnitContents>` */
  units: 'rolechain/organization/units',
  /** `SourcedParams` -> `Answer<OrganizationAccounts>`, when all of them are loaded. */
  accounts: 'rolechain/organization/accounts',
  /** `RefreshParams` -> `Answer<KnownOrganization>`, when everything is loaded anew. */
  refresh: 'rolechain/organization/refresh',
  /** `ImportParams` -> `Answer<KnownOrganization>` */
  import: 'rolechain/organization/import',
  /** Without parameters: a string, a command line for AWS CloudShell that prints a file to import. */
  shellCommand: 'rolechain/organization/shellCommand',
  /** `OrganizationParams` -> null: what is loaded by then stays. */
  stop: 'rolechain/organization/stop',
  /** `OrganizationParams` -> null */
  forget: 'rolechain/organization/forget',
  /** `PlaceAtParams` -> `PathPlace` */
  placeAt: 'rolechain/organization/placeAt',
  /** `InsertParams` -> `EditAnswer` */
  insert: 'rolechain/organization/insert',
  /** `CheckPathParams` -> `CheckedPath`: for a path that is typed. */
  checkPath: 'rolechain/organization/checkPath',
} as const;

/** Server to editor, `MfaCodeParams` -> `MfaCodeAnswer`. Only sent to editors that say `mfaCodes`. */
export const mfaCodeRequest = 'rolechain/organization/mfaCode';

/** Server to editor, `OrganizationStatus`: each time it changes. Only sent to editors that want `status`. */
export const organizationStatusNotification = 'rolechain/organization/status';

/** What was asked for, or why there is none of it. */
export type Answer<T> =
  | { readonly value: T; readonly failure?: undefined }
  | { readonly value?: undefined; readonly failure: AwsFailure };

export interface AwsFailure {
  /** `no-credentials`, `expired`, `access-denied`, `member-account`, …: see `FailureKind` of the service. */
  readonly kind: string;
  /** A sentence or two: what is wrong, and the next step. */
  readonly message: string;
  /** A command for a terminal that helps: `aws sso login --profile security`. */
  readonly command?: string;
}

export interface ProfilesAnswer {
  /** Of the AWS configuration files. The default credential chain, which has no name, is not among them. */
  readonly profiles: readonly string[];
}

/** Ask AWS with a profile, the default credential chain where there is none; or take what is kept of an organization. */
export type OpenParams =
  | { readonly from: 'aws'; readonly profile?: string }
  | { readonly from: 'known'; readonly organization: string };

export interface OrganizationParams {
  /** `o-…` */
  readonly organization: string;
}

export interface RefreshParams {
  readonly profile?: string;
}

export interface ImportParams {
  /** The text of the file: the editor reads it, for it may lie where the server does not. */
  readonly text: string;
}

/** What is kept of an organization between sessions. */
export interface KnownOrganization {
  readonly id: string;
  /** Of the management account, where it is known; else the id. */
  readonly name: string;
  /** ISO 8601 */
  readonly loadedAt: string;
  readonly source: 'aws' | 'file';
  readonly complete: boolean;
  /** Organizational units and accounts that are loaded. */
  readonly units: number;
  readonly accounts: number;
}

export interface OpenedOrganization {
  readonly organization: KnownOrganization;
  readonly top: UnitContents;
}

/** Which of the two: as AWS has it, which must have been opened before, or as it is kept. */
export interface SourcedParams extends OrganizationParams {
  readonly from: 'aws' | 'known';
}

export interface UnitsParams extends SourcedParams {
  /** `r-…` or `ou-…` */
  readonly unit: string;
  /** Everything below instead of the next level: as far as it is loaded. */
  readonly deep?: boolean;
}

/** A root or organizational unit, and those in it. */
export interface UnitContents {
  readonly unit: UnitItem;
  /** The units above it from the root down; empty for the root. */
  readonly above: readonly UnitItem[];
  readonly units: readonly UnitItem[];
  /** Only the first of them are here yet: ask for the units again. */
  readonly partial?: boolean;
}

export interface UnitItem {
  readonly id: string;
  readonly name: string;
  /** `Workloads / Prod`; the root's own name for the root. */
  readonly names: string;
  /** `o-…/r-…/ou-…/`, with its slash. */
  readonly path: string;
  /** Directly in it; undefined where they are not loaded. */
  readonly units?: number;
  /** In it and everything below; undefined where they are not all loaded. */
  readonly accounts?: number;
}

export interface OrganizationAccounts {
  readonly accounts: readonly AccountItem[];
  /** The account that the credentials belong to, where that is known. */
  readonly callerAccount?: string;
}

export interface AccountItem {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  /** The unit that it is in: `Workloads / Prod`. */
  readonly names: string;
  /** `ACTIVE`, `SUSPENDED`, …, where it is known. */
  readonly status?: string;
}

/** Line and character from 0, in UTF-16 code units, as everywhere in LSP. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface PlaceAtParams {
  readonly uri: string;
  readonly position: TextPosition;
}

/** Where a path goes that is inserted at a position. */
export interface PathPlace {
  /**
   * placeholder: over `<your org path>`; value: over a value of a key that holds paths; list: to the values of such a
   * key; statement: as a condition of the statement; nothing: there is no statement.
   */
  readonly kind: 'placeholder' | 'value' | 'list' | 'statement' | 'nothing';
  /** What that means for the text, for a title: "over `<your org path>`". */
  readonly preview: string;
  /** Of the document that was looked at; undefined for `nothing`. */
  readonly version?: number;
}

export interface InsertParams extends PlaceAtParams {
  /** Of the document in which the position was meant. */
  readonly version: number;
  /** `o-…/r-…/ou-…/*` or `o-…/r-…/ou-…/` */
  readonly paths: readonly string[];
}

/** An edit to apply, or one sentence on why there is none. */
export type EditAnswer<Edit = unknown> =
  | { readonly edit: Edit; readonly problem?: undefined }
  | { readonly edit?: undefined; readonly problem: string };

export interface CheckPathParams {
  readonly path: string;
}

export interface CheckedPath {
  /** One sentence; undefined where the path is well formed. */
  readonly problem?: string;
  /** Where it is well formed and its organization is kept: what it names, or that there is no such place. */
  readonly note?: string;
}

export interface MfaCodeParams {
  /** Serial number or ARN of the device. */
  readonly device: string;
}

export interface MfaCodeAnswer {
  /** Undefined: the person has none to give. */
  readonly code?: string;
}

export interface OrganizationStatus {
  readonly organizations: readonly KnownOrganization[];
  readonly loading?: LoadingStatus;
}

/** An organization that is being loaded at this moment. */
export interface LoadingStatus {
  readonly organization: string;
  readonly unitsLoaded: number;
  readonly unitsKnown: number;
  readonly accounts: number;
}
