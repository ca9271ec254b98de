import type { Call, Note } from './call.ts';
import type { Truth } from './truth.ts';

/** Answers to claims that are made more than once, by what they are about and what is claimed of it. */
export type Remembered = WeakMap<object, Map<string, Answer>>;

interface Answer {
  readonly truth: Truth;
  /** What is asked again with every claim. */
  readonly notes: readonly Note[];
}

/** A claim that is worked out once in a call. What holds, or does not, without assumptions is so under all of them. */
export function remember(call: Call, about: object, what: string, claim: () => Truth): Truth {
  const decided = answersIn(call.request.decided, about);
  const known = decided.get(what) ?? answersIn(call.remembered, about).get(what);
  if (known !== undefined) {
    for (const note of known.notes) call.notes.push(note);
    return known.truth;
  }
  const mark = call.notes.length;
  const truth = claim();
  const answer: Answer = { truth, notes: call.notes.slice(mark) };
  if (truth !== undefined && call.environment.size === 0) decided.set(what, answer);
  else answersIn(call.remembered, about).set(what, answer);
  return truth;
}

function answersIn(remembered: Remembered, about: object): Map<string, Answer> {
  let answers = remembered.get(about);
  if (answers === undefined) {
    answers = new Map();
    remembered.set(about, answers);
  }
  return answers;
}
