import type { Span } from '../../base/span.ts';
import { lineStart } from '../../edit/scan.ts';
import type { EditTarget } from '../../edit/target.ts';
import type { FragmentModel, NestedModel } from '../../lint/model.ts';
import { targetOf } from '../../lint/run.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Statement } from '../../policy/statement.ts';
import { child, type Node, type Property } from '../../syntax/node.ts';

/** What a cursor or a selection in a policy means. */
export interface PolicyPlace {
  /** The fragment, or the resource of a template that it holds as a string. */
  readonly model: FragmentModel | NestedModel;
  readonly policy: Policy;
  /** Where edits of the policy write. */
  readonly target: EditTarget;
  /** In the fragment's text; empty for a cursor. */
  readonly selection: Span;
  /** What holds the statements: a list, or a single one. */
  readonly list: Node | undefined;
  /** The first that the selection touches. */
  readonly statement: Statement | undefined;
  /** What holds the policy: its key and the whole value; undefined where the policy is the file. */
  readonly holder: Property | undefined;
}

/** The policy at a selection of the fragment's text, or at the key that holds it. */
export function policyPlaceAt(model: FragmentModel, selection: Span): PolicyPlace | undefined {
  for (const each of [...model.nested, model]) {
    for (const policy of each.policies) {
      const inner = policy.embedding?.host ?? policy.root;
      const holder = each.tree.root && findHolder(each.tree.root, inner, 0);
      const start = holder === undefined ? inner.span.start : holder.key.span.start;
      const end = Math.max(inner.span.end, holder?.value.span.end ?? 0);
      if (!isTouched({ start, end }, selection)) continue;
      const statement = policy.statements.find(({ node }) => isTouched(withDash(model.text, node.span), selection));
      const list = policy.shape === 'statements' ? policy.root : child(policy.root, 'Statement');
      return { model: each, policy, target: targetOf(each, policy), selection, list, statement, holder };
    }
  }
  return undefined;
}

/** True when the spans share a character or an end. */
export function isTouched(span: Span, selection: Span): boolean {
  return span.start <= selection.end && selection.start <= span.end;
}

/** What a property takes of the text. */
export function spanOfProperty({ key, value }: Property): Span {
  return { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
}

/** Where a property stands by itself: neither an alias nor brought by a merge key. */
export function isWrittenHere({ key, value }: Property, around: Node): boolean {
  const { start, end } = around.span;
  return start <= key.span.start && key.span.end <= end && key.span.end <= value.span.start && value.span.end <= end;
}

/** What stands on lines of its own has the dash and the white space before it too. */
export function withDash(text: string, { start, end }: Span): Span {
  const begin = lineStart(text, start);
  return { start: /^[\s-]*$/.test(text.slice(begin, start)) ? begin : start, end };
}

/** The innermost property whose value the node is, with or without an intrinsic around it. */
function findHolder(from: Node, wanted: Node, depth: number): Property | undefined {
  if (depth > deepest || from === wanted || !contains(from, wanted)) return undefined;
  if (from.type === 'object') {
    const property = from.properties.find(({ value }) => contains(value, wanted));
    if (property === undefined) return undefined;
    return findHolder(property.value, wanted, depth + 1) ?? property;
  }
  if (from.type === 'intrinsic') return findHolder(from.argument, wanted, depth + 1);
  if (from.type !== 'array') return undefined;
  const item = from.items.find((each) => contains(each, wanted));
  return item && findHolder(item, wanted, depth + 1);
}

function contains(outer: Node, inner: Node): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

const deepest = 200;
