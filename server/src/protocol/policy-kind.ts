/**
 * Editor to server, `SetPolicyKindParams` -> `SetPolicyKindResult`: writes into the configuration what a file's policies
 * are. Editors that do not send it have the command `setPolicyKind` with the arguments URI and kind.
 */
export const setPolicyKindRequest = 'rolechain/setPolicyKind';

export interface SetPolicyKindParams {
  readonly uri: string;
  readonly kind: string;
}

export interface SetPolicyKindResult {
  /** The URI of the configuration that was changed or made, not saved. */
  readonly configuration?: string;
  /** Why nothing was changed, in a sentence for the user. */
  readonly failure?: string;
}

/** The kinds to choose from, with what they are. */
export const policyKindChoices: readonly { readonly kind: string; readonly label: string; readonly detail: string }[] =
  [
    { kind: 'identity', label: 'Identity policy', detail: 'Says what a role, user or group may do' },
    { kind: 'trust', label: 'Trust policy', detail: 'Says who may assume a role' },
    { kind: 'resource', label: 'Resource policy', detail: 'Belongs to a bucket, key, queue or another resource' },
    { kind: 'scp', label: 'Service control policy', detail: 'Limits what the accounts of an organization may do' },
    { kind: 'rcp', label: 'Resource control policy', detail: 'Limits access to the resources of an organization' },
    { kind: 'boundary', label: 'Permissions boundary', detail: 'Limits what a role or user can be allowed' },
    { kind: 'session', label: 'Session policy', detail: 'Is handed over when a role is assumed' },
    { kind: 'endpoint', label: 'VPC endpoint policy', detail: 'Says what may go through an endpoint' },
  ];
