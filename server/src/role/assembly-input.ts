import type { Organization } from '../organization/organization.ts';
import type { FileDeclarations } from './declaration.ts';

/** A file of the workspace, with what the configuration says of it: globs are matched by the caller. */
export interface WorkspaceFile {
  readonly declarations: FileDeclarations;
  /** Values of its parameters, by name. */
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
  /** Where its roles live; several where they are deployed more than once. */
  readonly deployments?: readonly AssemblyDeployment[];
}

export interface AssemblyDeployment {
  /** An account id, or a name of `accounts`. */
  readonly account?: string;
  /** Organization paths as in `aws:PrincipalOrgPaths`. */
  readonly organizationalUnits?: readonly string[];
}

/** What the configuration says of the workspace. Files are named as the workspace has them. */
export interface AssemblyConfiguration {
  /** Name to account id. */
  readonly accounts?: Readonly<Record<string, string>>;
  readonly roles?: readonly AssemblyRole[];
  readonly controlPolicies?: readonly AssemblyControlPolicy[];
}

/** Files that make one role together. */
export interface AssemblyRole {
  readonly name: string;
  /** `/` where none is given. */
  readonly path?: string;
  readonly account?: string;
  readonly trust?: string;
  readonly permissions?: readonly string[];
  readonly boundary?: string;
}

export interface AssemblyControlPolicy {
  readonly file: string;
  readonly kind: 'scp' | 'rcp';
  readonly targets?: readonly string[];
}

/** Those that are known, as far as they are loaded. */
export type KnownOrganization = Organization;
