import type { IntrinsicNode, ObjectNode } from './node.ts';

/**
 * The long form of an intrinsic: an object with one property, `Ref` or `Fn::…`. The long form of `Condition` is not
 * one of them: `{"Condition": {…}}` is what an IAM statement says.
 */
export function longFormIntrinsic(object: ObjectNode): ObjectNode | IntrinsicNode {
  const [only, ...others] = object.properties;
  if (only === undefined || others.length > 0 || !namesIntrinsic(only.key.value)) return object;
  return {
    type: 'intrinsic',
    span: object.span,
    name: only.key.value.replace(/^Fn::/, ''),
    form: 'long',
    nameSpan: only.key.span,
    argument: only.value,
  };
}

/** True for a key that names an intrinsic function: `Ref`, `Fn::Sub`, ... */
export function namesIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}
