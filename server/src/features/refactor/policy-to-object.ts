import { edit } from '../../edit/place.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import type { Writable } from '../../edit/writable.ts';
import { targetOf } from '../../lint/run.ts';
import type { Node, StringNode } from '../../syntax/node.ts';
import { givenFormat } from './given-format.ts';
import { withoutInside } from './own-hand.ts';
import type { PolicyPlace } from './policy-place.ts';
import { outsideSub, writableOf } from './policy-value.ts';
import { type Offer, type Outcome, outcome, refuse, type Scene } from './refactoring.ts';
import { verify } from './verify.ts';

/** A policy that is given as a string, as an object; what `Fn::Sub` puts in is put in value by value then. */
export const toObjects: Offer = (place, scene) => {
  const { embedding } = place.policy;
  if (embedding === undefined || embedding.host.host !== undefined) return [];
  const format = givenFormat(place.policy);
  return [
    {
      id: 'to-object',
      title: 'Write the policy as an object, not as a string',
      kind: 'rewrite',
      ...(format === 'string' && { refusal: 'This property takes a policy as a string only.' }),
      edit: () => toObject(place, scene, embedding.host, embedding.isSub),
    },
  ];
};

function toObject(place: PolicyPlace, scene: Scene, host: StringNode, isSub: boolean): Outcome {
  const { policy, model, holder } = place;
  const whole = holder && wholeValue(holder.value, host, isSub);
  if (whole === undefined) return refuse('The string is not all of the value, or has values of its own put in.');
  if (policy.embedding?.problems.length !== 0) return refuse('The policy is malformed: correct it first.');
  const text = (node: StringNode): Writable | undefined => {
    // A `${Name}` without quotes may stand for anything.
    if (node.style === 'plain') return undefined;
    return isSub ? outsideSub(node.value) : node.value;
  };
  const value = holdsFunction(policy.root) ? undefined : writableOf(policy.root, text);
  if (value === undefined)
    return refuse('What the string holds has no form as an object: a key or a value is put in by Fn::Sub.');
  const changes = edit(targetOf(model), (surface) => replaceOnSurface(withoutInside(surface, whole), whole, value));
  return verify(scene, outcome(changes), { meaning: 'same' });
}

/** The string, or the `Fn::Sub` of just this string. */
function wholeValue(value: Node, host: StringNode, isSub: boolean, depth = 0): Node | undefined {
  if (value === host) return isSub ? undefined : host;
  if (value.type !== 'intrinsic' || depth > 16) return undefined;
  if (value.name === 'Sub') return isSub && value.argument === host ? value : undefined;
  if (value.name !== 'If' || value.argument.type !== 'array') return undefined;
  for (const branch of value.argument.items.slice(1)) {
    const found = wholeValue(branch, host, isSub, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a string nothing is a function of CloudFormation; written as an object it would become one. */
function holdsFunction(node: Node): boolean {
  if (node.type === 'intrinsic') return true;
  if (node.type === 'array') return node.items.some(holdsFunction);
  return node.type === 'object' && node.properties.some(({ value }) => holdsFunction(value));
}
