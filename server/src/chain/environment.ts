import type { Text, Unknown, UnknownType } from '../role/text.ts';
import type { WordKind } from './word-kind.ts';

/** Something of a call that is not known, or that the caller chooses. */
export interface Variable {
  readonly id: string;
  /** As a sentence begins with it, such as "`${SecurityOperationsAccountID}`". */
  readonly label: string;
  /** What an assumption about it says it is about. */
  readonly about: string;
  readonly type: UnknownType;
  /** What its words are like, where its type does not say enough. */
  readonly words?: WordKind;
  /** Chosen by the caller: never an assumption. */
  readonly isChoice: boolean;
  /** A key of the request that may be missing. */
  readonly mayBeAbsent: boolean;
  /** A key of the request that has a list of values. */
  readonly isMany: boolean;
  /** A key of which it is not known whether it has a list of values. */
  readonly mayBeMany?: boolean;
  /** All the values that it can have, where they are known. */
  readonly among?: readonly Text[];
  /** The least and the most that it can be, of a whole number. */
  readonly range?: { readonly least: number; readonly most: number };
  /** What can be said of something that is no text, the likeliest first. */
  readonly options?: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly sentence: string;
}

/** A value that a variable is given, and how that is said. */
export interface Assigned {
  /** Empty: the key is missing. */
  readonly texts: readonly Text[];
  /** A sentence; few are ever read. */
  readonly say: () => string;
  /** Ids of unknowns that are assumed to be something else. */
  readonly differsFrom?: readonly string[];
  /** The text stands for any other: nothing names it, and no sentence shows it. */
  readonly isInvented?: boolean;
}

/** Values of some of the variables, by id. */
export type Environment = ReadonlyMap<string, Assigned>;

export const nothingAssigned: Environment = new Map();

/** The ids of texts that the caller chooses begin so. */
export const choicePrefix = 'choice:';

/** A text that the caller, or whoever it stands for, may choose. */
export function chosenText(name: string, label: string, type: UnknownType = 'text'): Unknown {
  return { unknown: choicePrefix + name, label, type };
}

/** The text with all that is assigned in its place; parts that touch are joined. */
export function resolveText(text: Text, environment: Environment): Text {
  if (text.length === 1 && typeof text[0] === 'string') return text;
  const parts: (string | Unknown)[] = [];
  addResolved(parts, text, environment);
  return parts;
}

function addResolved(parts: (string | Unknown)[], text: Text, environment: Environment): void {
  for (const part of text) {
    if (typeof part === 'string') {
      const last = parts.at(-1);
      if (typeof last === 'string') parts[parts.length - 1] = last + part;
      else if (part !== '') parts.push(part);
      continue;
    }
    const value = environment.get(part.unknown)?.texts[0];
    if (value === undefined) parts.push(part);
    else addResolved(parts, value, environment);
  }
}

/** Whether the text, as far as it is resolved, depends on the unknown. */
export function mentions(text: Text, id: string): boolean {
  return text.some((part) => typeof part !== 'string' && part.unknown === id);
}
