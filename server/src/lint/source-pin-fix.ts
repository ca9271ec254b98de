import type { ServicePrincipal } from '../catalog/service-principal.ts';
import type { Conditions } from '../edit/add-condition.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';
import { sourcePin } from '../policy/source-pin.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { pinPlaceOf } from '../role/pin-place.ts';
import type { Fix } from './finding.ts';
import type { TemplateContext } from './rule.ts';

/** A service principal of a statement, and what is known of it. */
export interface PinnedService {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly principal: Principal;
  readonly service: ServicePrincipal;
}

/**
 * The fix that holds a service to its source; none where the service is not known to send one. With `onlySourceArn` the
 * account is pinned already and is left as it is.
 */
export function sourcePinFixes(
  { policy, statement, principal, service }: PinnedService,
  { target, template, inTemplate }: TemplateContext,
  { onlySourceArn = false } = {},
): readonly Fix[] {
  const place = pinPlaceOf(policy, template, inTemplate);
  // The names of functions are the only ones that a template's summaries tell.
  const names = service.principal === 'lambda.amazonaws.com' ? place.names : [];
  const whole = sourcePin(service, { ...place, names });
  if (whole === undefined) return [];
  const pin = onlySourceArn ? sourceArnOf(whole) : whole;
  const test = service.documentedByService ? '' : ' (test before rollout)';
  return [
    {
      title: `Pin ${service.principal} to its source: add ${pinningKey(service)}${test}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => conditionForPrincipal(target, policy, statement, principal, pin),
    },
  ];
}

/** The key that a condition on the service can rely on. */
export function pinningKey({ sends }: ServicePrincipal): 'aws:SourceArn' | 'aws:SourceAccount' {
  return sends === 'source-account' ? 'aws:SourceAccount' : 'aws:SourceArn';
}

function sourceArnOf(pin: Conditions): Conditions {
  return Object.fromEntries(Object.entries(pin).filter(([, keys]) => 'aws:SourceArn' in keys));
}
