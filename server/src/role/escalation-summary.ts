import { type EscalationGrants, escalationGrantsOf } from '../policy/escalation.ts';
import type { Policy } from '../policy/policy.ts';
import { readValue } from '../policy/read-value.ts';
import type { Hole } from '../policy/value.ts';
import { child, type Node } from '../syntax/node.ts';

/** What a resource says of itself to those that look for ways to more permissions. */
export interface EscalationSummary {
  readonly grants?: EscalationGrants;
  /** It has a permissions boundary: the logical id of the policy, or an empty string for one that is elsewhere. */
  readonly boundary?: string;
}

/** `policies` are those of the resource itself. */
export function escalationSummaryOf(properties: Node | undefined, policies: readonly Policy[]): EscalationSummary {
  const grants = escalationGrantsOf(policies.filter(({ kind }) => kind === 'identity'));
  const says = grants.isAdministrator || grants.actions.length + grants.passesTo.length + grants.denied.length > 0;
  const written = child(properties, 'PermissionsBoundary');
  const [part] = written === undefined ? [] : readValue(written).parts;
  const boundary = part?.type === 'hole' ? policyOf(part) : '';
  return { ...(says && { grants }), ...(written !== undefined && { boundary }) };
}

/** A managed policy gives its ARN for `Ref`, and as `PolicyArn`. */
function policyOf({ why, symbol }: Hole): string {
  if (why === 'reference') return symbol;
  return why === 'attribute' && symbol.endsWith('.PolicyArn') ? symbol.slice(0, -'.PolicyArn'.length) : '';
}
