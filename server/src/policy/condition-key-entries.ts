import { groupBy } from '../base/group.ts';
import { oncePer } from '../base/once.ts';
import type { StringNode } from '../syntax/node.ts';
import type { Policy } from './policy.ts';
import type { ConditionEntry, Statement } from './statement.ts';

/** An entry with the statement that it stands in. */
export interface KeyEntry {
  readonly entry: ConditionEntry;
  readonly statement: Statement;
}

/** The entries of all conditions whose key is known: one that is still to be filled in or substituted is left out. */
export const keyEntries = oncePer((policy: Policy): readonly KeyEntry[] => {
  const entries: KeyEntry[] = [];
  for (const statement of policy.statements)
    for (const entry of statement.condition.entries) if (!/[<>{}]/.test(entry.key)) entries.push({ entry, statement });
  return entries;
});

/** Whether the key stands under the operator already: renaming another to it would make a duplicate. */
export function isKeyTaken({ entry, statement }: KeyEntry, key: string): boolean {
  return keysByOperator(statement).get(entry.operatorNode)?.has(key.toLowerCase()) === true;
}

/** The keys that stand under each operator, in small letters. */
const keysByOperator = oncePer(({ condition }: Statement): ReadonlyMap<StringNode, ReadonlySet<string>> => {
  const byOperator = groupBy(condition.entries, ({ operatorNode }) => operatorNode);
  return new Map(
    [...byOperator].map(([operator, entries]) => [operator, new Set(entries.map(({ key }) => key.toLowerCase()))]),
  );
});
