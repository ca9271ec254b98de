import type { IntrinsicNode, StringNode } from '../syntax/node.ts';
import { type ExistingNode, existing } from './writable.ts';

/** An `Fn::GetAtt` in the form in which a `Ref` is written, to take its place. */
export function attributeInPlaceOf(reference: IntrinsicNode, resource: string, attribute: string): ExistingNode {
  const { span, form, nameSpan } = reference;
  const text = (value: string): StringNode => ({ type: 'string', span, value, style: 'plain', raw: value });
  const argument =
    form === 'short'
      ? text(`${resource}.${attribute}`)
      : ({ type: 'array', span, style: 'flow', items: [text(resource), text(attribute)] } as const);
  return existing({ type: 'intrinsic', span, name: 'GetAtt', form, nameSpan, argument });
}
