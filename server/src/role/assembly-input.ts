import type { Organization } from '../organization/organization.ts';
import type { FileDeclarations } from './declaration.ts';

/** A file of the workspace, with what the configuration says of it: globs are matched by the caller. */
export interface WorkspaceFile {
  readonly declarations: FileDeclarations;
  /** Values of its parameters, by name. */
  readonly parameters?: Readonly<Record<string, GivenValue>>;
  /** Where its roles live; several where they are deployed more than once. */
  readonly deployments?: readonly AssemblyDeployment[];
}

/** The word of the configuration, or what a file of parameters has that it names. */
export type GivenValue = string | readonly string[] | FiledValue;

/** What a deployment is given, which of a parameter of Systems Manager is a name and not the value. */
export interface FiledValue {
  /** As the configuration names it. */
  readonly file: string;
  /** Undefined: there is one, and the file does not tell it. */
  readonly value: string | readonly string[] | undefined;
}

/** What the file's parameter is given; undefined where nobody says. Names like `toString` are good for parameters. */
export function givenValue({ parameters }: WorkspaceFile, name: string): GivenValue | undefined {
  return parameters !== undefined && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
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
