import type { Unknown } from '../role/text.ts';
import type { Environment, Option, Variable } from './environment.ts';
import type { Ask, Demand } from './match.ts';
import { type Request, variableOf } from './request.ts';
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

/** The path of the organization unit; `aws:PrincipalOrgID` is its start. */
export type CallDemand = Demand | TypedDemand | { readonly type: 'presence' };

export interface Note {
  readonly variable: Variable;
  readonly demand: CallDemand;
}

/** One evaluation of a request under what is assumed. */
export interface Call {
  readonly request: Request;
  readonly environment: Environment;
  /** What undecided comparisons ask: what is decided leaves none. */
  readonly notes: Note[];
  readonly ask: Ask;
}

export function newCall(request: Request, environment: Environment): Call {
  const notes: Note[] = [];
  const ask = (unknown: Unknown, demand: Demand) => void notes.push({ variable: variableOf(request, unknown), demand });
  return { request, environment, notes, ask };
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
