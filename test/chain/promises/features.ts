import { textKey } from '../../../server/src/role/text.ts';
import { grantsOf, unknownsOf } from './mentions.ts';
import type { ChainCase } from './scene.ts';

/** What a case has in it, for the table that tells whether all of it is met often. */
export function featuresOf(chain: ChainCase): ReadonlySet<string> {
  const { world, source, target } = chain;
  const found = new Set<string>([`source is a ${source.kind}`]);
  const add = (name: string, is: boolean): void => {
    if (is) found.add(name);
  };
  const keys = [source, target].map(({ places }) => places.map(({ account }) => textKey(account)).join());
  add(keys[0] === keys[1] ? 'accounts: same' : 'accounts: other or unknown', source.kind !== 'service');
  add('several places', target.places.length > 1);
  add('source not in sight', source.source === undefined);
  add('target not in sight', target.trust === undefined);
  add('unseen policy', source.unseen.length > 0);
  add(`boundary ${source.boundary?.type}`, source.boundary !== undefined);
  add('session policy', source.sessionPolicies !== undefined);
  add('organization', world.organization !== undefined);
  add(
    'management account',
    [...source.places, ...target.places].some(({ isManagement }) => isManagement === true),
  );
  for (const { kind } of world.controlPolicies) found.add(kind);
  for (const { type } of unknownsOf(chain)) found.add(`unknown ${type}`);
  for (const { grant } of grantsOf(chain)) {
    add('Deny', grant.effect === 'Deny');
    add('effect unknown', grant.effect === undefined);
    add('statement incomplete', !grant.complete);
    add('NotAction', grant.actions?.negated === true);
    add('NotResource', grant.resources?.negated === true);
    add('NotPrincipal', grant.principals?.negated === true);
    add(
      'list incomplete',
      [grant.actions, grant.resources, grant.principals].some((each) => each?.complete === false),
    );
    for (const { operator, key, complete } of grant.conditions) {
      const [first = '', second] = operator.split(':');
      const written = second ?? first;
      add(`set ${first}`, second !== undefined);
      add('IfExists', written.endsWith('IfExists'));
      add('values incomplete', !complete);
      found.add(`operator ${written.replace('IfExists', '')}`);
      found.add(`key ${key.toLowerCase()}`);
    }
  }
  return found;
}
