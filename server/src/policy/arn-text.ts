import { oncePer } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import type { Policy } from './policy.ts';
import type { Statement, ValueList } from './statement.ts';
import type { Value } from './value.ts';
import { patternOf, type ValuePattern } from './value-pattern.ts';

/** The fields of an ARN in their order. */
export const arnFieldNames = ['prefix', 'partition', 'service', 'region', 'account', 'resource'] as const;
export type ArnFieldName = (typeof arnFieldNames)[number];

/** An ARN as one text cut at its first five colons; what is not known is one character, see `ValuePattern`. */
export interface ArnText {
  /** Those that are there: fewer than six where colons are missing. */
  readonly fields: readonly string[];
  readonly field: (name: ArnFieldName) => string;
  /** As the user wrote it. */
  readonly labelOf: (name: ArnFieldName) => string;
  /** Where the field begins and ends in the pattern's text. */
  readonly bounds: (name: ArnFieldName) => readonly [from: number, to: number];
  readonly pattern: ValuePattern;
  /** From one field to another, colons between them included; the whole value where they are empty. */
  readonly spanOf: (from: ArnFieldName, to?: ArnFieldName) => Span;
}

/** Cuts any value, an ARN or not; once, whichever rules ask. */
export const readArnText = oncePer((value: Value): ArnText => {
  const pattern = patternOf(value);
  const fields = cutFields(pattern.text);
  const field = (name: ArnFieldName) => fields[arnFieldNames.indexOf(name)] ?? '';
  const startOf = (index: number) => fields.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  const bounds = (name: ArnFieldName) => {
    const start = startOf(arnFieldNames.indexOf(name));
    return [start, start + field(name).length] as const;
  };
  return {
    fields,
    field,
    labelOf: (name) => pattern.describe(...bounds(name)),
    bounds,
    pattern,
    spanOf(from, to = from) {
      return pattern.spanOf(bounds(from)[0], bounds(to)[1]);
    },
  };
});

/** At the first five colons. */
function cutFields(text: string): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  while (fields.length < arnFieldNames.length - 1) {
    const colon = text.indexOf(':', from);
    if (colon < 0) break;
    fields.push(text.slice(from, colon));
    from = colon + 1;
  }
  fields.push(text.slice(from));
  return fields;
}

/** A value of `Resource` or `NotResource`. */
export interface ResourceValue {
  readonly statement: Statement;
  readonly list: ValueList;
  readonly value: Value;
}

export function resourceValues(policy: Policy): readonly ResourceValue[] {
  return policy.statements.flatMap((statement) =>
    [statement.resource, statement.notResource].flatMap((list) =>
      list === undefined ? [] : list.values.map((value) => ({ statement, list, value })),
    ),
  );
}
