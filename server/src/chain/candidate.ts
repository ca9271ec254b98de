import { literalText, type Text, textKey } from '../role/text.ts';
import type { CallDemand, TypedDemand } from './call.ts';
import { type KnownText, quote, sayText } from './describe.ts';
import { type Assigned, type Environment, mentions, resolveText, type Variable } from './environment.ts';
import { type PatternDemand, patternClasses } from './pattern-class.ts';
import { writeTokens } from './token.ts';
import { type Family, familyOf, typedCandidates } from './typed-candidate.ts';
import { kindOfType, type WordKind } from './word-kind.ts';

export interface Candidates {
  readonly values: readonly Assigned[];
  /** False: there may be values that matter and are not among them. */
  readonly isComplete: boolean;
}

/** One value of a variable, and what is said of it after its name. */
interface Value {
  readonly text: Text;
  readonly says: () => string;
  readonly differsFrom?: readonly string[];
  readonly isInvented?: true;
}

function kindOf({ words, type }: Variable): WordKind {
  return words ?? kindOfType(type);
}

/** The values of a variable that tell its comparisons apart, the likeliest first. */
export function candidatesOf(
  variable: Variable,
  demands: readonly CallDemand[],
  environment: Environment,
  known: () => readonly KnownText[],
): Candidates {
  if (variable.options !== undefined)
    return {
      values: variable.options.map(({ value, sentence }) => ({ texts: [[value]], say: () => sentence })),
      isComplete: true,
    };
  const { values, isComplete } = valuesOf(variable, demands, environment, known);
  const isMany = variable.isMany || demands.some(({ type }) => type === 'set');
  const sets = isMany ? subsetsOf(values) : { values: values.map((value) => [value]), isComplete: true };
  const assigned = sets.values.map(
    (set): Assigned => ({
      texts: set.map(({ text }) => text),
      say: () => say(variable, set),
      ...(set[0]?.differsFrom && { differsFrom: set[0].differsFrom }),
      ...(set[0]?.isInvented && { isInvented: true }),
    }),
  );
  if (!variable.mayBeAbsent) return { values: assigned, isComplete: isComplete && sets.isComplete };
  const missing: Assigned = { texts: [], say: () => sayAbsent(variable) };
  return {
    values: variable.isChoice ? [missing, ...assigned] : [...assigned, missing],
    isComplete: isComplete && sets.isComplete,
  };
}

function valuesOf(
  variable: Variable,
  demands: readonly CallDemand[],
  environment: Environment,
  known: () => readonly KnownText[],
): { readonly values: readonly Value[]; readonly isComplete: boolean } {
  if (variable.among !== undefined)
    return {
      values: variable.among.map((text) => ({ text, says: () => `is ${sayText(text, known())}` })),
      isComplete: true,
    };
  const equals = equalsOf(variable, demands, environment);
  const patterns = patternsOf(demands);
  const typed = demands.filter((demand): demand is TypedDemand => demand.type === 'typed');
  const families = [...new Set(typed.map(familyOf))];
  const widens = demands.some(({ type }) => type === 'widens');
  const values: Value[] = [
    ...equals.map((text) => ({ text, says: () => `is ${sayText(text, known())}` })),
    ...families.flatMap((family) => typedValues(variable, family, typed)),
  ];
  const ofPatterns = valuesOfPatterns(variable, patterns, equals, environment);
  values.push(...ofPatterns.values);
  if (patterns.length === 0 && typed.length === 0) values.push(...otherValues(variable, equals, known, environment));
  if (widens && kindOf(variable).fits('*')) values.push({ text: ['*'], says: () => 'is `*`' });
  const hasTexts = equals.length > 0 || patterns.length > 0;
  const isEntangled = demands.some(({ type }) => type === 'entangled');
  const kinds = families.length + (hasTexts ? 1 : 0);
  const isTwofold = typed.some(({ inPolicy }) => inPolicy) && typed.length > 1;
  const mayBePattern = widens && equals.length > 1;
  const ignoresCase = demands.some((demand) => demand.type === 'equals' && demand.ignoresCase);
  return {
    values,
    isComplete:
      ofPatterns.isComplete &&
      !isEntangled &&
      kinds <= 1 &&
      // Which cases of a word a pattern takes is not told apart.
      !(ignoresCase && patterns.length > 0) &&
      !(isTwofold && !families.includes('bool')) &&
      !mayBePattern,
  };
}

/** What the variable is compared with for equality, each once: texts that it can be. */
function equalsOf(variable: Variable, demands: readonly CallDemand[], environment: Environment): readonly Text[] {
  const found = new Map<string, Text>();
  for (const demand of demands) {
    if (demand.type !== 'equals') continue;
    const text = resolveText(demand.text, environment);
    const literal = literalText(text);
    if (mentions(text, variable.id) || (literal !== undefined && !kindOf(variable).fits(literal))) continue;
    if (!found.has(textKey(text))) found.set(textKey(text), text);
  }
  for (const text of otherCases(demands, found)) if (kindOf(variable).fits(text)) found.set(text, [text]);
  return [...found.values()];
}

/** Where case is ignored, the same word in a case that no other comparison names. */
function otherCases(demands: readonly CallDemand[], named: ReadonlyMap<string, Text>): readonly string[] {
  return demands.flatMap((demand): readonly string[] => {
    const word = demand.type === 'equals' && demand.ignoresCase ? literalText(demand.text) : undefined;
    if (word === undefined) return [];
    const flipped = [...word].map((char, at) => word.slice(0, at) + char.toUpperCase() + word.slice(at + 1));
    const other = [word, word.toUpperCase(), ...flipped].find((each) => !named.has(each));
    return other === undefined ? [] : [other];
  });
}

function patternsOf(demands: readonly CallDemand[]): readonly PatternDemand[] {
  const found = new Map<string, PatternDemand>();
  for (const demand of demands)
    if (demand.type === 'pattern') {
      // As it is written a `*` for itself looks like one that stands for anything.
      const key = JSON.stringify([demand.before, demand.pattern, demand.after]);
      if (!found.has(key)) found.set(key, demand);
    }
  return [...found.values()];
}

function valuesOfPatterns(
  variable: Variable,
  patterns: readonly PatternDemand[],
  equals: readonly Text[],
  environment: Environment,
): { readonly values: readonly Value[]; readonly isComplete: boolean } {
  if (patterns.length === 0) return { values: [], isComplete: true };
  const named = new Set([...equals.flatMap((text) => literalText(text) ?? []), ...others(environment)]);
  const { classes, isComplete } = patternClasses(patterns, kindOf(variable), named);
  const values = classes.map(({ word, matched }): Value => {
    const taken = () => matched.flatMap((index) => patterns[index] ?? []).flatMap(sayPattern);
    const left = () => patterns.flatMap((each, index) => (matched.includes(index) ? [] : sayPattern(each)));
    return { text: word === '' ? [] : [word], says: () => sayClass(word, taken(), left()), isInvented: true };
  });
  return { values, isComplete };
}

/** With what stands around the unknown in the value: "`*:role/x` (as part of …)" would say no more than the pattern. */
function sayPattern({ pattern }: PatternDemand): readonly string[] {
  return pattern.length === 0 ? [] : [quote(writeTokens(pattern))];
}

function sayClass(word: string, taken: readonly string[], left: readonly string[]): string {
  if (word === '') return 'is empty';
  if (taken.length > 0) return `matches ${list(taken, 'and')}`;
  return left.length > 0 ? `does not match ${list(left, 'or')}` : 'is not empty';
}

function typedValues({ range }: Variable, family: Family, typed: readonly TypedDemand[]): readonly Value[] {
  const own = typed.filter((demand) => familyOf(demand) === family);
  return typedCandidates(family, own, range).map(({ value, says }) => ({ text: [value], says: () => says }));
}

/** A value that nothing names, and that is none of the unknown texts that it is compared with. */
function otherValues(
  variable: Variable,
  equals: readonly Text[],
  known: () => readonly KnownText[],
  environment: Environment,
): readonly Value[] {
  const literals = [...environment.values()].flatMap(({ texts }) => texts.flatMap((text) => literalText(text) ?? []));
  const own = equals.flatMap((text) => literalText(text) ?? []);
  const named = new Set([...own, ...literals].map((text) => text.toLowerCase()));
  const says = () => {
    const than = equals.map((text) => sayText(text, known()));
    return than.length <= 1 ? `is not ${than[0]}` : `is neither ${list(than, 'nor')}`;
  };
  const differsFrom = equals.flatMap((text) =>
    text.length === 1 && typeof text[0] === 'object' ? [text[0].unknown] : [],
  );
  const words =
    variable.type === 'path' && !own.includes('') ? ['', freshWord('path', named)] : [freshWord(variable.type, named)];
  return words.map((word) => ({
    text: word === '' ? [] : [word],
    isInvented: true as const,
    says: equals.length === 0 ? isThere : says,
    ...(differsFrom.length > 0 && { differsFrom }),
  }));
}

/** Texts that stand for others: nothing else is to be one of them. */
function others(environment: Environment): readonly string[] {
  return [...environment.values()].flatMap(({ texts, differsFrom }) =>
    differsFrom === undefined ? [] : texts.flatMap((text) => literalText(text) ?? []),
  );
}

/** What is said of a value where nothing is asked but that there is one. */
const IS_THERE = 'has some value';
const isThere = () => IS_THERE;

function freshWord(type: Variable['type'], named: ReadonlySet<string>): string {
  for (let number = 0; ; number++) {
    const word =
      type === 'account'
        ? String(number).padStart(12, '0')
        : type === 'path'
          ? `ou-other-${number}/`
          : `other-${number}`;
    if (!named.has(word)) return word;
  }
}

function subsetsOf(values: readonly Value[]): {
  readonly values: readonly (readonly Value[])[];
  readonly isComplete: boolean;
} {
  const isSmall = values.length <= 5;
  const sets: (readonly Value[])[] = values.map((value) => [value]);
  const sizes = isSmall ? values.length : 2;
  let last = sets;
  for (let size = 2; size <= sizes; size++) {
    last = last.flatMap((set) => {
      const at = values.indexOf(set[set.length - 1] ?? { text: [], says: isThere });
      return values.slice(at + 1).map((value) => [...set, value]);
    });
    sets.push(...last);
  }
  if (!isSmall) sets.push(values);
  return { values: sets, isComplete: isSmall };
}

function say({ id, label }: Variable, set: readonly Value[]): string {
  const [only, ...more] = set;
  if (only?.says === isThere && more.length === 0) {
    if (isPath(id, label)) return `${label.slice(PATH_OF.length)} is in an organization`;
    return id.startsWith('key:') ? `the request has ${label}` : `${label} ${IS_THERE}`;
  }
  if (only !== undefined && more.length === 0) return `${label} ${only.says()}`;
  return `${label} has a value that ${list(
    set.map(({ says }) => says()),
    'and one that',
  )}`;
}

const PATH_OF = 'the organization path of ';

function isPath(id: string, label: string): boolean {
  return id.startsWith('organization:') && label.startsWith(PATH_OF);
}

function sayAbsent({ id, label }: Variable): string {
  return isPath(id, label) ? `${label.slice(PATH_OF.length)} is in no organization` : `the request has no ${label}`;
}

function list(items: readonly string[], word: string): string {
  if (items.length <= 1) return items[0] ?? '';
  if (items.length === 2) return `${items[0]} ${word} ${items[1]}`;
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
