import { type Geography, placesOfDeployments, placesOfStackSet } from './deployment.ts';
import type { Place } from './entity.ts';
import type { Resolver } from './resolve-grant.ts';
import type { Scope } from './scope.ts';
import type { Text, Unknown } from './text.ts';

/** Another template, as far as places depend on it. */
export interface Deployed extends Pick<Resolver, 'list'> {
  readonly places: readonly Place[];
}

/** The account that a template's roles share, where it is not known. */
export function accountOf({ id, index }: Scope): Unknown {
  const [only, ...more] = index.declarations.flatMap((each) => (each.declares === 'role' ? [each.id] : []));
  const label =
    only !== undefined && more.length === 0 ? `the account of \`${only}\`` : `the account of \`${lastSteps(id)}\``;
  return { unknown: `${id}#AWS::AccountId`, label, type: 'account' };
}

/** The end of a path: the beginning is the same for all files of a workspace. */
function lastSteps(path: string): string {
  return path.split('/').slice(-2).join('/');
}

/** Where a template is deployed, by the configuration, else by the stack sets and stacks that deploy it. */
export function findPlaces(
  scope: Scope,
  geography: Geography,
  own: Unknown,
  other: (scope: Scope) => Deployed,
): readonly Place[] {
  const configured = scope.isFile ? (scope.file.deployments ?? []) : [];
  if (configured.length > 0) return placesOfDeployments(configured, own, geography);
  const sets = scope.parents.filter(({ stack }) => stack.type === 'stack-set');
  if (sets.length > 0) {
    const targets = sets.flatMap(({ scope: parent, stack }) => {
      const there = other(parent);
      const all = (texts: readonly Text[]) => texts.flatMap((each) => there.list(each) ?? []);
      return stack.targets.map((target) => ({ ...target, units: all(target.units), accounts: all(target.accounts) }));
    });
    return placesOfStackSet(targets, own, geography);
  }
  const [first, ...more] = scope.parents.map((parent) => other(parent.scope).places);
  const isSame = first && more.every((each) => JSON.stringify(each) === JSON.stringify(first));
  return first && isSame ? first : [{ account: [own] }];
}
