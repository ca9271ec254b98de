/**
 * The kinds of policy that are told apart. `trust` is a role's assume-role policy, `boundary` a permissions boundary,
 * `session` a policy handed over while a role is assumed, `endpoint` a VPC endpoint's policy.
 */
export const policyKinds = ['identity', 'trust', 'resource', 'scp', 'rcp', 'boundary', 'session', 'endpoint'] as const;

export type PolicyKind = (typeof policyKinds)[number];

/** Whether the text is one of the kinds, exactly as written in `policyKinds`. */
export function isPolicyKind(text: string): text is PolicyKind {
  return policyKinds.some((kind) => kind === text);
}

/**
 * What AWS Organizations calls its policies of IAM grammar. All its other types (tag, backup, chatbot, ... policies)
 * have a language of their own.
 * Source: Organizations API, PolicyType; the syntax pages of each type.
 */
const organizationPolicyKinds: ReadonlyMap<string, PolicyKind> = new Map([
  ['SERVICE_CONTROL_POLICY', 'scp'],
  ['RESOURCE_CONTROL_POLICY', 'rcp'],
]);

/** The kind of an Organizations policy by its `Type`; undefined where the type is not of IAM grammar, or unknown. */
export function kindOfOrganizationPolicy(type: string): PolicyKind | undefined {
  return organizationPolicyKinds.get(type);
}
