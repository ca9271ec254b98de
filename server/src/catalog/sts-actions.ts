/** Who a trust policy's statement names, as far as it decides which actions that one may call. */
export type TrustedCaller = 'aws' | 'service' | 'saml' | 'web-identity';

export interface TrustAction {
  readonly name: string;
  /** The callers that can be granted it; empty for an action that never belongs in a role's trust policy. */
  readonly callers: readonly TrustedCaller[];
  /** `assumes` opens a session; `accompanies` is a further permission that the same call may need. */
  readonly part: 'assumes' | 'accompanies' | 'none';
  readonly source: string;
  readonly note?: string;
}

const EVERY_CALLER: readonly TrustedCaller[] = ['aws', 'service', 'saml', 'web-identity'];

/** The actions of STS, seen from a role's trust policy. */
export const trustActions: readonly TrustAction[] = [
  {
    name: 'sts:AssumeRole',
    callers: ['aws', 'service'],
    part: 'assumes',
    source: 'STS API reference, AssumeRole',
  },
  {
    name: 'sts:AssumeRoleWithSAML',
    callers: ['saml'],
    part: 'assumes',
    source: 'STS API reference, AssumeRoleWithSAML',
  },
  {
    name: 'sts:AssumeRoleWithWebIdentity',
    callers: ['web-identity'],
    part: 'assumes',
    source: 'STS API reference, AssumeRoleWithWebIdentity',
  },
  {
    name: 'sts:TagSession',
    callers: EVERY_CALLER,
    part: 'accompanies',
    source: 'IAM User Guide, passing session tags in AWS STS',
    note: 'Needed where the caller passes session tags, or inherits transitive ones.',
  },
  {
    name: 'sts:SetSourceIdentity',
    callers: EVERY_CALLER,
    part: 'accompanies',
    source: 'IAM User Guide, monitor and control actions taken with assumed roles',
    note: 'Needed where the caller sets a source identity, or has one from an earlier session.',
  },
  {
    name: 'sts:SetContext',
    callers: ['aws', 'service'],
    part: 'accompanies',
    source: 'STS API reference, AssumeRole (ProvidedContexts)',
  },
  {
    name: 'sts:AssumeRoot',
    callers: [],
    part: 'none',
    source: 'STS API reference, AssumeRoot',
    note: 'Granted in identity policies, on the root of a member account.',
  },
  { name: 'sts:GetCallerIdentity', callers: [], part: 'none', source: 'STS API reference, GetCallerIdentity' },
  { name: 'sts:GetFederationToken', callers: [], part: 'none', source: 'STS API reference, GetFederationToken' },
  { name: 'sts:GetSessionToken', callers: [], part: 'none', source: 'STS API reference, GetSessionToken' },
  { name: 'sts:GetAccessKeyInfo', callers: [], part: 'none', source: 'STS API reference, GetAccessKeyInfo' },
  {
    name: 'sts:DecodeAuthorizationMessage',
    callers: [],
    part: 'none',
    source: 'STS API reference, DecodeAuthorizationMessage',
  },
];

const byLowerCase: ReadonlyMap<string, TrustAction> = new Map(
  trustActions.map((action) => [action.name.toLowerCase(), action]),
);

/** The row of an action, whatever its case (action names are not case-sensitive); undefined for a wildcard. */
export function findTrustAction(name: string): TrustAction | undefined {
  const wanted = name.toLowerCase();
  return byLowerCase.get(wanted);
}

/** The names of the actions that a trust policy can grant to such a caller, the one that opens the session first. */
export function trustActionsFor(caller: TrustedCaller): readonly string[] {
  return trustActions.filter((action) => action.callers.includes(caller)).map((action) => action.name);
}

/** The action by which such a caller opens a session. */
export function assumeActionFor(caller: TrustedCaller): string {
  switch (caller) {
    case 'aws':
    case 'service':
      return 'sts:AssumeRole';
    case 'saml':
      return 'sts:AssumeRoleWithSAML';
    case 'web-identity':
      return 'sts:AssumeRoleWithWebIdentity';
  }
}

/**
 * Providers of web identities that IAM knows by a name of their own.
 * Source: IAM User Guide, AWS JSON policy elements: Principal (web identity session principals).
 */
const WEB_IDENTITY_PROVIDERS: readonly string[] = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

/** How a `Federated` principal signs in, by its ARN or well-known name; undefined where the text does not say. */
export function federatedCaller(principal: string): 'saml' | 'web-identity' | undefined {
  if (WEB_IDENTITY_PROVIDERS.includes(principal)) return 'web-identity';
  if (/^arn:[^:]*:iam::[^:]*:saml-provider\//.test(principal)) return 'saml';
  if (/^arn:[^:]*:iam::[^:]*:oidc-provider\//.test(principal)) return 'web-identity';
  return undefined;
}
