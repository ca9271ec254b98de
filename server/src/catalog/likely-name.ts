import { closestName } from './closest-name.ts';

/**
 * The name that a slip of the pen was meant to be; undefined where none is likely. What is made of words that stand in the
 * other names is no slip, however close it is to one of them: AWS may have added `PutRule` beside `GetRule`.
 */
export function likelyName(written: string, names: readonly string[], words: readonly string[]): string | undefined {
  const known = new Set([...words, ...names.flatMap(wordsOf)]);
  const isWellSpelt = wordsOf(written).every((word) => known.has(word) || /^\d/.test(word));
  return isWellSpelt ? undefined : closestName(written, names);
}

/** `get`, `object`, `v`, `2` of `GetObjectV2`; the plural is the same word, since AWS adds `BatchGet…s` to `Get…`. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase().replace(/(?<=\w\w)s$/, ''));
}
