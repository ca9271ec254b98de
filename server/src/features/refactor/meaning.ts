import { wildcardMatches } from '../../base/wildcard.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import { splitAction } from '../../catalog/iam-queries.ts';
import type { Policy } from '../../policy/policy.ts';
import { printExpression } from '../../policy/read-value.ts';
import type { PrincipalElement, Statement, ValueList } from '../../policy/statement.ts';
import { type Value, valueKey } from '../../policy/value.ts';
import type { Node } from '../../syntax/node.ts';

/**
 * What a policy says, taken apart: one text for each action on each resource in each statement. Two policies that have
 * the same texts say the same. With data, a wildcard is the actions that it stands for by that.
 */
export function meaningOf(policy: Policy, data?: IamData): ReadonlySet<string> {
  const said = new Set<string>();
  for (const statement of policy.statements) {
    const frame = frameOf(statement);
    for (const action of actionTexts(statement, data))
      for (const resource of resourceTexts(statement)) said.add(JSON.stringify([frame, action, resource]));
  }
  return said;
}

/** All that a statement says but for its actions and resources; `Sid` says nothing to IAM. */
export function frameOf({ node, principal, notPrincipal, condition }: Statement): string {
  const { entries } = condition;
  const conditions = entries.map(({ operatorNode, key, values, complete, valueNode }) =>
    JSON.stringify([
      operatorNode.value,
      key.toLowerCase(),
      complete && !hidesValues(valueNode) ? sortedKeys(values) : printExpression(valueNode),
    ]),
  );
  const others = node.properties.filter(({ key }) => !read.has(key.value));
  return JSON.stringify([
    others.map(({ key, value }) => [key.value, printExpression(value)]),
    principalKeys(principal),
    principalKeys(notPrincipal),
    condition.complete ? unique(conditions) : printCondition(condition.property?.value),
  ]);
}

/** The resources of a statement; what `NotResource` says is one text. */
export function resourceTexts({ resource, notResource }: Statement): readonly string[] {
  return textsOf(resource, notResource, (key) => [key]);
}

/** The actions of a statement; what `NotAction` says is one text. */
export function actionTexts({ action, notAction }: Statement, data?: IamData): readonly string[] {
  const names = (key: string) => (data ? actionsOf(key, data) : [key]);
  return textsOf(action, notAction, (key) => names(key.toLowerCase()));
}

/** What a name with wildcards stands for, in small letters, undocumented actions among them. */
export function actionsOf(text: string, data: IamData): readonly string[] {
  const parts = splitAction(text);
  const service = parts && /[*?]/.test(parts.name) ? data.findService(parts.prefix) : undefined;
  if (parts === undefined || service === undefined) return [text];
  const pattern = parts.name.toLowerCase();
  const names = [...service.actions.keys(), ...service.undocumented].filter((name) => wildcardMatches(pattern, name));
  return names.length === 0 ? [text] : unique(names).map((name) => `${service.prefix}:${name}`);
}

const read: ReadonlySet<string> = new Set([
  ...['Sid', 'Action', 'NotAction', 'Resource', 'NotResource'],
  ...['Principal', 'NotPrincipal', 'Condition'],
]);

function textsOf(
  list: ValueList | undefined,
  not: ValueList | undefined,
  expand: (key: string) => readonly string[],
): readonly string[] {
  const texts = list === undefined ? [] : keysOf(list).flatMap(expand);
  const negated = not === undefined ? [] : [`not ${JSON.stringify(unique(keysOf(not).flatMap(expand)))}`];
  return list === undefined && not === undefined ? ['nothing'] : [...texts, ...negated];
}

function keysOf({ property, values }: ValueList): readonly string[] {
  return hidesValues(property.value) ? [printExpression(property.value)] : sortedKeys(values);
}

/** Items under `Fn::If` may not be there; those of a list in a list are not read. */
function hidesValues(node: Node): boolean {
  const items = node.type === 'array' ? node.items : [node];
  return items.some(
    (item) => item.type === 'object' || item.type === 'array' || (item.type === 'intrinsic' && item.name === 'If'),
  );
}

function principalKeys(element: PrincipalElement | undefined): unknown {
  if (element === undefined) return null;
  const { value } = element.property;
  const isOpen = !element.complete || value.type === 'intrinsic' || value.type === 'array';
  if (isOpen || (value.type === 'object' && value.properties.some((each) => hidesValues(each.value))))
    return printExpression(value);
  return unique(element.principals.map((each) => JSON.stringify([each.type, valueKey(each.value.parts)])));
}

function printCondition(node: Node | undefined): string {
  return node === undefined ? '' : printExpression(node);
}

function sortedKeys(values: readonly Value[]): readonly string[] {
  return unique(values.map(({ parts }) => valueKey(parts)));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
