import { fill } from '../../edit/writable.ts';
import type { PolicyKind } from '../../policy/kind.ts';
import { organizationScope } from '../../policy/organization-scope.ts';
import { sourcePin } from '../../policy/source-pin.ts';
import type { Statement } from '../../policy/statement.ts';
import { trustedServices } from '../../policy/trusted-services.ts';
import { literalOf } from '../../policy/value.ts';
import { mayBe } from './kinds.ts';
import type { Offer } from './offer.ts';
import type { KeyPlace } from './place.ts';

/** Whole elements that lock a statement down, by what it says already. */
export function offerGuards(place: KeyPlace, kinds: readonly PolicyKind[], inSub: boolean): readonly Offer[] {
  const { statement, siblings } = place;
  if (statement === undefined || statement.effect !== 'Allow') return [];
  return [
    ...(siblings.includes('Condition') || !mayBe(kinds, 'trust') ? [] : offerPin(statement, inSub)),
    ...(mayBe(kinds, 'identity') && assumesRoles(statement) ? offerScope(siblings) : []),
  ];
}

/**
 * The condition that holds a service to its source. Only where the statement is for that one service, and it is
 * established that the service sends the key: else the role would stop working.
 */
function offerPin(statement: Statement, inSub: boolean): readonly Offer[] {
  const principals = statement.principal?.principals ?? [];
  const [only] = trustedServices(statement);
  const service = only?.service;
  const isSure = principals.length === 1 && statement.principal?.complete === true && service?.grade === 'established';
  if (!isSure || service.breaks !== undefined) return [];
  const pin = sourcePin(service, { inSub, names: [] });
  if (pin === undefined) return [];
  const keys = Object.values(pin).flatMap((each) => Object.keys(each));
  return [
    {
      kind: 'guard',
      label: `Condition: pin ${service.principal}`,
      description: keys.join(', '),
      detail: service.documentedByService
        ? 'Only for the resource that you name.'
        : 'Only for the resource that you name. Test it before rollout: no guide of the service shows the key.',
      writing: { as: 'property', entry: ['Condition', pin] },
      filter: 'Condition aws:SourceArn',
    },
  ];
}

function assumesRoles({ action }: Statement): boolean {
  return action?.values.some((each) => literalOf(each)?.toLowerCase() === 'sts:assumerole') ?? false;
}

function offerScope(siblings: readonly string[]): readonly Offer[] {
  const resource: Offer = {
    kind: 'guard',
    label: 'Resource: roles under a path',
    description: 'arn:aws:iam::*:role/<path>/<role name>',
    writing: {
      as: 'property',
      entry: ['Resource', fill('arn:aws:iam::*:role/', { name: 'path' }, '/', { name: 'role name' })],
    },
    filter: 'Resource role path',
  };
  const condition: Offer = {
    kind: 'guard',
    label: 'Condition: roles of your organization',
    description: 'aws:ResourceOrgPaths',
    writing: { as: 'property', entry: ['Condition', organizationScope()] },
    filter: 'Condition aws:ResourceOrgPaths',
  };
  return [
    ...(siblings.includes('Resource') || siblings.includes('NotResource') ? [] : [resource]),
    ...(siblings.includes('Condition') ? [] : [condition]),
  ];
}
