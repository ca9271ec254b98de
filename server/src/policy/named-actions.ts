import type { Span } from '../base/span.ts';
import { splitAction } from '../catalog/iam-queries.ts';
import type { Policy } from './policy.ts';
import type { Statement, ValueList } from './statement.ts';
import { literalOf, type Value } from './value.ts';
import { patternOf } from './value-pattern.ts';

/** An entry of `Action` or `NotAction` of which all is known. */
export interface WrittenAction {
  readonly statement: Statement;
  readonly list: ValueList;
  readonly value: Value;
  readonly text: string;
}

/** One of the form `service:action`, either with or without wildcards. */
export interface NamedAction extends WrittenAction {
  readonly prefix: string;
  readonly name: string;
  /** Where the part stands in the fragment's text. */
  readonly spanOf: (part: 'prefix' | 'name') => Span;
}

/** What an Allow of a trust policy names is left out: few actions fit there, and a rule of its own says which. */
export function writtenActions(policy: Policy): readonly WrittenAction[] {
  const actions = written.get(policy) ?? readWrittenActions(policy);
  written.set(policy, actions);
  return actions;
}

/** Several rules ask for them, one after the other. */
const written = new WeakMap<Policy, readonly WrittenAction[]>();

function readWrittenActions(policy: Policy): readonly WrittenAction[] {
  return policy.statements
    .filter(({ effect }) => policy.kind !== 'trust' || effect !== 'Allow')
    .flatMap((statement) =>
      [statement.action, statement.notAction].flatMap((list) => (list === undefined ? [] : readAll(statement, list))),
    );
}

const known = new WeakMap<Policy, readonly NamedAction[]>();

export function namedActions(policy: Policy): readonly NamedAction[] {
  const actions = known.get(policy) ?? readNamedActions(policy);
  known.set(policy, actions);
  return actions;
}

function readNamedActions(policy: Policy): readonly NamedAction[] {
  return writtenActions(policy).flatMap(({ statement, list, value, text }): NamedAction[] => {
    const parts = isWellFormedAction(text) ? splitAction(text) : undefined;
    if (parts === undefined) return [];
    const { prefix, name } = parts;
    const spanOf = (part: 'prefix' | 'name') => spanOfPart(value, prefix.length, part);
    return [{ statement, list, value, text, prefix, name, spanOf }];
  });
}

/** `*`, or a service and an action on both sides of one colon. That they exist is not asked. */
export function isWellFormedAction(text: string): boolean {
  return /^(?:\*+|[^:\s]+:[^:\s]+)$/.test(text);
}

function spanOfPart(value: Value, colon: number, part: 'prefix' | 'name'): Span {
  const { text, spanOf } = patternOf(value);
  return part === 'prefix' ? spanOf(0, colon) : spanOf(colon + 1, text.length);
}

function readAll(statement: Statement, list: ValueList): readonly WrittenAction[] {
  return list.values.flatMap((value) => {
    const text = literalOf(value);
    // IAM has no variables here: what looks like one is left for something else to fill.
    return text === undefined || text.includes('${') ? [] : [{ statement, list, value, text }];
  });
}
