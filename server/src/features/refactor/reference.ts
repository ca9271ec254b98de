import { existing, type Writable } from '../../edit/writable.ts';
import type { Node } from '../../syntax/node.ts';

/** A `Ref`, which is to stand where the node does. */
export function referenceTo(name: string, { span }: Node, isYaml: boolean): Writable {
  const argument = { type: 'string', span, value: name, style: 'plain', raw: name } as const;
  const form = isYaml ? 'short' : 'long';
  return existing({ type: 'intrinsic', span, name: 'Ref', form, nameSpan: span, argument });
}
