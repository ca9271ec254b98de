/** A character that a reader takes for another one, or does not see. */
export interface DeceptiveCharacter {
  readonly character: string;
  /** What it looks like, in ASCII; empty for what is not seen. */
  readonly like: string;
  /** `a Cyrillic letter`, for a sentence. */
  readonly name: string;
}

/** Letters of other alphabets, each in the place of the Latin letter below it that it looks like: Unicode Technical Standard #39, confusables. */
const letters: readonly (readonly [name: string, characters: string, like: string])[] = [
  [
    'a Cyrillic letter',
    '\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u04cf\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u04ae',
    'aeopcxyijshdqwlABEKMHOPCTXIJSY',
  ],
  [
    'a Greek letter',
    '\u03bf\u03bd\u03c1\u03b1\u03b9\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7',
    'ovpaiABEZHIKMNOPTYX',
  ],
];

/** Punctuation that names of AWS are written with, and what looks like it: the same standard. */
const marks: readonly (readonly [like: string, characters: string])[] = [
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2212\ufe63'],
  [':', '\u02d0\u0589\u05c3\u2236\ua789\ufe55'],
  ['/', '\u2044\u2215\u29f8'],
  ['*', '\u204e\u2217\u2731'],
  ['.', '\u2024'],
  [' ', '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
];

/** What is not seen: the format characters of Unicode (general category Cf) that stand in text by accident or on purpose. */
const invisible: readonly (readonly [name: string, characters: string])[] = [
  [
    'a character that reverses the direction of text',
    '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  ],
  ['an invisible character', '\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff'],
];

const fullWidth: readonly DeceptiveCharacter[] = Array.from({ length: 0x5e }, (_, index) => ({
  character: String.fromCharCode(0xff01 + index),
  like: String.fromCharCode(0x21 + index),
  name: 'a full-width character',
}));

const rows: readonly DeceptiveCharacter[] = [
  ...fullWidth,
  ...letters.flatMap(([name, characters, like]) =>
    [...characters].map((character, index) => ({ character, like: like[index] ?? '', name })),
  ),
  ...marks.flatMap(([like, characters]) =>
    [...characters].map((character) => ({
      character,
      like,
      name: like === ' ' ? 'a special space' : 'a special character',
    })),
  ),
  ...invisible.flatMap(([name, characters]) => [...characters].map((character) => ({ character, like: '', name }))),
];

const byCharacter: ReadonlyMap<string, DeceptiveCharacter> = new Map(rows.map((row) => [row.character, row]));

export function findDeceptiveCharacter(character: string): DeceptiveCharacter | undefined {
  return byCharacter.get(character);
}

/** Controls of the direction in which text is shown: what stands behind one may be read in another order than it is. */
export function turnsText({ name }: DeceptiveCharacter): boolean {
  return name === invisible[0]?.[0];
}
