import type { Changes } from '../edit/place.ts';
import { renameKey } from '../edit/rename-key.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { existing, type Writable, type WritableObject } from '../edit/writable.ts';
import type { ObjectNode } from '../syntax/node.ts';
import type { ConditionEntry, Statement } from './statement.ts';

/**
 * Puts one condition key under another operator, given with its prefix and suffix: renames the operator where no other
 * key shares it, else moves the key, with another value where one is given. Undefined where the key stands there already,
 * where conditions are hidden by an intrinsic, and where a move would lose a comment.
 */
export function changeOperator(
  target: EditTarget,
  statement: Statement,
  entry: ConditionEntry,
  operator: string,
  value: Writable = existing(entry.valueNode),
): Changes {
  const condition = statement.condition.property?.value;
  if (condition?.type !== 'object' || !statement.condition.complete) return undefined;
  const from = condition.properties.find(({ key }) => key === entry.operatorNode);
  const keys = from?.value;
  if (from === undefined || keys?.type !== 'object') return undefined;
  const there = condition.properties.some(({ key }) => isSameName(key.value, operator));
  if (!there && keys.properties.length === 1) return renameKey(target, from, operator);
  const written = target.text.slice(condition.span.start, condition.span.end);
  if (/(^|\s)(#|\/\/|\/\*)/.test(written)) return undefined;
  const moved = move(condition, entry, operator, value);
  return moved && replaceValue(target, condition, moved);
}

/** The conditions written anew. */
function move(
  condition: ObjectNode,
  entry: ConditionEntry,
  operator: string,
  moved: Writable,
): WritableObject | undefined {
  const blocks = new Map<string, WritableObject>();
  let taken = false;
  for (const { key, value } of condition.properties) {
    if (value.type !== 'object') return undefined;
    const isGoal = isSameName(key.value, operator);
    taken ||= isGoal && value.properties.some((each) => isSameName(each.key.value, entry.key));
    const kept = value.properties.filter((each) => each.key !== entry.keyNode);
    const block = Object.fromEntries(kept.map((each) => [each.key.value, existing(each.value)]));
    if (isGoal) blocks.set(key.value, { ...block, [entry.key]: moved });
    else if (kept.length > 0) blocks.set(key.value, block);
  }
  if (taken) return undefined;
  const there = [...blocks.keys()].some((each) => isSameName(each, operator));
  if (!there) blocks.set(operator, { [entry.key]: moved });
  return Object.fromEntries(blocks);
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
