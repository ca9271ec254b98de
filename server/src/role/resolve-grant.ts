import { keptWith } from '../base/once.ts';
import type { Grant, GrantCondition, Listed, ListedPrincipals } from './grant.ts';
import type { Text } from './text.ts';

/** Puts values in the place of a template's own expressions. */
export interface Resolver {
  /** A single text. */
  readonly text: (text: Text) => Text;
  /** The texts that one entry of a list stands for: several for a parameter that is a list; undefined: not known. */
  readonly list: (text: Text) => readonly Text[] | undefined;
}

/** The same grants where nothing in them is to be replaced. */
export function resolveGrants(grants: readonly Grant[], resolver: Resolver): readonly Grant[] {
  return mapSame(grants, (grant) => resolveGrant(grant, resolver));
}

/** Statements of a policy that may not be attached at all. */
export function uncertainGrants(grants: readonly Grant[]): readonly Grant[] {
  const known =
    uncertain.get(grants) ?? mapSame(grants, (each) => (each.complete ? { ...each, complete: false } : each));
  uncertain.set(grants, known);
  return known;
}

const uncertain = keptWith<readonly Grant[], readonly Grant[]>();

function resolveGrant(grant: Grant, resolver: Resolver): Grant {
  const actions = grant.actions && resolveListed(grant.actions, resolver);
  const resources = grant.resources && resolveListed(grant.resources, resolver);
  const principals = grant.principals && resolvePrincipals(grant.principals, resolver);
  const conditions = mapSame(grant.conditions, (each) => resolveListed(each, resolver));
  const isSame =
    actions === grant.actions &&
    resources === grant.resources &&
    principals === grant.principals &&
    conditions === grant.conditions;
  if (isSame) return grant;
  return {
    ...grant,
    ...(actions && { actions }),
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions,
  };
}

function resolveListed<T extends Listed | GrantCondition>(listed: T, resolver: Resolver): T {
  if (!listed.values.some(hasUnknown)) return listed;
  const all = listed.values.map((text) => (hasUnknown(text) ? resolver.list(text) : [text]));
  return {
    ...listed,
    values: all.flatMap((texts) => texts ?? []),
    complete: listed.complete && !all.includes(undefined),
  };
}

function resolvePrincipals(listed: ListedPrincipals, resolver: Resolver): ListedPrincipals {
  if (!listed.values.some(({ value }) => hasUnknown(value))) return listed;
  const all = listed.values.map(({ type, value }) => resolver.list(value)?.map((text) => ({ type, value: text })));
  return {
    ...listed,
    values: all.flatMap((each) => each ?? []),
    complete: listed.complete && !all.includes(undefined),
  };
}

function hasUnknown(text: Text): boolean {
  return text.some((part) => typeof part !== 'string');
}

/** The same list where no item has changed. */
function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let same = true;
  const changed = items.map((item) => {
    const next = change(item);
    if (next !== item) same = false;
    return next;
  });
  return same ? items : changed;
}
