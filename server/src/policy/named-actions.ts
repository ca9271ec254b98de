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
  /** Where the parts stand in the fragment's text. */
  readonly prefixSpan: Span;
  readonly nameSpan: Span;
}

/** What an Allow of a trust policy names is left out: few actions fit there, and a rule of its own says which. */
export function writtenActions(policy: Policy): readonly WrittenAction[] {
  return policy.statements
    .filter(({ effect }) => policy.kind !== 'trust' || effect !== 'Allow')
    .flatMap((statement) =>
      [statement.action, statement.notAction].flatMap((list) => (list === undefined ? [] : readAll(statement, list))),
    );
}

export function namedActions(policy: Policy): readonly NamedAction[] {
  return writtenActions(policy).flatMap((written): NamedAction[] => {
    const parts = isWellFormedAction(written.text) ? splitAction(written.text) : undefined;
    if (parts === undefined) return [];
    const { spanOf } = patternOf(written.value);
    const at = parts.prefix.length;
    return [{ ...written, ...parts, prefixSpan: spanOf(0, at), nameSpan: spanOf(at + 1, at + 1 + parts.name.length) }];
  });
}

/** `*`, or a service and an action on both sides of one colon. That they exist is not asked. */
export function isWellFormedAction(text: string): boolean {
  return /^(?:\*+|[^:\s]+:[^:\s]+)$/.test(text);
}

function readAll(statement: Statement, list: ValueList): readonly WrittenAction[] {
  return list.values.flatMap((value) => {
    const text = literalOf(value);
    // IAM has no variables here: what looks like one is left for something else to fill.
    return text === undefined || text.includes('${') ? [] : [{ statement, list, value, text }];
  });
}
