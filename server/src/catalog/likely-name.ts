import { closestName, mostEdits } from './closest-name.ts';

/** Names, and the words that they and names like them are made of, in small letters. */
export interface Vocabulary {
  /** Those that are about as long as a text of so many characters. EC2 has 800 actions, and a file may misspell thousands. */
  readonly namesOfAbout: (length: number) => readonly string[];
  readonly words: ReadonlySet<string>;
}

export function vocabularyOf(names: readonly string[], commonWords: readonly string[]): Vocabulary {
  const byLength = new Map<number, readonly string[]>();
  return {
    namesOfAbout(length) {
      const found = byLength.get(length) ?? names.filter((name) => Math.abs(name.length - length) <= mostEdits);
      // Nothing is as long as what a user may write.
      if (found.length > 0) byLength.set(length, found);
      return found;
    },
    words: new Set([...commonWords, ...names.flatMap(wordsOf)]),
  };
}

/**
 * The name that a slip of the pen was meant to be; undefined where none is likely. What is made of words that stand in the
 * other names is no slip, however close it is to one of them: AWS may have added `PutRule` beside `GetRule`.
 */
export function likelyName(written: string, { namesOfAbout, words }: Vocabulary): string | undefined {
  const isWellSpelt = wordsOf(written).every((word) => words.has(word) || /^\d/.test(word));
  return isWellSpelt ? undefined : closestName(written, namesOfAbout(written.length));
}

/** `get`, `object`, `v`, `2` of `GetObjectV2`; the plural is the same word, since AWS adds `BatchGet…s` to `Get…`. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase().replace(/(?<=\w\w)s$/, ''));
}
