import { type GlobalConditionKey, globalConditionKeyRows } from './condition-key-rows.ts';

export type { GlobalConditionKey } from './condition-key-rows.ts';

export const globalConditionKeys: readonly GlobalConditionKey[] = globalConditionKeyRows;

const byName: ReadonlyMap<string, GlobalConditionKey> = new Map(globalConditionKeys.map((key) => [key.name, key]));

const byLowerCase: ReadonlyMap<string, GlobalConditionKey> = new Map(
  globalConditionKeys.map((key) => [key.name.toLowerCase(), key]),
);

/**
 * The row of a key, whatever its case. `aws:PrincipalTag/team` finds the row of `aws:PrincipalTag/`; a tag key that is
 * left empty finds it too.
 */
export function findGlobalConditionKey(name: string): GlobalConditionKey | undefined {
  const exact = byName.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  const slash = wanted.indexOf('/');
  return byLowerCase.get(slash < 0 ? wanted : wanted.slice(0, slash + 1));
}

/** The key in AWS's own case, with the tag's key as it was written; undefined for a key that is not global. */
export function canonicalConditionKey(name: string): string | undefined {
  const key = findGlobalConditionKey(name);
  if (key === undefined) return undefined;
  return key.name.endsWith('/') ? key.name + name.slice(name.indexOf('/') + 1) : key.name;
}
