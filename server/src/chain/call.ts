import type { Unknown } from '../role/text.ts';
import type { Environment, Option, Variable } from './environment.ts';
import type { Demand, Listener } from './match.ts';
import type { Remembered } from './remember.ts';
import { type Request, variableOf } from './request.ts';
import { withOnePlace } from './same-account.ts';
import type { Truth } from './truth.ts';

/** What an undecided comparison of other types than text asks of a variable. */
export interface TypedDemand {
  readonly type: 'typed';
  /** The operator's name, without prefix and suffix. */
  readonly operator: string;
  /** What the variable is compared with. */
  readonly other: string;
  /** Whether the variable is the policy's value rather than the request's. */
  readonly inPolicy: boolean;
}

/** What is asked of a variable. */
export type CallDemand =
  | Demand
  | TypedDemand
  | { readonly type: 'presence' }
  /** Asked as a set of values. */
  | { readonly type: 'set' };

export interface Note {
  readonly variable: Variable;
  readonly demand: CallDemand;
}

/** One evaluation of a request under what is assumed. */
export interface Call extends Listener {
  readonly request: Request;
  readonly environment: Environment;
  /** What undecided comparisons ask: what is decided leaves none. */
  readonly notes: Note[];
  readonly remembered: Remembered;
}

export function newCall(asked: Request, environment: Environment): Call {
  const notes: Note[] = [];
  const request = withOnePlace(asked, environment);
  const remembered: Remembered = new WeakMap();
  const ask = (unknown: Unknown, demand: Demand) => void notes.push({ variable: variableOf(request, unknown), demand });
  const differing = [...environment.values()].filter(({ differsFrom }) => differsFrom !== undefined);
  if (differing.length === 0) return { request, environment, notes, remembered, ask };
  const differs = (unknown: Unknown, literal: string) =>
    differing.some(({ texts, differsFrom }) => texts[0]?.[0] === literal && differsFrom?.includes(unknown.unknown));
  return { request, environment, notes, remembered, ask, differs };
}

/** All must hold. What is decided by one takes back what the others asked. */
export function allHold(call: Call, count: number, holds: (index: number) => Truth): Truth {
  const mark = call.notes.length;
  let result: Truth = true;
  for (let index = 0; index < count; index++) {
    const truth = holds(index);
    if (truth === true) continue;
    if (truth === false) {
      call.notes.length = mark;
      return false;
    }
    result = undefined;
  }
  return result;
}

/** One must hold. */
export function anyHolds(call: Call, count: number, holds: (index: number) => Truth): Truth {
  const mark = call.notes.length;
  let result: Truth = false;
  for (let index = 0; index < count; index++) {
    const truth = holds(index);
    if (truth === false) continue;
    if (truth === true) {
      call.notes.length = mark;
      return true;
    }
    result = undefined;
  }
  return result;
}

/** What is assumed of something that is no text: the value of one of the options. Undefined: nothing is. */
export function optionOf(call: Call, id: string, options: () => readonly Option[]): string | undefined {
  const assigned = call.environment.get(id)?.texts[0]?.[0];
  if (typeof assigned === 'string') return assigned;
  let variable = call.request.variables.get(id);
  if (variable === undefined) {
    variable = {
      id,
      label: id,
      about: id,
      type: 'text',
      isChoice: false,
      mayBeAbsent: false,
      isMany: false,
      options: options(),
    };
    call.request.variables.set(id, variable);
  }
  call.notes.push({ variable, demand: { type: 'presence' } });
  return undefined;
}
