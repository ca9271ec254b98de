import { type Kept, keptWith } from '../base/once.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import { parseOperator } from '../catalog/condition-operators.ts';
import { parseArnText, parseIamArn } from '../role/arn-text.ts';
import type { Entity } from '../role/entity.ts';
import type { Grant, GrantCondition, GrantPrincipal } from '../role/grant.ts';
import { literalText, type Text } from '../role/text.ts';
import type { StatementPart } from './verdict.ts';

/** One value of a statement by which one side of a hop names the other. */
export interface Naming {
  readonly who: Named;
  readonly grant: Grant;
  readonly part: StatementPart;
}

/** Whom a value names. Patterns are those of `StringLike`. */
export type Named =
  | {
      readonly type: 'role' | 'user';
      readonly arn: Text;
      readonly account: Text;
      readonly name: Text;
      readonly hasWildcard: boolean;
    }
  /** A session of a role: its ARN has no path. */
  | { readonly type: 'session'; readonly account: Text; readonly name: Text }
  | { readonly type: 'account'; readonly account: Text }
  | { readonly type: 'service' | 'federated'; readonly name: Text }
  /** Every role, or every one below a path: no name is said. */
  | { readonly type: 'everyone' };

/** Whom the permissions of an entity let it assume, by what its Allow statements name. */
export function namedByPermissions({ permissions }: Pick<Entity, 'permissions'>): readonly Naming[] {
  return once(permitted, permissions, readPermissions);
}

/** Whom a trust policy lets assume its role, by what its Allow statements name. */
export function namedByTrust({ trust }: Pick<Entity, 'trust'>): readonly Naming[] {
  return trust === undefined ? [] : once(trusted, trust, readTrust);
}

/** Grants are the same objects as long as nothing changes them: so are the values by which they name someone. */
const permitted = keptWith<readonly Grant[], readonly Naming[]>();
const trusted = keptWith<readonly Grant[], readonly Naming[]>();

function once(
  known: Kept<readonly Grant[], readonly Naming[]>,
  grants: readonly Grant[],
  read: (grants: readonly Grant[]) => readonly Naming[],
): readonly Naming[] {
  const found = known.get(grants) ?? read(grants);
  known.set(grants, found);
  return found;
}

function readPermissions(permissions: readonly Grant[]): readonly Naming[] {
  return permissions.flatMap((grant) => {
    if (!allowsAssuming(grant) || grant.resources === undefined) return [];
    if (grant.resources.negated)
      return [{ who: { type: 'everyone' as const }, grant, part: { element: 'resource' as const } }];
    return grant.resources.values.flatMap((value, index): readonly Naming[] => {
      const who = namedByResource(grant.hasVariables === false ? value : withoutVariables(value));
      return who === undefined ? [] : [{ who, grant, part: { element: 'resource', index } }];
    });
  });
}

function readTrust(trust: readonly Grant[]): readonly Naming[] {
  return trust.flatMap((grant) => {
    if (!allowsAssuming(grant) || grant.principals === undefined || grant.principals.negated) return [];
    return grant.principals.values.flatMap((principal, index) => namedByPrincipal(grant, principal, index));
  });
}

/** True where the statement certainly allows a call of `sts:AssumeRole` or its kin. */
function allowsAssuming({ effect, actions }: Grant): boolean {
  if (effect !== 'Allow' || actions === undefined) return false;
  const names = (action: string) => actions.values.some((value) => matchesAction(value, action));
  return ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'].some(
    (action) => names(action) !== actions.negated,
  );
}

function matchesAction(value: Text, action: string): boolean {
  const pattern = literalText(value);
  return pattern !== undefined && wildcardMatches(pattern.toLowerCase(), action.toLowerCase());
}

/** Two roles that no one would name: a pattern that matches both names nobody. */
const unlikelyRoles = ['arn:aws:iam::000000000000:role/q', 'arn:aws:iam::999999999999:role/zz/yy/xx'];

/** A policy variable, such as `${aws:PrincipalAccount}`, may stand for anything: it is as wide as a wildcard. */
export function withoutVariables(value: Text): Text {
  return value.map((part) => (typeof part === 'string' ? part.replace(/\$\{[^{}]*\}/g, '*') : part));
}

/** Whom a value of `Resource` names, policy variables taken out; undefined where it names no role. */
export function namedByResource(value: Text): Named | undefined {
  const named = parseIamArn(value);
  if (named?.kind === 'role') {
    if (!hasLetters(named.name)) return { type: 'everyone' };
    return { type: 'role', arn: value, account: named.account, name: named.name, hasWildcard: hasWildcard(value) };
  }
  const text = literalText(value);
  return text !== undefined && unlikelyRoles.every((role) => wildcardMatches(text, role))
    ? { type: 'everyone' }
    : undefined;
}

function namedByPrincipal(grant: Grant, { type, value }: GrantPrincipal, index: number): readonly Naming[] {
  const here = (who: Named): readonly Naming[] => [{ who, grant, part: { element: 'principal', index } }];
  if (type === 'Service') return here({ type: 'service', name: value });
  if (type === 'Federated') return here({ type: 'federated', name: value });
  if (type !== 'AWS' && type !== '*') return [];
  const text = literalText(value);
  if (text === '*') return narrowed(grant) ?? here({ type: 'everyone' });
  const account = accountNamed(value);
  if (account !== undefined) return narrowed(grant) ?? here({ type: 'account', account });
  const named = parseIamArn(value);
  if (named?.kind === 'role' || named?.kind === 'user')
    return here({ type: named.kind, arn: value, account: named.account, name: named.name, hasWildcard: false });
  const session = sessionNamed(value);
  return session === undefined ? [] : here(session);
}

/** The account of `111122223333` or `arn:aws:iam::111122223333:root`. A parameter alone may hold either, or an ARN. */
export function accountNamed(value: Text): Text | undefined {
  const text = literalText(value);
  if (text !== undefined && /^\d{12}$/.test(text)) return value;
  const [only, ...more] = value;
  if (typeof only === 'object' && more.length === 0 && only.type === 'account') return value;
  const arn = parseArnText(value);
  return arn !== undefined && literalText(arn.resource) === 'root' ? arn.account : undefined;
}

/** The role of `arn:…:sts::111122223333:assumed-role/NAME/…`. */
export function sessionNamed(value: Text): Extract<Named, { readonly type: 'session' }> | undefined {
  const arn = parseArnText(value);
  const [first, ...more] = arn?.resource ?? [];
  if (arn === undefined || arn.service[0] !== 'sts' || typeof first !== 'string') return undefined;
  const found = /^assumed-role\/([^/]*)(\/|$)/.exec(first);
  if (found?.[1] === undefined) return undefined;
  // An unknown right after the first slash is the role's name.
  const name: Text = found[2] === '/' ? [found[1]] : [...(found[1] === '' ? [] : [found[1]]), ...more.slice(0, 1)];
  return { type: 'session', account: arn.account, name };
}

/** Whom conditions on `aws:PrincipalArn` leave of an account, or of everyone; undefined where there are none. */
function narrowed(grant: Grant): readonly Naming[] | undefined {
  const namings = grant.conditions.flatMap((condition, index): readonly Naming[] => {
    if (!demandsPrincipalArn(condition)) return [];
    return condition.values.map((value, at) => {
      const part = { element: 'condition' as const, index, value: at };
      const named = parseIamArn(value);
      const type = named?.kind;
      if (named === undefined || (type !== 'role' && type !== 'user') || !hasLetters(named.name))
        return { who: { type: 'everyone' as const }, grant, part };
      const { account, name } = named;
      return {
        who: { type, arn: value, account, name, hasWildcard: takesWildcards(condition) && hasWildcard(value) },
        grant,
        part,
      };
    });
  });
  return namings.length === 0 ? undefined : namings;
}

function demandsPrincipalArn({ key, operator }: GrantCondition): boolean {
  const use = parseOperator(operator);
  if (key.toLowerCase() !== 'aws:principalarn' || use === undefined) return false;
  return !use.ifExists && !use.operator.negated && use.operator.type !== 'null' && use.qualifier !== 'all';
}

/** True where `*` and `?` in the values are wildcards. */
export function takesWildcards({ operator }: Pick<GrantCondition, 'operator'>): boolean {
  return parseOperator(operator)?.operator.wildcards === true;
}

/** True where the value says path and name of one role or user in full; its account may be any. */
export function namesOne(naming: Naming): boolean {
  const names = namingOne.get(naming) ?? saysInFull(naming);
  namingOne.set(naming, names);
  return names;
}

const namingOne = keptWith<Naming, boolean>();

function saysInFull({ who }: Naming): boolean {
  if (who.type === 'session') return true;
  if (who.type !== 'role' && who.type !== 'user') return false;
  return !who.hasWildcard || !hasWildcard(parseArnText(who.arn)?.resource ?? who.arn);
}

/** True where a name holds more than wildcards. */
export function hasLetters(name: Text): boolean {
  return name.some((part) => typeof part !== 'string' || /[^*?]/.test(part));
}

export function hasWildcard(text: Text): boolean {
  return text.some((part) => typeof part === 'string' && /[*?]/.test(part));
}
