import { type OperatorUse, parseOperator } from '../../catalog/condition-operators.ts';
import { alternatives } from '../../policy/alternatives.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Statement } from '../../policy/statement.ts';
import { child, type Node, type ObjectNode, type Property } from '../../syntax/node.ts';
import { marker } from './cursor.ts';

/** Where in a policy the marker stands. */
export type Place = KeyPlace | ValuePlace | FilePlace;

interface InPolicy {
  readonly policy: Policy;
  /** As it reads with the marker. */
  readonly statement?: Statement;
}

/** Where the whole policy belongs: in a file that is empty. */
export interface FilePlace extends InPolicy {
  readonly in: 'file';
}

/** Where a key belongs: of the document, a statement, `Principal`, `Condition` or an operator. */
export interface KeyPlace extends InPolicy {
  readonly in: 'key';
  readonly of: 'document' | 'statement' | 'principal' | 'condition' | 'operator';
  readonly object: ObjectNode;
  /** The other keys of the object. */
  readonly siblings: readonly string[];
  /** The keys below the key that is being typed. */
  readonly inner: readonly string[];
  /** The operator that the key stands under. */
  readonly operator?: OperatorUse;
}

/** Where a value belongs. */
export interface ValuePlace extends InPolicy {
  readonly in: 'value';
  /** The element: `Effect`, `Action`, `Condition`. */
  readonly of: string;
  /** The type of principal, or the condition key, that the value stands under. */
  readonly key?: string;
  readonly operator?: OperatorUse;
  /** What else is in its list. */
  readonly others: readonly string[];
  /** The list is written in lines, and its dash is missing. */
  readonly lacksDash: boolean;
  /** The function whose argument the value is: the text of an `Fn::Sub`, the attribute of an `Fn::GetAtt`. */
  readonly argumentOf?: 'Sub' | 'GetAtt';
}

/** One step on the way from the document to the marker. */
type Step =
  | { readonly type: 'property'; readonly object: ObjectNode; readonly property: Property; readonly atKey: boolean }
  | { readonly type: 'item'; readonly items: readonly Node[] }
  | { readonly type: 'function'; readonly name: string };

/** The place of the marker in one of the policies; undefined where nothing that is offered belongs. */
export function findPlace(policies: readonly Policy[], as: 'key' | 'word'): Place | undefined {
  for (const policy of policies) {
    const trail = findMarker(policy.root, 0);
    if (trail !== undefined) return classify(policy, trail, as);
  }
  return undefined;
}

const deepest = 24;

function findMarker(node: Node, depth: number): readonly Step[] | undefined {
  if (depth > deepest) return undefined;
  switch (node.type) {
    case 'string':
      return node.value === marker ? [] : undefined;
    case 'array': {
      for (const item of node.items) {
        const found = findMarker(item, depth + 1);
        if (found) return [{ type: 'item', items: node.items }, ...found];
      }
      return undefined;
    }
    case 'object': {
      for (const property of node.properties) {
        if (property.key.value === marker) return [{ type: 'property', object: node, property, atKey: true }];
        const found = findMarker(property.value, depth + 1);
        if (found) return [{ type: 'property', object: node, property, atKey: false }, ...found];
      }
      return undefined;
    }
    case 'intrinsic': {
      const found = findMarker(node.argument, depth + 1);
      return found && [{ type: 'function', name: node.name }, ...found];
    }
    default:
      return undefined;
  }
}

function classify(policy: Policy, trail: readonly Step[], as: 'key' | 'word'): Place | undefined {
  const functions = trail.flatMap((step) => (step.type === 'function' ? [step.name] : []));
  if (functions.some((name) => name !== 'If' && name !== 'Sub' && name !== 'GetAtt')) return undefined;
  // The lists that are arguments of functions are none of the policy's.
  if (trail.length === 0) return { policy, in: 'file' };
  const steps = trail.filter((step, index) => step.type !== 'function' && trail[index - 1]?.type !== 'function');
  const argumentOf = functions.includes('Sub') ? 'Sub' : functions.includes('GetAtt') ? 'GetAtt' : undefined;
  const properties = steps.flatMap((step) => (step.type === 'property' ? [step] : []));
  const inStatement = policy.shape === 'statements' ? properties : properties.slice(1);
  if (policy.shape === 'document') {
    const [document] = properties;
    if (document === undefined) return undefined;
    if (document.atKey) return keyPlace({ policy }, 'document', document);
    if (document.property.key.value !== 'Statement')
      return inStatement.length > 0 ? undefined : valuePlace({ policy }, document, steps, { argumentOf });
  }
  const [element, ...deeper] = inStatement;
  if (element === undefined) return undefined;
  const statement = policy.statements.find(({ node }) => node === element.object);
  const common = { policy, ...(statement && { statement }) };
  if (element.atKey) return keyPlace(common, 'statement', element);
  return inElement(common, element, deeper, steps, { argumentOf, as });
}

interface PropertyStep {
  readonly object: ObjectNode;
  readonly property: Property;
  readonly atKey: boolean;
}

interface How {
  readonly argumentOf: ValuePlace['argumentOf'];
  readonly as?: 'key' | 'word';
}

function inElement(
  common: InPolicy,
  element: PropertyStep,
  deeper: readonly PropertyStep[],
  steps: readonly Step[],
  how: How,
): Place | undefined {
  const name = element.property.key.value;
  const [first, second, ...more] = deeper;
  if (name === 'Principal' || name === 'NotPrincipal') {
    if (first === undefined) return valuePlace(common, element, steps, how);
    if (first.atKey) return keyPlace(common, 'principal', first);
    if (second !== undefined && !isMisreadValue(second, how)) return undefined;
    return valuePlace(common, element, steps, how, { key: first.property.key.value });
  }
  if (name === 'Condition') {
    if (first === undefined) return undefined;
    if (first.atKey) return keyPlace(common, 'condition', first);
    const operator = parseOperator(first.property.key.value);
    const under = operator === undefined ? {} : { operator };
    if (second === undefined) return undefined;
    if (second.atKey) return { ...keyPlace(common, 'operator', second), ...under };
    if (more.some((each) => !isMisreadValue(each, how))) return undefined;
    return valuePlace(common, element, steps, how, { key: second.property.key.value, ...under });
  }
  if (first !== undefined && !isMisreadValue(first, how)) return undefined;
  return valuePlace(common, element, steps, how);
}

/** A word on a line of its own, tried as a key where the element takes values. */
function isMisreadValue(step: PropertyStep, { as }: How): boolean {
  return step.atKey && as === 'key' && step.object.properties.length === 1;
}

function keyPlace(common: InPolicy, of: KeyPlace['of'], { object, property }: PropertyStep): KeyPlace {
  return {
    ...common,
    in: 'key',
    of,
    object,
    siblings: object.properties.flatMap(({ key }) => (key.value === marker ? [] : [key.value])),
    inner: keysIn(property.value),
  };
}

function keysIn(node: Node): readonly string[] {
  return alternatives(node).flatMap((each) =>
    each.type === 'object' ? each.properties.map(({ key }) => key.value) : [],
  );
}

function valuePlace(
  common: InPolicy,
  { property }: PropertyStep,
  steps: readonly Step[],
  { argumentOf, as }: How,
  more: Pick<ValuePlace, 'key' | 'operator'> = {},
): ValuePlace {
  const list = steps.findLast((step, index) => step.type === 'item' && index >= lastValueStep(steps));
  const items = list?.type === 'item' ? list.items : [];
  const last = steps.at(-1);
  const isMisread = as === 'key' && last?.type === 'property' && last.atKey;
  return {
    ...common,
    in: 'value',
    of: property.key.value,
    ...more,
    others: items.flatMap((each) => (each.type === 'string' && each.value !== marker ? [each.value] : [])),
    lacksDash: isMisread && list === undefined,
    ...(argumentOf && { argumentOf }),
  };
}

/** Behind the last property whose value is looked at. */
function lastValueStep(steps: readonly Step[]): number {
  return steps.findLastIndex((step) => step.type === 'property' && !step.atKey) + 1;
}

/** The value of an element of the statement around a place. */
export function elementOf({ statement }: Place, name: string): Node | undefined {
  return child(statement?.node, name);
}
