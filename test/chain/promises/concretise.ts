import type { Entity, Place } from '../../../server/src/role/entity.ts';
import type { Grant, Listed } from '../../../server/src/role/grant.ts';
import { type Text, textKey } from '../../../server/src/role/text.ts';
import { requestContext } from '../oracle/context.ts';
import type { Call, Caller } from '../oracle/evaluate.ts';
import type { Context, OraclePolicy, OracleStatement } from '../oracle/policy.ts';
import type { Choice } from './choices.ts';
import { grantsOf, type NamedGrant } from './mentions.ts';
import type { ChainCase } from './scene.ts';
import { type Assignment, tokens } from './variables.ts';

const allowAll: OraclePolicy = { Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] };
const denyAll: OraclePolicy = { Statement: [{ Effect: 'Deny', Action: ['*'], Resource: ['*'] }] };

/** An account as it is in one assignment. */
interface Where {
  readonly account: string;
  /** Undefined: in no organization. */
  readonly path: string | undefined;
  readonly isManagement: boolean;
}

const chosen = /^(sts:(externalid|rolesessionname|sourceidentity)|aws:requesttag\/.*)$/;

/**
 * A parameter that pins what the caller chooses is taken to hold what the API accepts, which no wildcard is:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
function pinsWhatCannotBe({ policies }: Prepared, assignment: Assignment): boolean {
  const wild = [...assignment].flatMap(([id, value]) =>
    id.startsWith('text:') && (value === '*' || value === 'al*') ? [id.slice('text:'.length)] : [],
  );
  if (wild.length === 0) return false;
  return [...policies.values()]
    .flat()
    .some(({ grant }) =>
      grant.conditions.some(
        ({ operator, key, values }) =>
          operator.includes('Equals') &&
          chosen.test(key.toLowerCase()) &&
          values.flat().some((part) => typeof part !== 'string' && wild.includes(part.unknown)),
      ),
    );
}

/** What is the same in every world of a case. */
export interface Prepared {
  readonly chain: ChainCase;
  /** The statements of each policy, by the policy's name. */
  readonly policies: ReadonlyMap<string, readonly NamedGrant[]>;
  /** Values that are not seen are filled in from the request, so that policies differ by what the caller chooses. */
  readonly dependsOnRequest: boolean;
}

export function prepare(chain: ChainCase): Prepared {
  const grants = grantsOf(chain);
  return {
    chain,
    policies: groupByPolicy(grants),
    dependsOnRequest: grants.some(({ grant }) => grant.conditions.some(({ complete }) => !complete)),
  };
}

function groupByPolicy(grants: readonly NamedGrant[]): ReadonlyMap<string, readonly NamedGrant[]> {
  const found = new Map<string, NamedGrant[]>();
  for (const each of grants) {
    const policy = each.id.slice(0, each.id.indexOf('#'));
    found.set(policy, [...(found.get(policy) ?? []), each]);
  }
  return found;
}

type Policies = Pick<Call, 'identity' | 'boundary' | 'session' | 'serviceControl' | 'resourceControl'> & {
  readonly trust: OraclePolicy;
};

/** The call in a world where all is known; undefined where this assignment cannot be. */
export function concretise(prepared: Prepared, assignment: Assignment): ((choice: Choice) => Call) | undefined {
  const { chain, dependsOnRequest } = prepared;
  const { source, target } = chain;
  if (pinsWhatCannotBe(prepared, assignment)) return undefined;
  const read = reader(assignment);
  const homePlace = pickPlace(target, assignment.get('place:target'));
  const ownPlace = source.kind === 'service' ? homePlace : pickPlace(source, assignment.get('place:source'));
  const home = whereIs(chain, homePlace, assignment);
  const own = whereIs(chain, ownPlace, assignment);
  if (!agree(chain, own, home, read)) return undefined;
  if (own.account === home.account && (isBesideUnit(ownPlace, homePlace) || isBesideUnit(homePlace, ownPlace)))
    return undefined;

  const targetArn = `arn:aws:iam::${home.account}:role${read(target.path ?? [])}${read(target.name)}`;
  const base = callerOf(source, own, 'one', read);
  const fill = (text: string): string => fillTokens(text, base, own.account, targetArn, home.account);
  const keys = knownKeys(source, own, assignment, read, fill);
  let known: Policies | undefined;
  return (choice) => {
    const caller = base.kind === 'role' ? callerOf(source, own, choice.session, read) : base;
    const others = new Map(keys);
    for (const [key, values] of choice.keys) others.set(key, values.map(fill));
    const context = requestContext(caller, home, own.path, others);
    const readAll = (text: Text): string => fill(read(text));
    const policies = known ?? policiesOf(prepared, assignment, own, home, readAll, context);
    if (!dependsOnRequest) known = policies;
    const { trust, ...rest } = policies;
    return { ...rest, caller, target: { account: home.account, arn: targetArn, trust }, context };
  };
}

function knownKeys(
  source: Entity,
  own: Where,
  assignment: Assignment,
  read: (text: Text) => string,
  fill: (text: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  const tag = source.tags.values.find(({ key }) => key === 'team');
  if (tag !== undefined) keys.set('aws:principaltag/team', [read(tag.value)]);
  for (const [id, value] of assignment) {
    if (id.startsWith('key:') && value !== undefined) keys.set(id.slice('key:'.length), [fill(value)]);
  }
  if (source.kind === 'function') {
    keys.set('aws:sourcearn', [read(source.arn ?? [])]);
    keys.set('aws:sourceaccount', [own.account]);
  }
  return keys;
}

function policiesOf(
  { chain, policies }: Prepared,
  assignment: Assignment,
  own: Where,
  home: Where,
  read: (text: Text) => string,
  context: Context,
): Policies {
  const { world, source, target } = chain;
  const policy = (name: string): OraclePolicy => ({
    Statement: (policies.get(name) ?? []).flatMap((each) => statementOf(each, assignment, read, context)),
  });
  const boundary = boundaryOf(source, assignment, policy);
  return {
    trust: target.trust === undefined ? unseenTrust(assignment) : policy('trust'),
    identity: [policy('permissions'), ...unseenPermissions(source, assignment)],
    ...(boundary && { boundary }),
    session: (source.sessionPolicies ?? []).map((_, index) => policy(`session${index}`)),
    serviceControl: own.isManagement ? [] : levels(chain, own, read, policy),
    resourceControl: world.controlPolicies.flatMap((each, index) => {
      const applies =
        each.kind === 'rcp' &&
        !home.isManagement &&
        nodesOf(home).some((node) => isAttached(each.targets.map(read), node, home));
      return applies ? [policy(`control${index}`)] : [];
    }),
  };
}

function reader(assignment: Assignment): (text: Text) => string {
  return (text) =>
    text.map((part) => (typeof part === 'string' ? part : (assignment.get(`text:${part.unknown}`) ?? ''))).join('');
}

function pickPlace({ places }: Entity, index: string | undefined): Place {
  const place = places[Number(index ?? 0)];
  if (place === undefined) throw new Error('an entity without a place');
  return place;
}

function whereIs({ world }: ChainCase, place: Place, assignment: Assignment): Where {
  const read = reader(assignment);
  const account = read(place.account);
  const key = textKey(place.account);
  const written = place.organizationPath ?? assignment.get(`orgpath:${key}`);
  const path =
    written === 'none' || written === undefined ? undefined : typeof written === 'string' ? written : read(written);
  // The closed world: a member account unless the organization says that it is the management account.
  const isManagement = place.isManagement ?? account === world.organization?.managementAccount;
  return { account, path, isManagement };
}

/**
 * The closed world: an account that the workspace names is not one of a unit's accounts unless the organization says so.
 * It is said of the product in chain/closed-world.ts, so no assumption is needed for it.
 */
function isBesideUnit(unit: Place, named: Place): boolean {
  const isOpen = ({ account }: Place): boolean => account.some((part) => typeof part !== 'string');
  return unit.unit !== undefined && isOpen(unit) && !isOpen(named) && named.organizationPath === undefined;
}

/** One account is in one place; the management account and every account with a policy are in the organization. */
function agree({ world }: ChainCase, own: Where, home: Where, read: (text: Text) => string): boolean {
  const isSame = own.account === home.account;
  if (isSame && (own.path !== home.path || own.isManagement !== home.isManagement)) return false;
  if (!isSame && own.isManagement && home.isManagement) return false;
  const directly = world.controlPolicies.flatMap(({ targets }) => targets.map(read));
  return [own, home].every(({ account, path, isManagement }) => {
    const isInside = world.organization !== undefined && (path?.startsWith(`${world.organization.id}/`) ?? false);
    // The management account is directly under the root, or in a unit: AWS allows both.
    return isInside || (!isManagement && !directly.includes(account));
  });
}

function callerOf(source: Entity, own: Where, session: string, read: (text: Text) => string): Caller {
  const name = read(source.name);
  switch (source.kind) {
    case 'service':
      return { kind: 'service', service: name };
    case 'function':
      return { kind: 'service', service: 'lambda.amazonaws.com' };
    case 'user':
      return {
        kind: 'user',
        account: own.account,
        arn: `arn:aws:iam::${own.account}:user${read(source.path ?? [])}${name}`,
      };
    default:
      return {
        kind: 'role',
        account: own.account,
        arn: `arn:aws:iam::${own.account}:role${read(source.path ?? [])}${name}`,
        sessionArn: `arn:aws:sts::${own.account}:assumed-role/${name}/${session}`,
      };
  }
}

function fillTokens(text: string, caller: Caller, account: string, targetArn: string, targetAccount: string): string {
  switch (text) {
    case tokens.source:
      return caller.kind === 'service' ? caller.service : caller.arn;
    case tokens.account:
      return account;
    case tokens.target:
      return targetArn;
    case tokens.targetAccount:
      return targetAccount;
    default:
      return text;
  }
}

function statementOf(
  { id, grant }: NamedGrant,
  assignment: Assignment,
  read: (text: Text) => string,
  context: Context,
): readonly OracleStatement[] {
  if (assignment.get(`there:${id}`) === 'no') return [];
  const has = (what: string): boolean => assignment.get(`${what}:${id}`) === 'yes';
  const list = (listed: Listed, what: string): readonly string[] => [
    ...listed.values.map(read),
    ...(has(what) ? ['*'] : []),
  ];
  const { actions, resources, principals } = grant;
  const who = [
    ...(principals?.values ?? []).map(({ type, value }) => ({ type, value: read(value) })),
    ...(has('principals') ? [{ type: '*', value: '*' }] : []),
  ];
  return [
    {
      Effect: effectOf(id, grant, assignment),
      ...(actions && { [actions.negated ? 'NotAction' : 'Action']: list(actions, 'actions') }),
      ...(resources && { [resources.negated ? 'NotResource' : 'Resource']: list(resources, 'resources') }),
      ...(principals && { [principals.negated ? 'NotPrincipal' : 'Principal']: who }),
      Condition: grant.conditions.map(({ operator, key, values }, index) => ({
        operator,
        key,
        // A value that is not seen may be just what the request has.
        values: [...values.map(read), ...(has(`condition${index}`) ? (context.get(key.toLowerCase()) ?? []) : [])],
      })),
    },
  ];
}

function effectOf(id: string, grant: Grant, assignment: Assignment): 'Allow' | 'Deny' {
  return grant.effect ?? (assignment.get(`effect:${id}`) === 'Allow' ? 'Allow' : 'Deny');
}

function unseenTrust(assignment: Assignment): OraclePolicy {
  const everyone = { Effect: 'Allow', Principal: [{ type: '*', value: '*' }], Action: ['*'] } as const;
  return { Statement: assignment.get('trust') === 'yes' ? [everyone] : [] };
}

function unseenPermissions(source: Entity, assignment: Assignment): readonly OraclePolicy[] {
  const powers = [...source.unseen.map(({ id }) => assignment.get(`unseen:${id}`)), assignment.get('permissions')];
  return powers.flatMap((power) => (power === 'allow' ? [allowAll] : power === 'deny' ? [denyAll] : []));
}

function boundaryOf(
  { boundary }: Entity,
  assignment: Assignment,
  policy: (prefix: string) => OraclePolicy,
): OraclePolicy | undefined {
  if (boundary === undefined) return undefined;
  if (boundary.type === 'seen') return policy('boundary');
  return assignment.get('boundary') === 'yes' ? allowAll : { Statement: [] };
}

/** Root, units and account, from the top. */
function nodesOf({ account, path }: Where): readonly string[] {
  return path === undefined ? [] : [...path.split('/').slice(1, -1), account];
}

/** A target is an account, the id of a root or a unit, or the path that ends in it. */
function isAttached(targets: readonly string[], node: string, { path = '' }: Where): boolean {
  return targets.some((target) => target === node || (target.endsWith(`/${node}/`) && path.startsWith(target)));
}

/** AWS attaches FullAWSAccess everywhere; who attaches an Allow of their own has replaced it. */
function levels(
  { world }: ChainCase,
  own: Where,
  read: (text: Text) => string,
  policy: (prefix: string) => OraclePolicy,
): readonly (readonly OraclePolicy[])[] {
  return nodesOf(own).map((node) => {
    const attached = world.controlPolicies.flatMap((each, index) =>
      each.kind === 'scp' && isAttached(each.targets.map(read), node, own) ? [policy(`control${index}`)] : [],
    );
    const isReplaced = attached.some(({ Statement }) => Statement.some(({ Effect }) => Effect === 'Allow'));
    return isReplaced ? attached : [...attached, allowAll];
  });
}
