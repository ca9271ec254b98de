import type { Span } from '../base/span.ts';
import { spanInString } from '../syntax/decode.ts';
import type { Statement } from './statement.ts';
import { type LiteralPart, spanOfPart, type Value } from './value.ts';

/** One of IAM's own variables, such as `${aws:username}`, as it stands in a value. */
export interface PolicyVariable {
  /** As written, with its braces. */
  readonly text: string;
  /** Where it stands in the fragment's text. */
  readonly span: Span;
}

/**
 * The variables of a value that name a condition key. `${*}`, `${?}` and `${$}`, which stand for characters, are left
 * out, and so is CloudFormation's `${AWS::Region}` in a string that is no `Fn::Sub`.
 */
export function variablesOf(value: Value): readonly PolicyVariable[] {
  return value.parts.flatMap((part) =>
    part.type === 'hole' || !part.text.includes('${')
      ? []
      : [...part.text.matchAll(/\$\{\s*[A-Za-z][\w.-]*:(?!:)[^{}]*\}/g)].map((match) => ({
          text: match[0],
          span: spanWithin(value, part, match.index, match.index + match[0].length),
        })),
  );
}

/** Where part of a literal stands. A literal made by an intrinsic (`${!x}`) has only a place as a whole. */
export function spanWithin(value: Value, part: LiteralPart, from: number, to: number): Span {
  const { at } = part;
  if (at === undefined || at.to - at.from !== part.text.length) return spanOfPart(value, part);
  return spanInString(at.node, at.from + from, at.from + to);
}

/** The values of the elements in which AWS replaces variables: resources and what conditions compare with. */
export function valuesWithVariables({ resource, notResource, condition }: Statement): readonly Value[] {
  const values: Value[] = [];
  for (const list of [resource, notResource, ...condition.entries]) if (list !== undefined) values.push(...list.values);
  return values;
}
