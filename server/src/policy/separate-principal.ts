import { addCondition, type Conditions } from '../edit/add-condition.ts';
import { type TextChange, tidy } from '../edit/change.ts';
import { insertItem } from '../edit/insert-item.ts';
import { removeItem, removeProperty } from '../edit/remove.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { existing, type Writable, type WritableObject } from '../edit/writable.ts';
import { child, type Node, type ObjectNode, property } from '../syntax/node.ts';
import type { Policy } from './policy.ts';
import type { Principal, Statement } from './statement.ts';

/**
 * Adds conditions for one principal of a statement. A statement that names others too is split: they keep the
 * statement as it was, and the principal gets one of its own behind it, with the same actions and conditions.
 * Undefined where that cannot be written.
 */
export function conditionForPrincipal(
  target: EditTarget,
  policy: Policy,
  statement: Statement,
  principal: Principal,
  conditions: Conditions,
): readonly TextChange[] | undefined {
  const element = statement.principal;
  if (element === undefined || !element.complete) return undefined;
  if (element.principals.length === 1) return addCondition(target, statement.node, conditions);
  const value = element.property.value;
  if (value.type !== 'object' || !standsByItself(value, principal)) return undefined;
  const own = ownStatement(statement, principal, conditions);
  const list = policy.shape === 'statements' ? policy.root : child(policy.root, 'Statement');
  if (own === undefined || list === undefined) return undefined;
  if (list === statement.node) {
    const rest = without(statement, value, principal);
    return rest && replaceValue(target, list, [rest, own]);
  }
  if (list.type !== 'array') return undefined;
  const at = list.items.indexOf(statement.node);
  const removed = removeFrom(target, value, principal);
  const inserted = at < 0 ? undefined : insertItem(target, list, at + 1, own);
  return removed && inserted && tidy([...removed, ...inserted]);
}

/** False for a principal inside an `Fn::If`: what else that holds has to stay. */
function standsByItself(element: ObjectNode, principal: Principal): boolean {
  const list = listOf(element, principal);
  const { node } = principal.value;
  return list === node || (list?.type === 'array' && list.items.includes(node));
}

function removeFrom(target: EditTarget, element: ObjectNode, principal: Principal): readonly TextChange[] | undefined {
  const list = listOf(element, principal);
  if (list?.type === 'array' && list.items.length > 1) {
    const index = list.items.indexOf(principal.value.node);
    return index < 0 ? undefined : removeItem(target, list, index);
  }
  return principal.key && removeProperty(target, element, principal.key.value);
}

function listOf(element: ObjectNode, principal: Principal): Node | undefined {
  return element.properties.find(({ key }) => key === principal.key)?.value;
}

/** The statement for the principal alone. Its `Sid` would stand twice: it has none. */
function ownStatement(statement: Statement, principal: Principal, conditions: Conditions): WritableObject | undefined {
  const merged = mergeConditions(property(statement.node, 'Condition')?.value, conditions);
  if (merged === undefined) return undefined;
  const written = new Map<string, Writable>();
  for (const { key, value } of statement.node.properties) {
    if (key.value === 'Sid' || key.value === 'Condition') continue;
    const isPrincipal = key.value === 'Principal';
    written.set(key.value, isPrincipal ? { [principal.type]: existing(principal.value.node) } : existing(value));
  }
  return { ...Object.fromEntries(written), Condition: merged };
}

function mergeConditions(condition: Node | undefined, added: Conditions): WritableObject | undefined {
  const merged = new Map<string, WritableObject>();
  if (condition !== undefined && condition.type !== 'null') {
    if (condition.type !== 'object') return undefined;
    for (const operator of condition.properties) {
      if (operator.value.type !== 'object') return undefined;
      const keys = operator.value.properties.map(({ key, value }) => [key.value, existing(value)] as const);
      merged.set(operator.key.value, Object.fromEntries(keys));
    }
  }
  for (const [operator, keys] of Object.entries(added)) merged.set(operator, { ...merged.get(operator), ...keys });
  return Object.fromEntries(merged);
}

/** A single statement, written anew without the principal. */
function without(statement: Statement, element: ObjectNode, principal: Principal): WritableObject | undefined {
  const rest = new Map<string, Writable>();
  for (const { key, value } of element.properties) {
    if (key !== principal.key) rest.set(key.value, existing(value));
    else if (value.type === 'array') {
      const others = value.items.filter((item) => item !== principal.value.node);
      if (others.length > 0) rest.set(key.value, others.map(existing));
    }
  }
  const written = new Map<string, Writable>();
  for (const { key, value } of statement.node.properties)
    written.set(key.value, key.value === 'Principal' ? Object.fromEntries(rest) : existing(value));
  return Object.fromEntries(written);
}
