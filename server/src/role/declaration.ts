import type { AttachedControlPolicy, EntitySource, EntityTags } from './entity.ts';
import type { Grant } from './grant.ts';
import type { Text } from './text.ts';

/**
 * What files say of roles, before anything is looked up in other places: plain data without positions in the text.
 * Texts are those of `local-text.ts`.
 */
export type Declaration =
  | IdentityDeclaration
  | PolicyDeclaration
  | UseDeclaration
  | ControlPolicyDeclaration
  | StackDeclaration
  | ParameterDeclaration
  | OutputDeclaration
  | MappingDeclaration
  | GlobalsDeclaration
  | DocumentDeclaration;

/** A role, a user or a group: a resource of a template, or one of an account's dump. */
export interface IdentityDeclaration {
  readonly declares: 'role' | 'user' | 'group';
  /** Logical id, or the name in an output of the AWS CLI. */
  readonly id: string;
  readonly source: EntitySource;
  /** Undefined: CloudFormation makes one up. */
  readonly name?: Text;
  readonly path: Text;
  /** Twelve digits where an output says so. */
  readonly account?: string;
  readonly trust?: readonly Grant[];
  /** Those of inline policies. */
  readonly permissions: readonly Grant[];
  readonly managed: readonly ManagedReference[];
  /** The boundary's ARN. */
  readonly boundary?: Text;
  readonly tags: EntityTags;
  readonly maxSessionDuration?: number;
  /** Names of the groups that a user is in. */
  readonly groups?: readonly Text[];
  /** Something is attached that the file cannot say: for sentences. */
  readonly unseen?: string;
  /** The template's condition under which there is such a resource. */
  readonly condition?: string;
  /** SAM makes the role for a function: what `Globals` says of functions holds for it. */
  readonly madeBySam?: true;
}

/** A managed policy that is attached. */
export interface ManagedReference {
  /** ARN, or for SAM the name of a policy of AWS. */
  readonly policy: Text;
  /** False where it is attached under a condition. */
  readonly certain: boolean;
}

/** The name of what a policy is attached to. */
export interface AttachedTo {
  readonly name: Text;
  /** False where it is attached under a condition. */
  readonly certain: boolean;
}

/** A policy that is a resource of its own, or a managed one of a dump. */
export interface PolicyDeclaration {
  readonly declares: 'policy';
  readonly id: string;
  readonly type: 'inline' | 'managed';
  readonly name?: Text;
  readonly path: Text;
  /** Where an output says so. */
  readonly arn?: string;
  readonly label: string;
  readonly grants: readonly Grant[];
  readonly roles: readonly AttachedTo[];
  readonly users: readonly AttachedTo[];
  readonly groups: readonly AttachedTo[];
  readonly condition?: string;
  /** Where an output says nothing of the account: the folder, to tell accounts side by side apart. */
  readonly folder?: string;
}

/** A resource for which a service assumes a role. */
export interface UseDeclaration {
  readonly declares: 'use';
  readonly id: string;
  readonly source: EntitySource;
  /** The principal, such as `lambda.amazonaws.com`. */
  readonly service: string;
  /** ARNs or names of the roles; several where a template's condition decides. */
  readonly roles: readonly Text[];
  readonly name?: Text;
  /** The ARN without its beginning, `function:` before the name; undefined where the name does not make it up. */
  readonly arn?: { readonly service: string; readonly resource: string };
}

export interface ControlPolicyDeclaration extends Omit<AttachedControlPolicy, 'targets'> {
  readonly declares: 'control-policy';
  readonly id: string;
  readonly targets: readonly Text[];
}

/** A nested stack, an application of SAM, or a stack set. */
export interface StackDeclaration {
  readonly declares: 'stack';
  readonly id: string;
  readonly type: 'nested' | 'stack-set';
  /** Path of the template relative to this file's folder, or its URL. */
  readonly templateUrl?: Text;
  /** What a template that stands in a string declares. */
  readonly template?: readonly Declaration[];
  readonly parameters: readonly { readonly key: string; readonly value: Text }[];
  /** Of a stack set: where it is deployed. */
  readonly targets: readonly StackSetTarget[];
  readonly targetsComplete: boolean;
}

export interface StackSetTarget {
  /** Ids of units or roots. */
  readonly units: readonly Text[];
  readonly accounts: readonly Text[];
  /** As written: `INTERSECTION`, `DIFFERENCE`, `UNION`, `NONE`. */
  readonly filter?: string;
}

export interface ParameterDeclaration {
  readonly declares: 'parameter';
  readonly id: string;
  readonly type: string;
  readonly default?: string;
  /** What the template says of it makes it twelve digits. */
  readonly isAccount?: true;
}

/** A map of `Mappings`: what stands under its two keys, a text or a list. */
export interface MappingDeclaration {
  readonly declares: 'mapping';
  readonly id: string;
  readonly rows: readonly {
    readonly key: string;
    readonly values: readonly { readonly key: string; readonly value: string | { readonly list: readonly string[] } }[];
  }[];
}

export interface OutputDeclaration {
  readonly declares: 'output';
  readonly id: string;
  readonly value: Text;
  readonly exportName?: Text;
}

/** What `Globals` of SAM says of the roles that it makes. */
export interface GlobalsDeclaration {
  readonly declares: 'globals';
  readonly boundary?: Text;
  readonly path?: Text;
  readonly setsTrust: boolean;
}

/** A policy that stands alone in its file. */
export interface DocumentDeclaration {
  readonly declares: 'document';
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly grants: readonly Grant[];
}

/** What one fragment of a file declares. */
export interface FragmentDeclarations {
  /** As in `Origin`. */
  readonly fragment: string;
  readonly declarations: readonly Declaration[];
}

/** What a file declares, by document: a file of several YAML documents has several. */
export interface FileDeclarations {
  /** As the workspace has it, separated by `/`. */
  readonly path: string;
  readonly documents: readonly (readonly FragmentDeclarations[])[];
}
