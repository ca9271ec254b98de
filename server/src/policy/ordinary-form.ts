import { oncePer } from '../base/once.ts';
import { parseOperator } from '../catalog/condition-operators.ts';
import { elementsOf, findElement, type PolicyGrammar } from '../catalog/grammar.ts';
import type { ArrayNode, Node, ObjectNode } from '../syntax/node.ts';
import { isWellFormedAction } from './action-form.ts';
import { isNoValue } from './alternatives.ts';
import type { PolicySite } from './policy.ts';

/**
 * True for a document in which each element has the form that it has in nearly all policies: the elements of its kind,
 * each once, none missing, none empty, of the right type and written out but for single values. One look spares all
 * rules on the form of a policy theirs. False says nothing.
 */
export function hasOrdinaryForm({ kind, root, shape }: PolicySite): boolean {
  if (shape !== 'document' || root.type !== 'object') return false;
  const grammar = elementsOf(kind);
  let statements: Node | undefined;
  let version: Node | undefined;
  for (const { key, value } of root.properties) {
    const element = findElement(kind, 'document', key.value);
    if (element === undefined || element.use === 'forbidden') return false;
    if (element.name === 'Statement') statements = value;
    else if (element.name === 'Version') version = value;
    else if (value.type !== 'string') return false;
  }
  if (version?.type !== 'string' || version.value !== '2012-10-17') return false;
  if (statements?.type !== 'array' || statements.items.length === 0 || hasKeyTwice(root)) return false;
  const allowed = allowedSets(grammar);
  for (const each of statements.items) if (!isOrdinaryStatement(each, grammar, allowed)) return false;
  return !hasSidTwice(statements);
}

function isOrdinaryStatement(statement: Node, grammar: PolicyGrammar, allowed: ReadonlySet<number>): boolean {
  if (statement.type !== 'object') return false;
  let set = 0;
  for (const { key, value } of statement.properties) {
    const form = forms.get(key.value);
    if (form === undefined || (set & form.bit) !== 0 || !form.isOrdinary(value, grammar)) return false;
    set |= form.bit;
  }
  return allowed.has(set);
}

/** Elements that a statement of the kind may have together, each set as a number with a bit for each of them. */
const allowedSets = oncePer(({ statement: rows, choices }: PolicyGrammar): ReadonlySet<number> => {
  const allowed = new Set<number>();
  for (let set = 0; set < 1 << forms.size; set++) {
    const has = (name: string) => (set & (forms.get(name)?.bit ?? 0)) !== 0;
    const names = [...forms.keys()].filter(has);
    const fits =
      names.every((name) => rows.some((row) => row.name === name && row.use !== 'forbidden')) &&
      rows.every(({ use, name }) => use !== 'required' || has(name)) &&
      choices.every(({ names: [one, other], required }) => (has(one) ? !has(other) : has(other) || !required));
    if (fits) allowed.add(set);
  }
  return allowed;
});

interface ElementForm {
  readonly bit: number;
  readonly isOrdinary: (value: Node, grammar: PolicyGrammar) => boolean;
}

/** Of the elements of a statement. */
const forms: ReadonlyMap<string, ElementForm> = new Map(
  Object.entries({
    Sid: (value) => value.type === 'string' && /^[A-Za-z0-9]+$/.test(value.value),
    Effect: (value) => value.type === 'string' && (value.value === 'Allow' || value.value === 'Deny'),
    Action: isOrdinaryAction,
    NotAction: isOrdinaryAction,
    Resource: isOrdinaryResource,
    NotResource: isOrdinaryResource,
    Principal: isOrdinaryPrincipal,
    NotPrincipal: isOrdinaryPrincipal,
    Condition: isOrdinaryCondition,
  } satisfies Record<string, ElementForm['isOrdinary']>).map(([name, isOrdinary], index) => [
    name,
    { bit: 1 << index, isOrdinary },
  ]),
);

function isOrdinaryAction(node: Node): boolean {
  return isOneOrMore(node, (item) => item.type === 'string' && isWellFormedAction(item.value));
}

function isOrdinaryResource(node: Node): boolean {
  return isOneOrMore(node, isTextOrReference);
}

function isOrdinaryPrincipal(node: Node, { principalTypes }: PolicyGrammar): boolean {
  if (node.type === 'string') return node.value === '*';
  if (!isFilled(node)) return false;
  const types: readonly string[] = principalTypes;
  for (const { key, value } of node.properties)
    if (!types.includes(key.value) || !isOneOrMore(value, isTextOrReference)) return false;
  return true;
}

function isOrdinaryCondition(node: Node): boolean {
  if (!isFilled(node)) return false;
  for (const { key, value: keys } of node.properties) {
    if (parseOperator(key.value) === undefined || !isFilled(keys)) return false;
    for (const { value } of keys.properties) if (!isOneOrMore(value, isScalar)) return false;
  }
  return true;
}

/** One key at least, and none twice. */
function isFilled(node: Node): node is ObjectNode {
  return node.type === 'object' && node.properties.length > 0 && !hasKeyTwice(node);
}

function isOneOrMore(node: Node, holds: (item: Node) => boolean): boolean {
  if (node.type !== 'array') return holds(node);
  for (const item of node.items) if (!holds(item)) return false;
  return node.items.length > 0;
}

function isScalar(node: Node): boolean {
  return node.type === 'number' || node.type === 'boolean' || isTextOrReference(node);
}

/** A string, or an intrinsic that gives one and has nothing in it but strings. */
function isTextOrReference(node: Node): boolean {
  if (node.type === 'string') return true;
  if (node.type !== 'intrinsic' || !givesText.includes(node.name) || isNoValue(node)) return false;
  const { argument } = node;
  return (
    argument.type === 'string' || (argument.type === 'array' && argument.items.every(({ type }) => type === 'string'))
  );
}

const givesText: readonly string[] = ['Ref', 'GetAtt', 'Sub', 'ImportValue'];

/** Objects of policies have few keys, which are compared faster than gathered. */
function hasKeyTwice({ properties }: ObjectNode): boolean {
  if (properties.length > 16)
    return new Set(properties.map(({ key }) => key.value.toLowerCase())).size < properties.length;
  for (let index = 1; index < properties.length; index++)
    for (let other = 0; other < index; other++)
      if (isSameName(properties[index]?.key.value ?? '', properties[other]?.key.value ?? '')) return true;
  return false;
}

/** Whatever their case: some names are compared so, and no others differ in case alone. */
function isSameName(one: string, other: string): boolean {
  return one.length === other.length && (one === other || one.toLowerCase() === other.toLowerCase());
}

function hasSidTwice({ items }: ArrayNode): boolean {
  const seen = new Set<string>();
  for (const item of items)
    for (const { key, value } of item.type === 'object' ? item.properties : []) {
      if (key.value !== 'Sid' || value.type !== 'string') continue;
      if (seen.has(value.value)) return true;
      seen.add(value.value);
    }
  return false;
}
