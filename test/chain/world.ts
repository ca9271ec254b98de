import { evaluateHop } from '../../server/src/chain/evaluate-hop.ts';
import type { Verdict } from '../../server/src/chain/verdict.ts';
import type { AttachedControlPolicy, Entity, Place, World } from '../../server/src/role/entity.ts';
import type { Grant, GrantCondition, GrantPrincipal, Listed } from '../../server/src/role/grant.ts';
import type { Text, Unknown, UnknownType } from '../../server/src/role/text.ts';

export const A = '111111111111';
export const B = '222222222222';

export type Value = string | Text;

/** A statement as a policy has it; `label` and the traits at the end are the test's own. */
export interface Statement {
  readonly Effect?: 'Allow' | 'Deny';
  readonly Action?: Value | readonly Value[];
  readonly NotAction?: Value | readonly Value[];
  readonly Resource?: Value | readonly Value[];
  readonly NotResource?: Value | readonly Value[];
  readonly Principal?: '*' | Readonly<Record<string, Value | readonly Value[]>>;
  readonly NotPrincipal?: Readonly<Record<string, Value | readonly Value[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Value | readonly Value[]>>>>;
  readonly complete?: false;
  readonly noEffect?: true;
  readonly hasVariables?: false;
}

export function unknown(id: string, type: UnknownType = 'text', label = `\`\${${id}}\``): Unknown {
  return { unknown: id, label, type };
}

export const ASSUME: Statement = { Effect: 'Allow', Action: 'sts:AssumeRole' };

export function grants(of: string, ...statements: readonly Statement[]): readonly Grant[] {
  return statements.map((statement, index) => grantOf(of, statement, index));
}

function grantOf(of: string, statement: Statement, index: number): Grant {
  const actions = listed(statement.Action ?? statement.NotAction, statement.Action === undefined);
  const resources = listed(statement.Resource ?? statement.NotResource, statement.Resource === undefined);
  const principals = statement.Principal ?? statement.NotPrincipal;
  return {
    effect: statement.noEffect ? undefined : (statement.Effect ?? 'Allow'),
    origin: { file: 'test.json', fragment: of, policy: 0, statement: index, label: `statement ${index + 1} of ${of}` },
    ...(actions && { actions }),
    ...(resources && { resources }),
    ...(principals && {
      principals: { negated: statement.Principal === undefined, values: principalsOf(principals), complete: true },
    }),
    conditions: conditionsOf(statement),
    complete: statement.complete ?? true,
    ...(statement.hasVariables === false && { hasVariables: false }),
  };
}

function listed(values: Value | readonly Value[] | undefined, negated: boolean): Listed | undefined {
  return values === undefined ? undefined : { negated, values: texts(values), complete: true };
}

function principalsOf(principals: '*' | Readonly<Record<string, Value | readonly Value[]>>): readonly GrantPrincipal[] {
  if (principals === '*') return [{ type: '*', value: ['*'] }];
  return Object.entries(principals).flatMap(([type, values]) => texts(values).map((value) => ({ type, value })));
}

function conditionsOf({ Condition = {} }: Statement): readonly GrantCondition[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: texts(values), complete: true })),
  );
}

/** One value, or a list of values; a list of parts is a value where it holds something not known. */
function texts(values: Value | readonly Value[]): readonly Text[] {
  if (typeof values === 'string') return [[values]];
  if (values.some((each) => typeof each === 'object' && 'unknown' in each)) return [values as Text];
  return (values as readonly Value[]).map((each) => (typeof each === 'string' ? [each] : each));
}

export interface RoleTraits
  extends Partial<Omit<Entity, 'name' | 'path' | 'trust' | 'permissions' | 'boundary' | 'sessionPolicies'>> {
  readonly name?: Value;
  readonly path?: Value;
  readonly account?: Value;
  readonly place?: Partial<Place>;
  readonly trust?: readonly Statement[] | undefined;
  readonly permissions?: readonly Statement[];
  readonly boundary?: readonly Statement[] | undefined;
  readonly session?: readonly Statement[];
}

/** A role in account A at `/`, with the traits given. */
export function role(id: string, traits: RoleTraits = {}): Entity {
  const {
    name = id,
    path = '/',
    account = A,
    place,
    trust = [],
    permissions = [],
    boundary,
    session,
    ...others
  } = traits;
  return {
    id,
    kind: 'role',
    name: text(name),
    path: text(path),
    places: [{ account: text(account), organizationPath: 'none', ...place }],
    source: { file: 'test.json', fragment: id, label: id },
    trust: grants(`the trust policy of \`${id}\``, ...trust),
    permissions: grants(`the permission policy of \`${id}\``, ...permissions),
    unseen: [],
    tags: { values: [], complete: true },
    functions: [],
    ...(boundary && { boundary: { type: 'seen', label: 'boundary', grants: grants('the boundary', ...boundary) } }),
    ...(session && { sessionPolicies: [grants('the session policy', ...session)] }),
    ...others,
  };
}

/** An entity that is only named. */
export function unseen(entity: Entity): Entity {
  const { source: _source, trust: _trust, ...others } = entity;
  return others;
}

function text(value: Value): Text {
  return typeof value === 'string' ? [value] : value;
}

export function control(
  kind: 'scp' | 'rcp',
  targets: readonly Value[],
  ...statements: readonly Statement[]
): AttachedControlPolicy {
  return {
    kind,
    label: `the ${kind}`,
    grants: grants(`the ${kind}`, ...statements),
    targets: targets.map(text),
    origin: { file: `${kind}.json`, fragment: '', policy: 0, label: `the ${kind}` },
  };
}

export function world(traits: Partial<World> = {}): World {
  return { entities: [], controlPolicies: [], partition: ['aws'], ...traits };
}

export function hop(source: Entity, target: Entity, of: Partial<World> = {}): Verdict {
  return evaluateHop(world({ entities: [source, target], ...of }), source, target);
}

/** The verdict and the sentences of its assumptions, on lines of their own. */
export function say(verdict: Verdict): string {
  return [verdict.verdict, ...verdict.assumptions.map(({ sentence }) => sentence)].join('\n');
}

export function roleNamed(name: string, account = A): string {
  return `arn:aws:iam::${account}:role/${name}`;
}
