import { assumeActionFor, federatedCaller } from '../catalog/sts-actions.ts';
import { parameterRules } from '../catalog/sts-parameters.ts';
import type { Entity, Place, World } from '../role/entity.ts';
import { literalText, type Text, type Unknown } from '../role/text.ts';
import { accountLabel, type KnownText, nameOf } from './describe.ts';
import { choicePrefix, chosenText, type Variable } from './environment.ts';
import type { Remembered } from './remember.ts';
import { roleArn, rootArn, sessionArn, userArn } from './role-arn.ts';
import { kindOfParameter } from './word-kind.ts';

/** As whom the call is made. */
export type Caller = 'role' | 'user' | 'account' | 'service' | 'federated';

/** A call by which a source may assume a target: what is known of it before any value is assumed. */
export interface Request {
  readonly world: World;
  readonly source: Entity;
  readonly target: Entity;
  readonly sourcePlace: Place;
  readonly targetPlace: Place;
  readonly caller: Caller;
  /** The call itself; `sts:TagSession` and `sts:SetSourceIdentity` may be needed beside it. */
  readonly action: string;
  /** The target's ARN. */
  readonly resource: Text;
  /** What `aws:PrincipalArn` is; undefined for callers that are no IAM principals. */
  readonly principalArn: Text | undefined;
  /** What a trust policy names for a session of the source; undefined where the source is no role. */
  readonly sessionArn: Text | undefined;
  readonly accountRoot: Text;
  /** Variables that were met, by id. */
  readonly variables: Map<string, Variable>;
  readonly partitions: ReadonlySet<string>;
  /** What holds, or does not, whatever is assumed. */
  readonly decided: Remembered;
}

/** False: only the target's side decides. The caller has no policies of its own, or may have any. */
export function hasOwnPolicies({ caller }: Pick<Request, 'caller'>): boolean {
  return caller === 'role' || caller === 'user';
}

/** The texts that sentences call by a name. */
export function knownTexts({
  source,
  target,
  sourcePlace,
  targetPlace,
  principalArn,
  resource,
}: Request): readonly KnownText[] {
  return [
    { text: sourcePlace.account, label: accountLabel(source, sourcePlace) },
    { text: targetPlace.account, label: accountLabel(target, targetPlace) },
    ...(principalArn === undefined ? [] : [{ text: principalArn, label: `the ARN of ${nameOf(source)}` }]),
    { text: resource, label: `the ARN of ${nameOf(target)}` },
  ];
}

/** The calls by which the source may assume the target in these places: more than one where it is not known which. */
export function requestsOf(
  world: World,
  source: Entity,
  target: Entity,
  sourcePlace: Place,
  targetPlace: Place,
): readonly Request[] {
  const caller = callerOf(source);
  const resource = resourceOf(world, target, targetPlace);
  const request: Omit<Request, 'action' | 'variables' | 'decided'> = {
    world,
    source,
    target,
    sourcePlace,
    targetPlace,
    caller,
    resource,
    principalArn: principalArnOf(caller, world, source, sourcePlace),
    sessionArn:
      caller === 'role'
        ? sessionArn(source, sourcePlace, world, [chosenText('session', 'the name of the session')])
        : undefined,
    accountRoot: rootArn(sourcePlace.account, world.partition),
    partitions: new Set(world.partition.flatMap((part) => (typeof part === 'string' ? [] : [part.unknown]))),
  };
  return actionsOf(source, caller).map((action) => ({
    ...request,
    action,
    variables: new Map(),
    decided: new WeakMap(),
  }));
}

function callerOf({ kind }: Entity): Caller {
  switch (kind) {
    case 'role':
    case 'user':
    case 'account':
    case 'federated':
      return kind;
    case 'function':
    case 'service':
      return 'service';
    case 'anyone':
      return 'account';
  }
}

function actionsOf(source: Entity, caller: Caller): readonly string[] {
  if (caller !== 'federated') return ['sts:AssumeRole'];
  const how = federatedCaller(literalText(source.name) ?? '');
  const kinds = how === undefined ? (['saml', 'web-identity'] as const) : [how];
  return kinds.map((kind) => assumeActionFor(kind));
}

function resourceOf(world: World, target: Entity, place: Place): Text {
  if (target.kind !== 'anyone') return roleArn(target, place, world);
  const path: Text = ['/', chosenText('role', 'the path and name of the role')];
  return roleArn({ ...target, path, name: [] }, place, world);
}

function principalArnOf(caller: Caller, world: World, source: Entity, place: Place): Text | undefined {
  if (caller === 'role') return roleArn(source, place, world);
  if (caller === 'user') return userArn(source, place, world);
  if (caller !== 'account') return undefined;
  const root = rootArn(place.account, world.partition);
  const last = root.at(-1);
  const start = typeof last === 'string' ? [...root.slice(0, -1), last.slice(0, -'root'.length)] : root;
  return [...start, chosenText('principal', 'the principal')];
}

/** The place of an entity of which none is known. */
export function unknownPlace(entity: Entity): Place {
  const label = `the account of ${nameOf(entity)}`;
  const id = entity.kind === 'anyone' ? `${choicePrefix}account` : `account-of:${entity.id}`;
  return { account: [{ unknown: id, label, type: 'account' }] };
}

const sessionId = `${choicePrefix}session`;
const SESSION_NAME = kindOfParameter(parameterRules.roleSessionName);

/** The variable that an unknown part of a text is. */
export function variableOf(request: Request, unknown: Unknown): Variable {
  const met = request.variables.get(unknown.unknown);
  if (met !== undefined) return met;
  const variable: Variable = {
    id: unknown.unknown,
    label: unknown.label,
    about: unknown.unknown,
    type: unknown.type,
    isChoice: unknown.unknown.startsWith(choicePrefix) || request.partitions.has(unknown.unknown),
    mayBeAbsent: false,
    isMany: false,
    ...(unknown.unknown === sessionId && { words: SESSION_NAME }),
  };
  request.variables.set(variable.id, variable);
  return variable;
}
