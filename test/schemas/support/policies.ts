import fc from 'fast-check';
import type { PolicyKind } from '../../../server/src/policy/kind.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const strings = (...values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 0 }));

const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'ForAnyValue:StringLike', 'NumericLessThanIfExists', 'Null'),
  fc.dictionary(
    fc.constantFrom('aws:PrincipalArn', 'aws:ResourceOrgPaths', 's3:prefix'),
    fc.oneof(strings('true', 'o-example/*'), fc.constant(7), fc.constant(true), fc.constant([1, false])),
    { maxKeys: 2 },
  ),
  { maxKeys: 2 },
);

const principalTypes = fc.record(
  {
    AWS: strings('111122223333', '*'),
    Service: strings('lambda.amazonaws.com'),
    Federated: strings('accounts.google.com'),
  },
  { requiredKeys: [] },
);

const action = strings('sts:AssumeRole', 's3:GetObject', '*');
const resource = strings('*', 'arn:aws:s3:::example/*');
const principal = fc.oneof(fc.constant('*'), principalTypes);

const common = {
  Sid: fc.constantFrom('Example', ''),
  Effect: fc.constantFrom('Allow', 'Deny'),
  Condition: condition,
};

const oneOfTwo = (a: string, b: string, value: fc.Arbitrary<unknown>) =>
  fc.tuple(fc.constantFrom(a, b), value).map(([name, of]) => ({ [name]: of }));

/** A statement that AWS takes in a policy of the kind, as far as its elements go. */
function statementOf(kind: PolicyKind): fc.Arbitrary<object> {
  const start = fc.record(common, { requiredKeys: ['Effect'] });
  const all = (...parts: readonly fc.Arbitrary<object>[]) =>
    fc.tuple(start, ...parts).map((each) => Object.assign({}, ...each));
  const actions = oneOfTwo('Action', 'NotAction', action);
  const resources = oneOfTwo('Resource', 'NotResource', resource);
  switch (kind) {
    case 'identity':
    case 'boundary':
    case 'session':
    case 'scp':
      return all(actions, resources);
    case 'trust':
      return all(actions, fc.record({ Principal: principal }));
    case 'resource':
    case 'endpoint':
      return all(actions, fc.oneof(resources, fc.constant({})), oneOfTwo('Principal', 'NotPrincipal', principal));
    case 'rcp':
      return all(fc.record({ Principal: fc.constant('*'), Action: action }), resources);
  }
}

/** A policy that AWS takes, as far as its elements go. */
export function rightPolicies(kind: PolicyKind): fc.Arbitrary<object> {
  const statement = statementOf(kind);
  return fc.record({
    Version: fc.constantFrom('2012-10-17', ...(kind === 'rcp' ? [] : ['2008-10-17'])),
    Statement: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 2 })),
  });
}

/** What may stand where something else should. Strings that are a `Sid`, so that only the grammar decides. */
const junk: readonly Json[] = [
  ...['Example', '', 'Allow', '*', 0, 20121017, true, null],
  ...[[], [[]], ['Example'], [['Example']], [null], [1], {}, [{}]],
  { StringEquals: { 'aws:PrincipalArn': 'Example' } },
];

/** Without `Condition`: what comes under it by another name would be operators that do not exist. */
const names: readonly string[] = [
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource'],
  ...['NotResource', 'AWS', 'Service', 'CanonicalUser', 'action', 'Actions', 'effect', 'condition', 'Other'],
];

interface Mutation {
  /** Which of the places of the policy, modulo how many there are. */
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'rename' | 'add' | 'wrap';
  readonly name: string;
  readonly value: Json;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'rename', 'add', 'wrap'),
  name: fc.constantFrom(...names),
  value: fc.constantFrom(...junk),
});

/** Right policies, and such as a few changes make of them: most of these are wrong. */
export function policiesAround(kind: PolicyKind): fc.Arbitrary<object> {
  const mutations = fc.array(mutation, { maxLength: 3 });
  return fc.tuple(rightPolicies(kind), mutations).map(([policy, changes]) => {
    const copy: Record<string, unknown> = JSON.parse(JSON.stringify(policy));
    for (const change of changes) apply(copy, change);
    return copy;
  });
}

interface Place {
  readonly parent: Record<string, unknown> | unknown[];
  readonly key: string;
  /** Under `Condition` names are operators and keys, of which other rules speak. */
  readonly inCondition: boolean;
}

function apply(policy: Record<string, unknown>, { place, how, name, value: given }: Mutation): void {
  const places = placesIn(policy, false);
  const target = places[place % Math.max(1, places.length)];
  if (target === undefined) return;
  const { parent, key, inCondition } = target;
  const old: unknown = Reflect.get(parent, key);
  // A Sid has rules of its own.
  const value: unknown = given === '*' && [key, name].includes('Sid') ? '' : structuredClone(given);
  if (how === 'replace') Reflect.set(parent, key, value);
  else if (how === 'wrap') Reflect.set(parent, key, [old]);
  else if (Array.isArray(parent)) {
    if (how === 'remove') parent.splice(Number(key), 1);
  } else {
    if (how === 'remove' || (how === 'rename' && !inCondition)) delete parent[key];
    if (how === 'rename' && !inCondition) parent[name] = name === 'Sid' ? value : old;
    if (how === 'add' && !inCondition) parent[name] = value;
  }
}

function placesIn(node: unknown, inCondition: boolean): readonly Place[] {
  if (typeof node !== 'object' || node === null) return [];
  const parent = Array.isArray(node) ? node : Object.assign(node);
  return Object.entries(node).flatMap(([key, value]) => [
    { parent, key, inCondition },
    ...placesIn(value, inCondition || key === 'Condition'),
  ]);
}
