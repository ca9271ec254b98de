import type { Span } from '../base/span.ts';
import type { Mention } from '../chain/mention.ts';
import type { FragmentModel } from '../lint/model.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';
import { readLocal } from '../role/local-text.ts';
import { readWritten } from '../role/written-statement.ts';
import type { Written, WrittenText } from '../role/written-texts.ts';
import { spanInString } from '../syntax/decode.ts';
import type { Node } from '../syntax/node.ts';

/** The policies of a fragment in the order of their numbers in `Origin`. */
export function policiesOf(model: FragmentModel): readonly Policy[] {
  return [model, ...model.nested].flatMap(({ policies }) => policies);
}

/** Where a value stands that names a role, in the fragment's text; undefined where the text does not hold it any more. */
export function mentionSpan(model: FragmentModel, mention: Omit<Mention, 'who'>): Span | undefined {
  const { policy: number, statement: index } = mention.grant.origin;
  const policy = policiesOf(model)[number];
  const statement = policy?.statements.find((each) => each.index === index);
  const node = policy && statement && mentionNode(policy, statement, mention);
  return node && innerSpan(node);
}

/** The value itself, or the whole element where its number may be that of another one. */
export function mentionNode(
  { substitution }: Pick<Policy, 'substitution'>,
  statement: Statement,
  { part, value, grant }: Omit<Mention, 'who'>,
): Node | undefined {
  const { resources, principals, actions, conditions } = readWritten(statement, substitution);
  switch (part.element) {
    case 'resource':
      return pick(resources, part.index, resources?.node, grant.resources?.values);
    case 'principal':
      return pick(principals, part.index, principals?.node, grant.principals?.values);
    case 'action':
      return pick(actions, part.index, actions?.node, grant.actions?.values);
    case 'condition': {
      const condition = conditions[part.index];
      return pick(condition, value, condition?.node, grant.conditions[part.index]?.values);
    }
    default:
      return part satisfies never;
  }
}

/** A string without its quotes. */
export function innerSpan(node: Node): Span {
  return node.type === 'string' ? spanInString(node, 0, node.value.length) : node.span;
}

function pick(
  list: Written<WrittenText> | undefined,
  index: number | undefined,
  whole: Node | undefined,
  resolved: readonly unknown[] = [],
): Node | undefined {
  if (list === undefined || index === undefined) return whole;
  if (resolved.length === list.values.length) return list.values[index]?.node ?? whole;
  // A parameter that is a list counts as many.
  const before = list.values.slice(0, index + 1);
  return before.some(mayBeList) ? whole : (before[index]?.node ?? whole);
}

function mayBeList({ text: [only, ...more] }: WrittenText): boolean {
  return only !== undefined && typeof only !== 'string' && more.length === 0 && readLocal(only).why === 'reference';
}
