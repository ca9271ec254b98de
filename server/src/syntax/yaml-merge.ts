import type { Node, ObjectNode, Property } from './node.ts';

/** More merged properties than any real text has; merges of merges could grow to the square of the text. */
const mostMerged = 20_000;

/** Adds up the properties that one document's merge keys bring in. */
export interface MergeBudget {
  left: number;
}

export function mergeBudget(): MergeBudget {
  return { left: mostMerged };
}

/** The objects that a merge key's value names: one, or each of a list. Undefined when it is no such value. */
export function mergedObjects(value: Node): readonly ObjectNode[] | undefined {
  if (value.type === 'object') return [value];
  if (value.type !== 'array') return undefined;
  const objects = value.items.filter((item) => item.type === 'object');
  return objects.length === value.items.length ? objects : undefined;
}

/** The own properties, and behind them those of the merged objects whose names are not there yet. */
export function mergeProperties(
  own: readonly Property[],
  merged: readonly ObjectNode[],
  budget: MergeBudget,
): readonly Property[] {
  const names = new Set(own.map((each) => each.key.value));
  const properties = [...own];
  for (const object of merged) {
    for (const property of object.properties) {
      if (names.has(property.key.value) || budget.left <= 0) continue;
      names.add(property.key.value);
      properties.push(property);
      budget.left--;
    }
  }
  return properties;
}
