import { oncePer } from '../base/once.ts';
import { type Span, shift } from '../base/span.ts';
import type { StatementPart } from '../chain/verdict.ts';
import type { Policy } from '../policy/policy.ts';
import type { EntitySource } from '../role/entity.ts';
import type { Origin } from '../role/grant.ts';
import { readLocal } from '../role/local-text.ts';
import { readWritten, type WrittenCondition, type WrittenList } from '../role/written-statement.ts';
import type { WrittenText } from '../role/written-texts.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import type { Analysis } from './analysis.ts';
import type { FragmentFindings } from './check-document.ts';
import { fragmentId, placedPolicies } from './declarations.ts';

type Read = Pick<Analysis, 'state'>;

/**
 * Where a statement, or a part of it, stands in the text; its policy where the statement itself is not written, and
 * the resource where not even that is. Undefined: the text has no such fragment any more.
 */
export function originSpan(analysis: Read, origin: Origin, part?: StatementPart): Span | undefined {
  const found = originNode(analysis, origin, part);
  if (found !== undefined) return shift(found.node.span, found.fragment.fragment.start);
  const fragment = findFragment(analysis, origin.fragment);
  return fragment && headOf(fragment);
}

/** A node of a fragment, and the policy that it is in. */
export interface OriginNode {
  readonly fragment: FragmentFindings;
  readonly policy: Policy;
  readonly node: Node;
}

/** What stands there; undefined where the text has no such policy any more. */
export function originNode(analysis: Read, origin: Origin, part?: StatementPart): OriginNode | undefined {
  const fragment = findFragment(analysis, origin.fragment);
  const policy = fragment && placedPolicies(fragment.model)[origin.policy]?.policy;
  if (fragment === undefined || policy === undefined) return undefined;
  const statement = policy.statements.find(({ index }) => index === origin.statement);
  if (statement === undefined) return { fragment, policy, node: policy.embedding?.host ?? policy.root };
  return { fragment, policy, node: partOf(statement, part, policy.substitution) ?? statement.node };
}

/** Where an entity stands: the key of its resource, or its name in an output of the AWS CLI. */
export function sourceSpan(analysis: Read, { fragment: id, label }: EntitySource): Span | undefined {
  const fragment = findFragment(analysis, id);
  if (fragment === undefined) return undefined;
  const { model } = fragment;
  const nested = model.nested.find(({ tree }) => tree.key?.value === label || `${tree.key?.value}Role` === label);
  if (nested?.tree.key) return shift(nested.tree.key.span, fragment.fragment.start);
  if (model.inTemplate || model.tree.root === undefined) return headOf(fragment);
  const name = findName(model.tree.root, label, 0);
  return name ? shift(name.span, fragment.fragment.start) : headOf(fragment);
}

export function findFragment({ state }: Read, id: string): FragmentFindings | undefined {
  return state && fragmentsById(state.documents).get(id);
}

/** Thousands of findings of role chains ask for theirs. */
const fragmentsById = oncePer((documents: NonNullable<Read['state']>['documents']) => {
  const byId = new Map<string, FragmentFindings>();
  for (const [index, { fragments }] of documents.entries())
    for (const each of fragments) {
      const id = fragmentId(index, each);
      if (!byId.has(id)) byId.set(id, each);
    }
  return byId;
});

function headOf({ fragment, model }: FragmentFindings): Span | undefined {
  const node = model.tree.key ?? model.tree.root;
  return node && shift(node.span, fragment.start);
}

function partOf(
  statement: Parameters<typeof readWritten>[0],
  part: StatementPart | undefined,
  substitution: Parameters<typeof readWritten>[1],
): Node | undefined {
  if (part === undefined) return undefined;
  const { actions, resources, principals, conditions } = readWritten(statement, substitution);
  switch (part.element) {
    case 'action':
      return spanIn(actions, part.index);
    case 'resource':
      return spanIn(resources, part.index);
    case 'principal':
      return spanIn(principals, part.index);
    case 'condition':
      return conditionNode(conditions[part.index], part.value);
    default:
      return part satisfies never;
  }
}

/** The key, or the value asked for where its number is certain. */
function conditionNode(condition: WrittenCondition | undefined, value: number | undefined): Node | undefined {
  if (condition === undefined || value === undefined) return condition?.node;
  const before = condition.values.slice(0, value + 1);
  return before.some(mayBeList) ? condition.node : (before[value]?.node ?? condition.node);
}

/** The whole element where the number may be that of another value: a parameter that is a list counts as many. */
function spanIn(list: WrittenList<WrittenText> | undefined, index: number | undefined): Node | undefined {
  if (list === undefined) return undefined;
  const before = index === undefined ? [] : list.values.slice(0, index + 1);
  const last = index === undefined ? undefined : before[index];
  return last === undefined || before.some(mayBeList) ? list.node : last.node;
}

function mayBeList({ text: [only, ...more] }: WrittenText): boolean {
  return only !== undefined && typeof only !== 'string' && more.length === 0 && readLocal(only).why === 'reference';
}

const nameKeys = ['RoleName', 'UserName', 'GroupName', 'PolicyName'] as const;

function findName(node: Node, name: string, depth: number): Node | undefined {
  if (depth > 6) return undefined;
  if (node.type === 'object') {
    const own = nameKeys.map((key) => child(node, key)).find((value) => stringValue(value) === name);
    if (own !== undefined) return own;
  }
  const inner =
    node.type === 'object' ? node.properties.map(({ value }) => value) : node.type === 'array' ? node.items : [];
  for (const each of inner) {
    const found = findName(each, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
