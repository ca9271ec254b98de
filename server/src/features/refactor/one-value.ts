import type { Node } from '../../syntax/node.ts';
import type { PolicyPlace } from './policy-place.ts';
import type { Scene } from './refactoring.ts';

/** Whether a node certainly is one value: a text, a number, or an intrinsic whose result is no list and no nothing. */
export function isOneValue(node: Node, place: PolicyPlace, scene: Scene): boolean {
  switch (node.type) {
    case 'string':
      // A `${Name}` without quotes in a string under `Fn::Sub` may stand for anything.
      return node.style !== 'plain' || place.policy.embedding === undefined;
    case 'number':
    case 'boolean':
      return true;
    case 'intrinsic':
      if (node.name !== 'Ref') return ['Sub', 'Join', 'GetAtt', 'ImportValue'].includes(node.name);
      return node.argument.type === 'string' && isOneText(node.argument.value, place, scene);
    default:
      return false;
  }
}

/** A `Ref` to a resource gives a text, as do pseudo parameters and parameters that are no lists. */
function isOneText(name: string, { model }: PolicyPlace, scene: Scene): boolean {
  if (name.startsWith('AWS::')) return name !== 'AWS::NoValue' && name !== 'AWS::NotificationARNs';
  if ('view' in model) return model.view.findResource(name) !== undefined;
  const type = scene.parameters().get(name)?.type;
  return type === undefined ? scene.resourceIds().has(name) : !/List/.test(type);
}
