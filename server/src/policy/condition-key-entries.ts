import type { Policy } from './policy.ts';
import type { ConditionEntry } from './statement.ts';

/** An entry with those that stand under the same operator. */
export interface KeyEntry {
  readonly entry: ConditionEntry;
  readonly beside: readonly ConditionEntry[];
}

/** The entries of all conditions whose key is known: one that is still to be filled in or substituted is left out. */
export function keyEntries(policy: Policy): readonly KeyEntry[] {
  return policy.statements.flatMap(({ condition }) =>
    condition.entries
      .filter(({ key }) => !/[<>{}]/.test(key))
      .map((entry) => ({
        entry,
        beside: condition.entries.filter(({ operatorNode }) => operatorNode === entry.operatorNode),
      })),
  );
}

/** Whether the key stands under the operator already: renaming another to it would make a duplicate. */
export function isKeyTaken({ beside }: KeyEntry, key: string): boolean {
  return beside.some((each) => each.key.toLowerCase() === key.toLowerCase());
}
