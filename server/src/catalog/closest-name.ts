import { editDistance } from './edit-distance.ts';

/**
 * The name that a misspelt one was most likely meant to be; undefined where none is close. A difference in case alone
 * is the closest; else at most two edits, and fewer than half of the letters.
 */
export function closestName<Name extends string>(written: string, names: readonly Name[]): Name | undefined {
  const wanted = written.toLowerCase();
  const ranked = names
    .map((name) => ({ name, distance: editDistance(wanted.slice(0, 40), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= 2 && distance * 2 < name.length)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}
