import { oncePer } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import { splitAction } from '../catalog/iam-queries.ts';
import { isWellFormedAction } from './action-form.ts';
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
}

/** What an Allow of a trust policy names is left out: few actions fit there, and a rule of its own says which. */
export function writtenActions(policy: Policy): readonly WrittenAction[] {
  const written: WrittenAction[] = [];
  visitActions(policy, (statement, list, value, text) => written.push({ statement, list, value, text }));
  return written;
}

function visitActions(
  policy: Policy,
  visit: (statement: Statement, list: ValueList, value: Value, text: string) => void,
): void {
  for (const statement of policy.statements) {
    if (policy.kind === 'trust' && statement.effect === 'Allow') continue;
    for (const list of [statement.action, statement.notAction])
      for (const value of list?.values ?? []) {
        const text = literalOf(value);
        // IAM has no variables here: what looks like one is left for something else to fill.
        if (list !== undefined && text !== undefined && !text.includes('${')) visit(statement, list, value, text);
      }
  }
}

/** Those of the written actions that have the form `service:action`. */
export const namedActions = oncePer((policy: Policy): readonly NamedAction[] => {
  const named: NamedAction[] = [];
  visitActions(policy, (statement, list, value, text) => {
    const parts = isWellFormedAction(text) ? splitAction(text) : undefined;
    if (parts !== undefined) named.push({ statement, list, value, text, prefix: parts.prefix, name: parts.name });
  });
  return named;
});

/** Where the part of an action stands in the fragment's text. */
export function spanOfAction({ value, prefix }: NamedAction, part: 'prefix' | 'name'): Span {
  const { text, spanOf } = patternOf(value);
  return part === 'prefix' ? spanOf(0, prefix.length) : spanOf(prefix.length + 1, text.length);
}
