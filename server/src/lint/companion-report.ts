import type { BlockedCause } from '../chain/blocked-cause.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';

/** Why a call that has to pass something with it is refused: who does not allow that, and where to. */
export function describeCompanion(
  { source, target }: Hop,
  { action, lacking, conditions }: BlockedCause & { readonly type: 'companion' },
  what: string,
): string {
  const [first] = conditions;
  const key = first?.grant.conditions[first.index]?.key ?? '';
  const policies = {
    source: `the permissions of ${nameOf(source)}`,
    target: `the trust policy of ${nameOf(target)}`,
  };
  const where = lacking.map((side) => policies[side]).join(' and ');
  const verb = lacking.length > 1 ? 'do' : lacking[0] === 'source' ? 'do' : 'does';
  return `${nameOf(source)} cannot assume ${nameOf(target)}: ${first?.grant.origin.label} asks for ${quote(key)}, so the call has to ${what}, and ${where} ${verb} not allow ${quote(action)}. Allow it there beside \`sts:AssumeRole\`.`;
}
