import { holds } from './conditions.ts';
import type { Context, OraclePolicy, OraclePrincipals, OracleStatement } from './policy.ts';
import { matchesTokens, readPattern } from './wildcard.ts';

/** Who calls. A role calls through one of its sessions. */
export type Caller =
  | { readonly kind: 'role'; readonly account: string; readonly arn: string; readonly sessionArn: string }
  | { readonly kind: 'user'; readonly account: string; readonly arn: string }
  | { readonly kind: 'service'; readonly service: string };

/** One call of sts:AssumeRole, with all that bears on it. */
export interface Call {
  readonly caller: Caller;
  readonly identity: readonly OraclePolicy[];
  readonly boundary?: OraclePolicy;
  /** Policies passed with the caller's session. */
  readonly session: readonly OraclePolicy[];
  readonly target: { readonly account: string; readonly arn: string; readonly trust: OraclePolicy };
  /**
   * SCPs over the caller's account, level by level from the root down to the account; what AWS attaches by itself is
   * among them. Empty: none bear on the caller.
   */
  readonly serviceControl: readonly (readonly OraclePolicy[])[];
  /** RCPs over the target's account, those of the customer. */
  readonly resourceControl: readonly OraclePolicy[];
  readonly context: Context;
}

/** How the trust policy lets the caller in: the strongest of its grants. */
type Grant = 'direct' | 'role' | 'account';

/**
 * Whether AWS lets the call through. Passing tags needs sts:TagSession too, and setting a source identity needs
 * sts:SetSourceIdentity.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function succeeds(call: Call): boolean {
  const keys = [...call.context.keys()];
  const actions = ['sts:AssumeRole'];
  if (keys.some((key) => key.startsWith('aws:requesttag/'))) actions.push('sts:TagSession');
  if (keys.includes('sts:sourceidentity')) actions.push('sts:SetSourceIdentity');
  return actions.every((action) => permits(call, action));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
function permits(call: Call, action: string): boolean {
  const { caller, target, context } = call;
  const applies = (statement: OracleStatement): boolean =>
    matchesAction(statement, action) &&
    matchesResource(statement, target.arn, context) &&
    (statement.Condition ?? []).every((condition) => holds(condition, context));
  const allows = (policy: OraclePolicy): boolean =>
    policy.Statement.some((statement) => statement.Effect === 'Allow' && applies(statement));
  const denies = (policy: OraclePolicy): boolean =>
    policy.Statement.some((statement) => statement.Effect === 'Deny' && applies(statement));

  const controls = caller.kind === 'service' ? [] : call.serviceControl;
  const ownPolicies =
    caller.kind === 'service' ? [] : [...call.identity, ...(call.boundary ? [call.boundary] : []), ...call.session];

  // An explicit deny anywhere decides.
  const trustStatements = target.trust.Statement.filter((statement) => applies(statement));
  const isDeniedByTrust = trustStatements.some(
    (statement) => statement.Effect === 'Deny' && concerns(statement, caller, call.boundary !== undefined),
  );
  if (isDeniedByTrust || [...ownPolicies, ...controls.flat(), ...call.resourceControl].some(denies)) return false;

  // SCPs: an allow at every level.
  if (!controls.every((level) => level.some(allows))) return false;

  const grants = trustStatements.flatMap((statement) =>
    statement.Effect === 'Allow' ? (statement.Principal ?? []).flatMap((each) => grantOf([each], caller) ?? []) : [],
  );
  if (grants.length === 0) return false;
  if (caller.kind === 'service') return true;

  const isCutByNone = (call.boundary === undefined || allows(call.boundary)) && call.session.every(allows);
  const isGrantedByIdentity = call.identity.some(allows) && isCutByNone;
  // Across accounts both sides must allow.
  if (caller.account !== target.account) return isGrantedByIdentity;
  // In one account the trust suffices where it names the principal; the account principal delegates to the identity.
  if (grants.includes('direct')) return true;
  // A grant to the role's ARN is cut by the implicit deny of a boundary or a session policy.
  if (grants.includes('role') && isCutByNone) return true;
  return isGrantedByIdentity;
}

function matchesAction({ Action, NotAction }: OracleStatement, action: string): boolean {
  const isListed = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => {
      const tokens = readPattern(pattern.toLowerCase(), new Map(), true);
      return tokens !== undefined && matchesTokens(tokens, action.toLowerCase());
    });
  if (Action !== undefined) return isListed(Action);
  return NotAction !== undefined && !isListed(NotAction);
}

/** A trust policy has no Resource: it is about its own role. */
function matchesResource({ Resource, NotResource }: OracleStatement, arn: string, context: Context): boolean {
  const isListed = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => {
      const tokens = readPattern(pattern, context, true);
      return tokens !== undefined && matchesTokens(tokens, arn);
    });
  if (Resource !== undefined) return isListed(Resource);
  return NotResource === undefined || !isListed(NotResource);
}

/** Whether a Deny of the trust policy is about the caller. */
function concerns({ Principal, NotPrincipal }: OracleStatement, caller: Caller, hasBoundary: boolean): boolean {
  if (Principal !== undefined) return grantOf(Principal, caller) !== undefined;
  if (NotPrincipal === undefined) return false;
  // "… will always deny any IAM principal that has a permissions boundary policy attached, regardless of the values":
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  return hasBoundary || grantOf(NotPrincipal, caller) === undefined;
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: no wildcards but the
 * bare one, the account stands for all its principals.
 */
function grantOf(principals: OraclePrincipals, caller: Caller): Grant | undefined {
  const found = principals.flatMap(({ type, value }): readonly Grant[] => {
    if (type === '*') return ['direct'];
    if (type === 'Service') return caller.kind === 'service' && caller.service === value ? ['direct'] : [];
    if (type !== 'AWS' || caller.kind === 'service') return [];
    if (value === '*') return ['direct'];
    if (value === caller.account || value === `arn:aws:iam::${caller.account}:root`) return ['account'];
    if (value === caller.arn) return [caller.kind === 'role' ? 'role' : 'direct'];
    if (caller.kind === 'role' && value === caller.sessionArn) return ['direct'];
    return [];
  });
  return (['direct', 'role', 'account'] as const).find((grant) => found.includes(grant));
}
