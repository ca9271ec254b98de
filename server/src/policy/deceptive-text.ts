import { type DeceptiveCharacter, findDeceptiveCharacter } from '../catalog/deceptive-characters.ts';

/** A character that is not what it seems, and where it stands in the text. */
export interface Deception {
  readonly at: number;
  readonly found: DeceptiveCharacter;
}

/** True for almost every text: nothing in it is beyond ASCII. */
export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: from the first to the last of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}

/**
 * The characters of a text that a reader takes for others. In a `name`, which AWS writes in ASCII, that is each that has
 * a look-alike. In any other text a word of another alphabet is a word: only letters amid Latin ones, and what is not
 * seen, are told.
 */
export function findDeceptions(text: string, isName: boolean): readonly Deception[] {
  if (isAscii(text)) return [];
  return [...text.matchAll(/[^\s\p{P}\p{S}]+|./gsu)].flatMap(({ 0: word, index }) => {
    const isMixed = /[A-Za-z]/.test(word) && /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(word);
    return [...word.matchAll(/./gsu)].flatMap(({ 0: character, index: within }): readonly Deception[] => {
      const found = findDeceptiveCharacter(character);
      if (found === undefined || !(isName || isHidden(found, character) || (isMixed && isLetter(found)))) return [];
      return [{ at: index + within, found }];
    });
  });
}

/** What joins letters of Persian or the parts of an emoji is at home in texts. */
function isHidden({ like }: DeceptiveCharacter, character: string): boolean {
  return like === '' && character !== '\u200c' && character !== '\u200d';
}

function isLetter({ like }: DeceptiveCharacter): boolean {
  return /[A-Za-z]/.test(like);
}

/** The text as it is read. */
export function withoutDeceptions(text: string, deceptions: readonly Deception[]): string {
  let done = '';
  let from = 0;
  for (const { at, found } of deceptions) {
    done += text.slice(from, at) + found.like;
    from = at + found.character.length;
  }
  return done + text.slice(from);
}
