import { closestName } from '../catalog/closest-name.ts';
import { elementsOf, findElement } from '../catalog/grammar.ts';
import { type ObjectNode, property, type StringNode } from '../syntax/node.ts';
import type { PolicyKind } from './kind.ts';

/** Where an element stands: beside `Statement`, or inside a statement. */
export type ElementLevel = 'document' | 'statement';

/** What a key of a policy document is to AWS. */
export type ElementName = 'element' | 'forbidden' | 'unknown' | 'replaced';

/** `replaced`: CloudFormation, a macro or another tool puts something else in the place of the key. */
export function classifyElement(kind: PolicyKind, level: ElementLevel, key: StringNode): ElementName {
  if (isReplacedKey(key.value)) return 'replaced';
  const element = findElement(kind, level, key.value);
  if (element === undefined) return 'unknown';
  return element.use === 'forbidden' ? 'forbidden' : 'element';
}

/** The element of this level that a misspelt key was likely meant to be. */
export function intendedElement(kind: PolicyKind, level: ElementLevel, key: string): string | undefined {
  const names = elementsOf(kind)[level].flatMap((each) => (each.use === 'forbidden' ? [] : [each.name]));
  return closestName(key, names);
}

/** Elements of a statement that stand beside where `Statement` should be. */
export function misplacedElements(kind: PolicyKind, document: ObjectNode): readonly string[] {
  if (property(document, 'Statement') !== undefined) return [];
  const names = document.properties.map((each) => each.key.value);
  return names.filter((name) => !findElement(kind, 'document', name) && isAllowed(kind, 'statement', name));
}

/** True for an element that policies of this kind may have at this level. */
export function isAllowed(kind: PolicyKind, level: ElementLevel, name: string): boolean {
  const element = findElement(kind, level, name);
  return element !== undefined && element.use !== 'forbidden';
}

/** False where more elements may stand in the object after deployment than are written. */
export function isWrittenOut(object: ObjectNode): boolean {
  return !object.properties.some((each) => isReplacedKey(each.key.value));
}

/** `Fn::Transform` and `Fn::ForEach::…` beside other keys, YAML's merge key, `${name}`, `<name>`, `{{name}}`. */
export function isReplacedKey(key: string): boolean {
  // Nearly all keys: neither braces nor such a beginning.
  if (!key.includes('{') && !key.startsWith('F') && !key.startsWith('<')) return false;
  return /^Fn::|^<<$|\$\{|\{\{|^<.*>$/.test(key);
}
