import type { Action } from '../catalog/iam-service.ts';
import { appendValue } from '../edit/append-value.ts';
import { fill } from '../edit/writable.ts';
import type { Target } from '../policy/action-targets.ts';
import { mayFit, patternOfResource } from '../policy/resource-overlap.ts';
import type { Statement } from '../policy/statement.ts';
import type { Fix } from './finding.ts';
import type { PolicyContext } from './rule.ts';

/** The fix that names the objects of the one bucket that a statement names, or the bucket of its objects. */
export function addResourceFix(
  { resource }: Statement,
  actions: readonly Action[],
  targets: readonly Target[],
  { target }: PolicyContext,
): readonly Fix[] {
  const [only, ...more] = targets;
  if (resource === undefined || only === undefined || more.length > 0) return [];
  const meant = otherSideOf(only.arn.pattern.text);
  if (meant === undefined || !fitsAll(actions, meant)) return [];
  return [
    {
      title: `Add the resource ${meant}`,
      // The statement now allows, or denies, what it did not.
      applicability: 'suggestion',
      preferred: true,
      changes: () => appendValue(target, resource.property.value, fill(meant)),
    },
  ];
}

/** Written out in full: what is not known cannot be written again. */
function otherSideOf(text: string): string | undefined {
  const [, bucket, objects] = /^(arn:[a-z-]+:s3:::[a-z0-9.-]+)(\/.*)?$/.exec(text) ?? [];
  if (bucket === undefined) return undefined;
  return objects === undefined ? `${bucket}/*` : bucket;
}

function fitsAll(actions: readonly Action[], resource: string): boolean {
  const pattern = patternOfResource(resource);
  return actions.every(({ resourceTypes }) => resourceTypes.some(({ type }) => mayFit(pattern, type)));
}
