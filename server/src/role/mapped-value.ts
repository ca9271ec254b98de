import type { MappingDeclaration } from './declaration.ts';
import type { Meaning } from './parameter-value.ts';
import { literalText, type Text } from './text.ts';

/**
 * What stands in a map under two keys. Where a key is not known, such as the region, what all rows agree on: a stack
 * whose keys are not in the map is not created. A list is no text: `unknown` stands for it as one. Undefined: not known.
 */
export function mappedValue(
  map: MappingDeclaration | undefined,
  [first = [], second = []]: readonly Text[],
  unknown: Text,
): Meaning | undefined {
  const [row, column] = [literalText(first), literalText(second)];
  const found = (map?.rows ?? [])
    .filter(({ key }) => row === undefined || key === row)
    .map(({ values }) => values.filter(({ key }) => column === undefined || key === column));
  const cells = found.flat();
  const [cell] = cells;
  // A row that lacks the key, or in which the value cannot be read, may be the one that is meant.
  if (cell === undefined || found.some((values) => values.length === 0)) return undefined;
  const said = JSON.stringify(cell.value);
  if (cells.some(({ value }) => JSON.stringify(value) !== said)) return undefined;
  if (typeof cell.value === 'string') return { text: [cell.value] };
  const values = cell.value.list.map((each): Text => [each]);
  return { text: unknown, list: { values } };
}
