import { type Span, touches } from '../../base/span.ts';
import type { FragmentModel } from '../../lint/model.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Principal, Statement, ValueList } from '../../policy/statement.ts';
import { describeParts, hasPlaceholder, type Value } from '../../policy/value.ts';
import type { Node, StringNode } from '../../syntax/node.ts';
import { innerSpan, policiesOf } from '../mention-place.ts';

/** A word of a policy that AWS's documentation or the policy itself says something of. */
export type PolicyWord = Place &
  (
    | { readonly is: 'action'; readonly name: string }
    | { readonly is: 'principal type'; readonly name: string }
    | { readonly is: 'principal'; readonly principal: Principal }
    | { readonly is: 'operator'; readonly name: string }
    | { readonly is: 'key'; readonly name: string }
    /** The key with which the document begins. */
    | { readonly is: 'document' }
  );

interface Place {
  readonly node: Node;
  /** Without quotes, in the fragment's text. */
  readonly span: Span;
  readonly policy: Policy;
  /** Undefined outside of statements. */
  readonly statement: Statement | undefined;
}

/** The word at an offset of the fragment's text. */
export function policyWordAt(model: FragmentModel, offset: number): PolicyWord | undefined {
  for (const policy of policiesOf(model)) {
    if (!touches((policy.embedding?.host ?? policy.root).span, offset)) continue;
    const statement = policy.statements.find(({ node }) => touches(node.span, offset));
    const words = statement === undefined ? documentWords(policy) : statementWords(policy, statement);
    for (const word of words) if (touches(word.span, offset)) return word;
  }
  return undefined;
}

/** Every word of a policy. */
export function* wordsOf(policy: Policy): Generator<PolicyWord> {
  yield* documentWords(policy);
  for (const statement of policy.statements) yield* statementWords(policy, statement);
}

function* documentWords(policy: Policy): Generator<PolicyWord> {
  const { root, shape } = policy;
  if (shape !== 'document' || root.type !== 'object') return;
  const first = root.properties[0]?.key;
  if (first !== undefined) yield { is: 'document', node: first, span: innerSpan(first), policy, statement: undefined };
}

function* statementWords(policy: Policy, statement: Statement): Generator<PolicyWord> {
  const at = (node: Node): Place => ({ node, span: innerSpan(node), policy, statement });
  for (const list of [statement.action, statement.notAction])
    for (const { node, name } of namesIn(list)) yield { is: 'action', name, ...at(node) };
  for (const element of [statement.principal, statement.notPrincipal])
    for (const principal of element?.principals ?? []) {
      const { key, value } = principal;
      if (key !== undefined) yield { is: 'principal type', name: key.value, ...at(key) };
      if (!hasPlaceholder(value)) yield { is: 'principal', principal, ...at(value.node) };
    }
  const { property, entries } = statement.condition;
  const operators = property?.value.type === 'object' ? property.value.properties : [];
  for (const { key } of operators) yield { is: 'operator', name: key.value, ...at(key) };
  for (const { keyNode, key } of entries) yield { is: 'key', name: key, ...at(keyNode) };
}

function namesIn(list: ValueList | undefined): readonly { readonly node: StringNode; readonly name: string }[] {
  return (list?.values ?? []).flatMap((value: Value) => {
    const { node } = value;
    return node.type === 'string' && !hasPlaceholder(value) ? [{ node, name: describeParts(value.parts) }] : [];
  });
}
