import { oncePer } from '../base/once.ts';
import { globalConditionKeys } from '../catalog/condition-keys.ts';
import { leavesOrganizationOpen } from '../catalog/organization-path.ts';
import { demandsKey, entriesOn, isPositive, letsAnyValueThrough } from './condition.ts';
import type { Comparison, ConditionEntry, Statement } from './statement.ts';
import { hasPlaceholder, literalOf, type Value } from './value.ts';
import { patternOf, unknown, type ValuePattern } from './value-pattern.ts';

/** The keys whose values are paths of an organization, `o-…/r-…/ou-…/`. */
export const organizationPathKeys: readonly string[] = globalConditionKeys
  .filter(({ name }) => name.endsWith('OrgPaths'))
  .map(({ name }) => name);

/** Whether a condition compares such a key; `Null` only asks whether it is there. */
export function comparesPaths({ operator, key }: Comparison): boolean {
  return operator !== undefined && operator.operator.type !== 'null' && pathKeys.has(key.toLowerCase());
}

const pathKeys: ReadonlySet<string> = new Set(organizationPathKeys.map((key) => key.toLowerCase()));

/** The conditions that compare such a key. */
export function pathEntries(statement: Statement): readonly ConditionEntry[] {
  return entriesOn(statement.condition, organizationPathKeys).filter(
    ({ operator }) => operator !== undefined && operator.operator.type !== 'null',
  );
}

/** The values of those conditions that compare text, as patterns; none where a value is no scalar or has still to be filled in. */
export function pathPatterns(statement: Statement): readonly PathValue[] {
  return holdsPaths(statement) ? readPatterns(statement) : [];
}

/** Whether one of its conditions compares such a key, as few do. */
export function holdsPaths({ condition }: Statement): boolean {
  return condition.entries.some(comparesPaths);
}

const readPatterns = oncePer((statement: Statement): readonly PathValue[] =>
  pathEntries(statement)
    .filter(({ operator }) => operator?.operator.type === 'string')
    .flatMap((entry) =>
      entry.values
        .filter((value) => !hasPlaceholder(value))
        .map((value) => ({ entry, value, pattern: patternOf(value) })),
    ),
);

export interface PathValue {
  readonly entry: ConditionEntry;
  readonly value: ConditionEntry['values'][number];
  readonly pattern: ValuePattern;
}

/** True where the wildcards of a path leave open of which organization it is: see `leavesOrganizationOpen`. */
export function isOfAnyOrganization({ parts: [beginning] }: Value): boolean {
  return beginning?.type === 'literal' && leavesOrganizationOpen(beginning.text);
}

/** Whether `*` and `?` stand for other characters in the values of a condition. */
export function takesWildcards({ operator }: Comparison): boolean {
  return operator?.operator.wildcards === true;
}

/** A pattern with each unknown as `*`. */
export function withUnknownAsWildcard({ text }: ValuePattern): string {
  return text.replaceAll(unknown, '*');
}

/**
 * True for a condition that asks for paths with `ForAllValues:` and so also holds for requests that lack the key, where
 * nothing else in the statement asks for an account or organization. `IfExists` is taken at its word: there it is meant.
 * Source: IAM User Guide, Set operators for multivalued context keys.
 */
export function holdsWithoutPath(entry: ConditionEntry, { condition }: Statement): boolean {
  if (!isPositive(entry) || entry.operator?.qualifier !== 'all' || entry.operator.ifExists) return false;
  if (!condition.complete || !/OrgPaths$/i.test(entry.key)) return false;
  const stem = entry.key.replace(/OrgPaths$/i, '');
  const siblings = entriesOn(condition, [`${stem}OrgPaths`, `${stem}OrgID`, `${stem}Account`]);
  return !siblings.some((each) => (demandsKey(each) && !letsAnyValueThrough(each)) || isPresenceGuard(each));
}

/** `"Null": { "<key>": "false" }`: the key must be there. */
function isPresenceGuard({ operator, key, values }: ConditionEntry): boolean {
  if (operator?.operator.type !== 'null' || !/Org(Paths|ID)$/i.test(key)) return false;
  return values.length === 1 && literalOf(values[0]) === 'false';
}

/**
 * The operator with which values of such a key are compared as they were meant: with a set prefix, and with wildcards
 * where a value holds one. Undefined where AWS's documents leave the choice open: negated, and without a prefix.
 */
export function meantOperator({ operator: use, values }: ConditionEntry): string | undefined {
  if (use?.operator.type !== 'string' || (use.operator.negated && use.qualifier === undefined)) return undefined;
  const isPattern = use.operator.wildcards || values.some((value) => /[*?]/.test(patternOf(value).text));
  const like = use.operator.negated ? 'StringNotLike' : 'StringLike';
  const set = use.qualifier === 'all' ? 'ForAllValues:' : 'ForAnyValue:';
  return `${set}${isPattern ? like : use.operator.name}${use.ifExists ? 'IfExists' : ''}`;
}
