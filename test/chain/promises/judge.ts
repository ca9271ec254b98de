import { succeeds } from '../oracle/evaluate.ts';
import { choicesOf } from './choices.ts';
import { concretise, prepare } from './concretise.ts';
import type { ChainCase } from './scene.ts';
import { type Assignment, type Variable, variablesOf } from './variables.ts';

/** What the concrete evaluator says of every assignment of what is not known. */
export interface Judgement {
  /** Some assignment lets the call succeed. */
  readonly some: boolean;
  /** Every assignment does. */
  readonly all: boolean;
  readonly isAnythingUnknown: boolean;
  /** False: there were too many assignments to try each. */
  readonly isComplete: boolean;
  /** None: no assignment can be, so there is nothing to say. */
  readonly tried: number;
}

export function judge(chain: ChainCase, limit: number): Judgement {
  const variables = variablesOf(chain);
  const choices = choicesOf(chain);
  const prepared = prepare(chain);
  const count = variables.reduce((product, { values }) => product * values.length, 1);
  // Beyond the limit only some are tried: enough to contradict a promise, not to prove that none succeeds.
  const end = Math.min(count, Math.max(1, Math.floor(limit / choices.length)));
  const stride = strideFor(count);
  let [some, all, tried] = [false, true, 0];
  for (let turn = 0; turn < end && (all || !some); turn++) {
    const call = concretise(prepared, assignmentAt(variables, (turn * stride) % count));
    if (call === undefined) continue;
    tried++;
    const isAllowed = choices.some((choice) => succeeds(call(choice)));
    some ||= isAllowed;
    all &&= isAllowed;
  }
  return { some, all, isAnythingUnknown: variables.length > 0, isComplete: end === count || !(all || !some), tried };
}

/** Visits all, neighbours far from each other: a number that shares no factor with `count`. */
function strideFor(count: number): number {
  const shares = (left: number, right: number): boolean => (right === 0 ? left > 1 : shares(right, left % right));
  let stride = Math.floor(count * 0.618) + 1;
  while (shares(stride, count)) stride++;
  return stride;
}

/** The assignments are numbered; neighbours differ in the last variable. */
function assignmentAt(variables: readonly Variable[], index: number): Assignment {
  const assignment = new Map<string, string | undefined>();
  for (const { id, values } of variables) {
    assignment.set(id, values[index % values.length]);
    index = Math.floor(index / values.length);
  }
  return assignment;
}
