import type { ParameterRule } from '../catalog/sts-parameters.ts';
import type { UnknownType } from '../role/text.ts';
import { isAccount } from './align.ts';

/** What the words are like that an unknown can be. */
export interface WordKind {
  readonly fits: (word: string) => boolean;
  /** Whether a word that fits can begin so, where it can without the last character. */
  readonly begins: (word: string) => boolean;
  /** Words of the same shape may go on alike. */
  readonly shapeOf: (word: string) => string;
}

const byType: Readonly<Record<UnknownType, WordKind>> = {
  account: {
    fits: isAccount,
    begins: (word) => word.length <= 12 && /[0-9]$/.test(word),
    shapeOf: (word) => String(word.length),
  },
  // What names a resource of AWS holds no wildcard: IAM names are `[\w+=,.@-]+`.
  name: {
    fits: (word) => word !== '' && !/[/:*?]/.test(word),
    begins: (word) => !/[/:*?]$/.test(word),
    shapeOf: () => '',
  },
  path: {
    fits: (word) => word === '' || (word.endsWith('/') && !word.startsWith('/') && !word.includes('//')),
    begins: (word) => word !== '/' && !word.endsWith('//') && !word.endsWith(':'),
    shapeOf: (word) => word.slice(-1),
  },
  text: { fits: () => true, begins: () => true, shapeOf: () => '' },
};

export function kindOfType(type: UnknownType): WordKind {
  return byType[type];
}

/** The words that a parameter of an API takes. */
export function kindOfParameter({ characters, shortest, longest }: ParameterRule): WordKind {
  return {
    fits: (word) => word.length >= shortest && word.length <= longest && characters.test(word),
    begins: (word) => word.length <= longest && characters.test(word.slice(-1)),
    shapeOf: (word) => String(Math.min(word.length, shortest)),
  };
}
