import type { Entity, Place } from '../../../server/src/role/entity.ts';
import type { Grant, GrantCondition, Listed, ListedPrincipals } from '../../../server/src/role/grant.ts';
import type { Text } from '../../../server/src/role/text.ts';
import { accounts, foreignAccount, organizationPaths, roleArn } from './alphabet.ts';
import { type Dice, dice } from './dice.ts';
import type { ChainCase } from './scene.ts';

/** A hop of which all is known, with locks on both sides that are good, nearly good, or none. */
export function lockCase(seed: number): ChainCase {
  const chance = dice(seed);
  const source: Entity = {
    ...role('Source', 'alpha', '/'),
    places: [place(accounts[0], organizationPaths[0])],
    permissions: some(chance, () =>
      grant({ resources: list(some(chance, () => resource(chance))), conditions: scopes(chance) }),
    ),
  };
  const target: Entity = {
    ...role('Target', 'beta', '/ops/'),
    places: [place(chance.pick(accounts), organizationPaths[1])],
    trust: some(chance, () => grant({ principals: principals(chance), conditions: callers(chance) })),
  };
  const organization = { id: 'o-aaaaaaaaaa', managementAccount: foreignAccount };
  return {
    world: { entities: [source, target], controlPolicies: [], partition: ['aws'], organization },
    source,
    target,
  };
}

function role(id: string, name: string, path: string): Omit<Entity, 'places'> {
  return {
    id,
    kind: 'role',
    name: [name],
    path: [path],
    source: { file: 'template.yaml', fragment: id, label: id },
    permissions: [],
    unseen: [],
    tags: { values: [{ key: 'team', value: ['o-*'] }], complete: true },
    functions: [],
    maxSessionDuration: 3600,
  };
}

function place(account: string, organizationPath: string): Place {
  return { account: [account], organizationPath: [organizationPath], isManagement: false };
}

function resource(chance: Dice): Text {
  const account = chance.pick(['*', '*', ...accounts, '4*', '????55556666', '${aws:PrincipalAccount}']);
  const name = chance.pick(['beta', 'beta', 'beta', 'b*', '*', 'bet?', '${aws:PrincipalTag/team}']);
  return chance.once(15) ? ['*'] : roleArn(account, chance.pick(['/ops/', '/ops/', '/*/', '/']), name);
}

const operators = [
  'StringEquals',
  'StringLike',
  'StringLike',
  'StringEqualsIgnoreCase',
  'StringEqualsIfExists',
  'StringNotEquals',
  'StringNotLike',
] as const;

/** Where the target may be. */
function scopes(chance: Dice): readonly GrantCondition[] {
  return any(chance, () =>
    chance.pick<() => GrantCondition>([
      () => paths(chance, 'aws:ResourceOrgPaths'),
      () => paths(chance, 'aws:ResourceOrgPaths'),
      () => condition(chance, chance.pick(operators), 'aws:ResourceOrgID', organizations),
      () =>
        condition(chance, chance.pick(operators), 'aws:ResourceAccount', [
          ...accounts,
          '4*',
          '*',
          '${aws:PrincipalAccount}',
          '${aws:ResourceAccount}',
        ]),
      () => paths(chance, 'aws:PrincipalOrgPaths'),
    ])(),
  );
}

const organizations = [
  'o-aaaaaaaaaa',
  'o-aaaaaaaaaa',
  'o-*',
  '*',
  '${aws:PrincipalOrgID}',
  '${aws:ResourceOrgID}',
] as const;

function paths(chance: Dice, key: string): GrantCondition {
  const operator = chance.pick([
    'ForAnyValue:StringLike',
    'ForAnyValue:StringLike',
    'ForAllValues:StringLike',
    'ForAnyValue:StringNotLike',
  ]);
  return condition(chance, operator, key, [
    `${organizationPaths[0]}*`,
    `${organizationPaths[1]}*`,
    'o-aaaaaaaaaa*',
    'o-*',
    'o-*/r-aaaa/ou-aaaa-11111111/*',
    '*/ou-aaaa-11111111/',
    '${aws:PrincipalOrgID}/*',
    '${aws:ResourceOrgID}/*',
    '${aws:PrincipalTag/team}',
  ]);
}

function principals(chance: Dice): ListedPrincipals {
  const values = some(chance, () => ({ type: 'AWS', value: principal(chance) }));
  return { negated: false, values, complete: true };
}

function principal(chance: Dice): Text {
  const own = roleArn(accounts[0], '/', 'alpha');
  const root = ['arn:aws:iam::', accounts[0], ':root'];
  return chance.pick<Text>([own, own, own, root, root, [accounts[0]], [accounts[1]], ['*'], ['*']]);
}

/** Who may come. */
function callers(chance: Dice): readonly GrantCondition[] {
  const operator = chance.pick([
    'ArnEquals',
    'ArnLike',
    'StringLike',
    'StringEquals',
    'ArnLikeIfExists',
    'ArnNotLike',
    'ForAllValues:ArnLike',
  ]);
  return any(chance, () =>
    condition(chance, operator, 'aws:PrincipalArn', [
      'arn:aws:iam::111122223333:role/alpha',
      'arn:aws:iam::111122223333:role/alpha',
      'arn:aws:iam::111122223333:role/al*',
      'arn:aws:iam::*:role/alpha',
      'arn:aws:iam::${aws:PrincipalAccount}:role/alpha',
      'arn:aws:iam::${aws:ResourceAccount}:role/alpha',
      '${aws:PrincipalArn}',
    ]),
  );
}

function condition(
  chance: Dice,
  operator: string,
  key: string,
  values: readonly [string, ...string[]],
): GrantCondition {
  return { operator, key, values: some(chance, () => [chance.pick(values)]), complete: true };
}

function grant(rest: Partial<Grant>): Grant {
  const origin = { file: 'template.yaml', fragment: 'Lock', policy: 0, statement: 0, label: 'a statement' };
  return { effect: 'Allow', origin, actions: list([['sts:AssumeRole']]), conditions: [], complete: true, ...rest };
}

function list(values: readonly Text[]): Listed {
  return { negated: false, values, complete: true };
}

function some<T>(chance: Dice, make: () => T): readonly T[] {
  return Array.from({ length: chance.pick([1, 1, 1, 2]) }, make);
}

function any<T>(chance: Dice, make: () => T): readonly T[] {
  return Array.from({ length: chance.pick([0, 1, 1, 2]) }, make);
}
