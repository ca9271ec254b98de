import { editDistance } from '../catalog/edit-distance.ts';

/** The names that a mistyped one may have meant, best first, at most three. */
export function nearest(typed: string, names: readonly string[]): readonly string[] {
  const wanted = typed.toLowerCase();
  const far = Math.min(6, Math.max(2, Math.floor(wanted.length / 3)));
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, name, far) }))
    .filter(({ distance }) => distance <= far)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A name that holds every word typed is near, however much longer it is. */
function distanceOf(typed: string, name: string, far: number): number {
  const words = name.split('-');
  const typedWords = typed.split(/[-_ ]+/).filter((word) => word.length > 2);
  if (typedWords.length > 0 && typedWords.every((word) => words.includes(word))) return 1;
  // What is far longer than any name is far from it; measuring how far would take long.
  return typed.length > 100 ? Number.POSITIVE_INFINITY : editDistance(typed, name, far);
}
