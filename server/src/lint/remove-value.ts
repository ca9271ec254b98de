import { removeItem } from '../edit/remove.ts';
import type { EditTarget } from '../edit/target.ts';
import type { ValueList } from '../policy/statement.ts';
import { describeParts, type Value } from '../policy/value.ts';
import type { Fix } from './finding.ts';

/** The fix that takes a value out of a list in which another one says as much. */
export function removeValue({ property }: ValueList, value: Value, target: EditTarget): readonly Fix[] {
  const list = property.value;
  if (list.type !== 'array') return [];
  return [
    {
      title: `Remove ${describeParts(value.parts)}`,
      applicability: 'safe',
      preferred: true,
      changes: () => removeItem(target, list, list.items.indexOf(value.node)),
    },
  ];
}
