import { child, type Node } from '../syntax/node.ts';
import { alternatives, listItems } from './alternatives.ts';

/** Every value at a path; `[]` is each item of a list; branches of `Fn::If` are all followed. */
export function walk(node: Node, path: readonly string[]): readonly Node[] {
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  const next = step === '[]' ? listItems(node) : alternatives(node).flatMap((each) => child(each, step) ?? []);
  return next.flatMap((each) => walk(each, rest));
}
