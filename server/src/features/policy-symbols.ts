import { keptWith } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { listItems } from '../policy/alternatives.ts';
import { kindNames } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';
import { sidOf, summarizeStatement } from '../policy/statement-summary.ts';
import { child, type Node, type StringNode, stringValue } from '../syntax/node.ts';
import { innerSpan } from './mention-place.ts';

/** A resource with policies, a policy, or a statement. */
export interface PolicySymbol {
  readonly is: 'role' | 'resource' | 'policy' | 'statement';
  readonly name: string;
  readonly detail?: string;
  /** All of it, and what names it; both in the fragment's text. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly PolicySymbol[];
}

/** The outline of a fragment. Of a template only what has to do with IAM is there: other servers tell the rest. */
export function policySymbols(model: FragmentModel): readonly PolicySymbol[] {
  const symbols = known.get(model) ?? (model.inTemplate ? resourceSymbols(model) : model.policies.map(policySymbol));
  known.set(model, symbols);
  return symbols;
}

/** A model never changes. */
const known = keptWith<FragmentModel, readonly PolicySymbol[]>();

function resourceSymbols({ tree, policies, nested }: FragmentModel): readonly PolicySymbol[] {
  const { key, root } = tree;
  const type = stringValue(child(root, 'Type')) ?? '';
  const inner = nested.flatMap(resourceSymbols);
  const isOurs = policies.length > 0 || inner.length > 0 || type.startsWith('AWS::IAM::');
  if (key === undefined || root === undefined || tree.path[0] !== 'Resources' || !isOurs) return [];
  return [
    {
      is: type === 'AWS::IAM::Role' ? 'role' : 'resource',
      name: key.value,
      detail: type,
      span: around(key.span, root.span),
      selection: innerSpan(key),
      children: [...policies.map(policySymbol), ...inner].toSorted((a, b) => a.span.start - b.span.start),
    },
  ];
}

function policySymbol(policy: Policy): PolicySymbol {
  const { embedding, root, kind } = policy;
  const { span } = embedding?.host ?? root;
  const { key, named } = inTemplate(policy);
  const kindName = kindNames[kind];
  return {
    is: 'policy',
    name: named?.value ?? `${kindName.charAt(0).toUpperCase()}${kindName.slice(1)}`,
    ...(named ? { detail: kindName } : policy.owner && { detail: policy.owner.property }),
    span: key === undefined ? span : around(key.span, span),
    selection: (key && innerSpan(key)) ?? firstOf(root) ?? { start: span.start, end: span.start },
    children: policy.statements.map((statement) => statementSymbol(statement)),
  };
}

/** The first key of a document, for the place of the cursor. */
function firstOf(root: Node): Span | undefined {
  return root.type === 'object' ? root.properties[0]?.key.span : undefined;
}

/** Under which key of its resource a policy stands, and its `PolicyName` where it is an inline policy. */
function inTemplate({ owner, root, embedding }: Policy): {
  readonly key?: StringNode | undefined;
  readonly named?: StringNode | undefined;
} {
  const properties = child(owner?.node, 'Properties');
  const list = child(properties, 'Policies');
  const site = embedding?.host ?? root;
  const inline = list === undefined ? [] : listItems(list);
  const own = inline.find((each) => child(each, 'PolicyDocument') === site);
  const name = child(own, 'PolicyName');
  return {
    key: keyOf(own ?? properties, site),
    named: name?.type === 'string' && name.value !== '' ? name : undefined,
  };
}

function keyOf(object: Node | undefined, value: Node): StringNode | undefined {
  return object?.type === 'object' ? object.properties.find((each) => each.value === value)?.key : undefined;
}

function statementSymbol(statement: Statement): PolicySymbol {
  const sid = sidOf(statement);
  const summary = summarizeStatement(statement);
  const { span } = statement.node;
  const key = statement.node.properties[0]?.key.span;
  return {
    is: 'statement',
    name: sid ?? summary,
    ...(sid !== undefined && { detail: summary }),
    span,
    selection: statement.sid?.node.span ?? key ?? span,
    children: [],
  };
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
