import { parseOperator } from '../catalog/condition-operators.ts';
import { type Node, type ObjectNode, type Property, property } from '../syntax/node.ts';
import { listItems } from './alternatives.ts';
import { readValue, type Substitution } from './read-value.ts';
import type { ConditionBlock, ConditionEntry, Principal, PrincipalElement, Statement, ValueList } from './statement.ts';
import { literalOf, type Value } from './value.ts';

/** Reads a statement as far as it can be read; what is malformed is left out here and reported by the grammar rules. */
export function readStatement(node: ObjectNode, index: number, substitution: Substitution): Statement {
  const element = (name: string) => property(node, name);
  const sid = element('Sid');
  const effect = element('Effect');
  const effectText = effect && literalOf(readValue(effect.value, substitution));
  return {
    node,
    index,
    sid: sid && readValue(sid.value, substitution),
    effect: effectText === 'Allow' || effectText === 'Deny' ? effectText : undefined,
    action: readList(element('Action'), substitution),
    notAction: readList(element('NotAction'), substitution),
    resource: readList(element('Resource'), substitution),
    notResource: readList(element('NotResource'), substitution),
    principal: readPrincipal(element('Principal'), substitution),
    notPrincipal: readPrincipal(element('NotPrincipal'), substitution),
    condition: readConditions(element('Condition'), substitution),
  };
}

function readList(from: Property | undefined, substitution: Substitution): ValueList | undefined {
  if (from === undefined) return undefined;
  const values: Value[] = [];
  let complete = !mayBeSeveral(from.value);
  for (const item of listItems(from.value)) {
    if (item.type === 'null') continue;
    if (!isCollection(item)) values.push(readValue(item, substitution));
    if (mayBeSeveral(item)) complete = false;
  }
  return { property: from, values, complete };
}

function isCollection(node: Node): boolean {
  return node.type === 'object' || node.type === 'array';
}

/** Intrinsics whose result may be a list, so that one node may stand for several values. */
function mayBeSeveral(node: Node): boolean {
  if (node.type !== 'intrinsic') return false;
  return !['Sub', 'Join', 'GetAtt', 'ImportValue', 'Base64', 'Select', 'ToJsonString', 'If'].includes(node.name);
}

function readPrincipal(from: Property | undefined, substitution: Substitution): PrincipalElement | undefined {
  if (from === undefined) return undefined;
  const principals: Principal[] = [];
  let complete = true;
  for (const node of listItems(from.value)) {
    if (node.type === 'object') {
      for (const each of node.properties) {
        const list = readList(each, substitution);
        complete = complete && (list?.complete ?? true);
        for (const value of list?.values ?? []) principals.push({ type: each.key.value, key: each.key, value });
      }
    } else if (node.type === 'string' && node.value === '*') {
      principals.push({ type: '*', value: readValue(node, substitution) });
    } else complete = complete && node.type !== 'intrinsic';
  }
  return { property: from, principals, complete };
}

function readConditions(from: Property | undefined, substitution: Substitution): ConditionBlock {
  if (from === undefined) return { entries: [], complete: true };
  const entries: ConditionEntry[] = [];
  let complete = true;
  for (const block of listItems(from.value)) {
    if (block.type !== 'object') {
      complete = complete && block.type !== 'intrinsic';
      continue;
    }
    for (const operator of block.properties) {
      if (operator.value.type === 'intrinsic') complete = false;
      for (const keys of listItems(operator.value)) {
        if (keys.type !== 'object') continue;
        for (const each of keys.properties) entries.push(readEntry(operator, each, substitution));
      }
    }
  }
  // A block under `Fn::If` may be absent: what it holds is not certain to apply.
  if (from.value.type === 'intrinsic') complete = false;
  return { property: from, entries, complete };
}

function readEntry(operator: Property, key: Property, substitution: Substitution): ConditionEntry {
  const list = readList(key, substitution);
  return {
    operator: parseOperator(operator.key.value),
    operatorNode: operator.key,
    key: key.key.value,
    keyNode: key.key,
    valueNode: key.value,
    values: list?.values ?? [],
    complete: list?.complete ?? false,
  };
}
