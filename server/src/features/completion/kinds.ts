import type { PolicyKind, policyKinds } from '../../catalog/policy-kind.ts';
import { trustActions } from '../../catalog/sts-actions.ts';
import type { Policy } from '../../policy/policy.ts';
import { literalOf } from '../../policy/value.ts';
import { marker } from './cursor.ts';

/**
 * The kinds that a policy may still become: what is half written says little of it. The likeliest first.
 */
export function possibleKinds({ kind, kindFrom, statements, owner }: Policy): readonly PolicyKind[] {
  if (kindFrom === 'default') {
    const hasResource = statements.some(({ resource, notResource }) => resource ?? notResource);
    return hasResource ? ['identity', 'resource'] : ['identity', 'trust', 'resource'];
  }
  if (kindFrom !== 'content' || kind !== 'resource' || owner !== undefined) return [kind];
  // With a principal, and no action that would tell.
  const isOpen = statements.every(
    ({ action, notAction, resource, notResource }) =>
      !resource &&
      !notResource &&
      !notAction &&
      (action?.values ?? []).every((each) => [marker, ...trustNames].includes(literalOf(each) ?? '')),
  );
  return isOpen ? ['trust', 'resource'] : [kind];
}

const trustNames = trustActions.map(({ name }) => name);

/** Whether one of the kinds is among those named. */
export function mayBe(kinds: readonly PolicyKind[], ...wanted: readonly (typeof policyKinds)[number][]): boolean {
  return kinds.some((kind) => wanted.includes(kind));
}
