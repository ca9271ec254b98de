import type { Span } from '../base/span.ts';
import type { PolicyKind } from '../policy/kind.ts';
import type { RuleSettings } from './run.ts';

/** The name under which a configuration is found, in the folder of a file or above it. */
export const configurationName = 'rolechain.config.json';

/** The name that a baseline gets where the configuration gives none. */
export const baselineName = 'rolechain.baseline.json';

/** What a configuration says; a key that is left out, or cannot be used, is not there. Globs are those of `matches`. */
export interface Configuration {
  readonly rules?: RuleSettings;
  /** Of several that name a file, the later ones win. */
  readonly overrides?: readonly Override[];
  /** Globs of files that are not checked. */
  readonly ignore?: readonly string[];
  readonly suppressions?: readonly ConfiguredSuppression[];
  /** Name to account id. */
  readonly accounts?: Readonly<Record<string, string>>;
  readonly organization?: { readonly file: string };
  /** Values of template parameters: for all files, or by glob. */
  readonly parameters?: ParameterValues | readonly FileParameters[];
  readonly deployments?: readonly Deployment[];
  readonly roles?: readonly ConfiguredRole[];
  readonly controlPolicies?: readonly ControlPolicy[];
  /** The file of accepted findings, relative to the configuration's folder. */
  readonly baseline?: string;
}

/** Words for some files. */
export interface Override {
  readonly files: readonly string[];
  readonly rules?: RuleSettings;
  /** What the policies are that stand alone in these files. */
  readonly kind?: PolicyKind;
}

/** Findings that are accepted: all of one rule in some files, or only those in one statement or resource. */
export interface ConfiguredSuppression {
  /** A glob. */
  readonly file: string;
  readonly rule: string;
  readonly sid?: string;
  readonly logicalId?: string;
  readonly reason?: string;
  /** Where it is written in the configuration. */
  readonly span: Span;
}

/** By parameter name. */
export type ParameterValues = Readonly<Record<string, string | readonly string[]>>;

/** Has `values`, `from`, or both. */
export interface FileParameters {
  readonly files: readonly string[];
  /** These go before those of `from`. */
  readonly values?: ParameterValues;
  /** Files of parameters that the deployments use; of several, the later ones win. */
  readonly from?: readonly NamedFile[];
}

/** A file that the configuration names, relative to its folder, and where it does. */
export interface NamedFile {
  readonly file: string;
  readonly span: Span;
}

/** Where the roles of some files live: in one account, or in all accounts below some organizational units. */
export interface Deployment {
  readonly files: readonly string[];
  /** An account id, or a name of `accounts`. */
  readonly account?: string;
  /** Organization paths as in `aws:PrincipalOrgPaths`. */
  readonly organizationalUnits?: readonly string[];
}

/** Files that make one role together, relative to the configuration's folder. */
export interface ConfiguredRole {
  readonly name: string;
  /** `/` or `/Deploy/`. */
  readonly path?: string;
  /** An account id, or a name of `accounts`. */
  readonly account?: string;
  readonly trust?: string;
  readonly permissions?: readonly string[];
  readonly boundary?: string;
}

/** A policy of the organization and where it is attached. */
export interface ControlPolicy {
  readonly file: string;
  readonly kind: 'scp' | 'rcp';
  /** Organization paths or account ids. */
  readonly targets?: readonly string[];
}
