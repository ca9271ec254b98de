import type { Span } from '../base/span.ts';
import type { Field } from './arn.ts';
import { entriesOn, isPositive } from './condition.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import { spanOfPart, type Value } from './value.ts';

/** The conditions of an Allow that hold where `aws:SourceArn` matches; none for other statements. */
export function sourceArnEntries(statement: Statement): readonly ConditionEntry[] {
  if (statement.effect !== 'Allow') return [];
  return entriesOn(statement.condition, ['aws:SourceArn']).filter(isPositive);
}

/** Where fields of an ARN stand in the fragment's text, from the first to the last; the whole value if they are empty. */
export function spanOfFields(value: Value, ...fields: readonly Field[]): Span {
  const spans = fields.flat().map((part) => spanOfPart(value, part));
  const [first] = spans;
  if (first === undefined) return value.node.span;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
