import { oncePer } from '../base/once.ts';
import { table } from '../base/table.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import { type EscalationPath, escalationPaths, iamEntityOf } from '../catalog/escalation-paths.ts';
import type { Node } from '../syntax/node.ts';
import { isOnEverything } from './breadth.ts';
import { demandsKey, isPositive, letsAnyValueThrough } from './condition.ts';
import type { Policy } from './policy.ts';
import { allowsAction } from './powers.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import { literalOf, type Value } from './value.ts';
import { actionMatches, hasWildcard } from './wildcard.ts';

/** What a set of policies grants of what escalation paths need. Only what no resource and no condition narrows. */
export interface EscalationGrants {
  readonly actions: readonly string[];
  /** Services to which any role may be passed, and to no others. */
  readonly passesTo: readonly string[];
  /** Actions that a Deny takes away, everywhere or under a condition. */
  readonly denied: readonly string[];
  /** Everything is granted: an administrator has no need to escalate. */
  readonly isAdministrator: boolean;
}

export const noGrants: EscalationGrants = { actions: [], passesTo: [], denied: [], isAdministrator: false };

const passRole = 'iam:PassRole';
const watched: readonly string[] = [...new Set([passRole, ...escalationPaths.flatMap(({ actions }) => actions)])];
const watchedNames: ReadonlySet<string> = new Set(watched.map((each) => each.toLowerCase()));
const watchedServices: ReadonlySet<string> = new Set([...watchedNames].map((each) => each.slice(0, each.indexOf(':'))));

/** Reads the grants of identity policies. */
export function escalationGrantsOf(policies: readonly Policy[]): EscalationGrants {
  return joinGrants(policies.map(grantsOf));
}

/** The summary of a resource asks, and so do rules. */
const grantsOf = oncePer(({ statements }: Policy): EscalationGrants => {
  const allows = statements.filter(({ effect, action }) => effect === 'Allow' && action !== undefined);
  const denies = statements.filter(({ effect }) => effect === 'Deny');
  const granted = allows.flatMap((each) => watchedIn(each).filter((action) => grantsAnywhere(each, action)));
  return {
    actions: [...new Set(granted)].filter((action) => action !== passRole),
    passesTo: [...new Set(allows.flatMap(servicesPassedTo))],
    denied: [...new Set(denies.flatMap(deniedMostly))],
    isAdministrator: allows.some(isAdministrator),
  };
});

/** The watched actions that a statement may be about. Most statements name other actions in full. */
function watchedIn({ action }: Statement): readonly string[] {
  if (action === undefined || !action.complete) return watched;
  const texts: string[] = [];
  for (const value of action.values) {
    const text = literalOf(value)?.toLowerCase();
    if (text === undefined || text === '*') return watched;
    if (watchedNames.has(text) || (hasWildcard(text) && mayBeOfWatched(text))) texts.push(text);
  }
  return texts.length === 0 ? [] : watched.filter((each) => texts.some((text) => actionMatches(text, each)));
}

/** By the service before the colon. */
function mayBeOfWatched(pattern: string): boolean {
  const service = pattern.slice(0, Math.max(pattern.indexOf(':'), 0));
  return service === '' || hasWildcard(service) || watchedServices.has(service);
}

export function joinGrants(all: readonly EscalationGrants[]): EscalationGrants {
  const [only, ...more] = all;
  if (only !== undefined && more.length === 0) return only;
  return {
    actions: [...new Set(all.flatMap((each) => each.actions))],
    passesTo: [...new Set(all.flatMap((each) => each.passesTo))],
    denied: [...new Set(all.flatMap((each) => each.denied))],
    isAdministrator: all.some((each) => each.isAdministrator),
  };
}

/** The paths that are open, in the order of the table. None for an administrator. */
export function openPaths(grants: EscalationGrants): readonly EscalationPath[] {
  if (grants.isAdministrator || grants.actions.length === 0) return [];
  const has = (action: string) => grants.actions.includes(action) && !grants.denied.includes(action);
  return escalationPaths.filter(
    ({ actions, passesTo }) =>
      actions.every(has) &&
      (passesTo === undefined || (grants.passesTo.includes(passesTo) && !grants.denied.includes(passRole))),
  );
}

/** Where the policies grant what a path needs first: the entry of `Action`. */
export function grantingNode(policies: readonly Policy[], { actions, passesTo }: EscalationPath): Node | undefined {
  const statements = policies.flatMap((each) => each.statements).filter(({ effect }) => effect === 'Allow');
  const wanted = passesTo === undefined ? actions[0] : passRole;
  const found = statements.find((each) =>
    passesTo === undefined ? grantsAnywhere(each, wanted ?? '') : servicesPassedTo(each).includes(passesTo),
  );
  return found?.action?.values.find((value) => actionMatches(literalOf(value) ?? '', wanted ?? ''))?.node;
}

function grantsAnywhere(statement: Statement, action: string): boolean {
  if (statement.action === undefined || allowsAction(statement, action) !== 'yes' || isConditional(statement))
    return false;
  return reachesAll(statement, action);
}

function isConditional({ condition }: Statement): boolean {
  return !condition.complete || condition.entries.length > 0;
}

function reachesAll({ resource }: Statement, action: string): boolean {
  const entity = iamEntityOf(action);
  return (
    resource?.values.some((value) => {
      const text = textOf(value);
      if (text === undefined) return false;
      if (entity === undefined) return /^(\*+|arn:[^:]*:[^:]*:[^:]*:[^:]*:([a-z-]+[:/])?\*+)$/.test(text);
      return unlikely(entity).every((arn) => wildcardMatches(text, arn));
    }) ?? false
  );
}

/** Two entities that no one would name: a pattern that fits both fits every one of its account. */
function unlikely(entity: string): readonly string[] {
  return [`arn:aws:iam::000000000000:${entity}/q`, `arn:aws:iam::000000000000:${entity}/zz/yy/xx`];
}

/** With one partition and one account in the place of those that are not known, or that are named. */
function textOf({ parts }: Value): string | undefined {
  const texts = parts.map((part) => {
    if (part.type === 'literal') return part.text;
    return part.why === 'pseudo' ? (pseudo[part.symbol] ?? 'a') : undefined;
  });
  if (!texts.every((text) => text !== undefined)) return undefined;
  return texts.join('').replace(/^arn:[^:]*:iam::\d{12}:/, 'arn:aws:iam::000000000000:');
}

const pseudo: Readonly<Record<string, string>> = table({ 'AWS::AccountId': '000000000000', 'AWS::Partition': 'aws' });

/**
 * Whether a condition says to which services a role may be passed. With `IfExists` too: AWS writes it so in policies of
 * its own (`AWSServiceRoleForAmazonEKSNodegroup`, the service role of CodePipeline), since not every service is
 * established to send the key.
 */
export function limitsPassedService(entry: ConditionEntry): boolean {
  const isLimit = demandsKey(entry) || (entry.operator?.ifExists === true && isPositive(entry));
  return isLimit && entry.key.toLowerCase() === 'iam:passedtoservice' && !letsAnyValueThrough(entry);
}

/** Where `iam:PassedToService` is all that narrows: what nothing narrows is the matter of `pass-role-any-role`. */
function servicesPassedTo(statement: Statement): readonly string[] {
  const { condition } = statement;
  const [only, ...more] = condition.entries;
  if (only === undefined || more.length > 0 || !condition.complete || !limitsPassedService(only)) return [];
  if (statement.action === undefined) return [];
  if (allowsAction(statement, passRole) !== 'yes' || !reachesAll(statement, passRole)) return [];
  return only.values.flatMap((value) => {
    const text = literalOf(value);
    return text === undefined || hasWildcard(text) ? [] : [text.replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com')];
  });
}

/** A Deny of some resources by name leaves the others. One whose extent is not known counts. */
function deniedMostly(statement: Statement): readonly string[] {
  const isWide = statement.notResource !== undefined || isOnEverything(statement);
  return watchedIn(statement).filter(
    (action) => allowsAction(statement, action) !== 'no' && (isWide || reachesAll(statement, action)),
  );
}

function isAdministrator(statement: Statement): boolean {
  const isEvery = statement.action?.values.some((value) => /^\*+(:\*+)?$/.test(literalOf(value) ?? '')) ?? false;
  return isEvery && isOnEverything(statement) && !isConditional(statement);
}
