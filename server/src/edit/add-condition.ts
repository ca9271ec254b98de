import { type Node, type ObjectNode, property } from '../syntax/node.ts';
import type { TextChange } from './change.ts';
import { insertOnSurface } from './insert-property.ts';
import { type Changes, edit, isAlias } from './place.ts';
import { replaceOnSurface } from './replace-value.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';
import type { Writable, WritableObject } from './writable.ts';

/** Condition operator to condition key to value, as a statement's `Condition` has them. */
export interface Conditions {
  readonly [operator: string]: WritableObject;
}

/**
 * Adds conditions to a statement, into the blocks that it has. Undefined if one of the keys is there already under its
 * operator, or if what stands there is no object, as with an intrinsic or an alias.
 */
export function addCondition(target: EditTarget, statement: ObjectNode, conditions: Conditions): Changes {
  return edit(target, (surface) => {
    const present = property(statement, 'Condition');
    if (!present) return insertOnSurface(surface, statement, [['Condition', conditions]], { after: elementsBefore });
    if (isAlias(present)) return undefined;
    const { value } = present;
    if (value.type === 'null') return replaceOnSurface(surface, value, conditions);
    return value.type === 'object' ? addOperators(surface, value, conditions) : undefined;
  });
}

/** The elements that are written before `Condition` by custom. */
const elementsBefore: readonly string[] = [
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource'],
];

function addOperators(surface: Surface, condition: ObjectNode, conditions: Conditions): Changes {
  const changes: TextChange[] = [];
  const missing: [string, Writable][] = [];
  for (const [operator, keys] of Object.entries(conditions)) {
    const present = condition.properties.findLast(({ key }) => isSameName(key.value, operator));
    if (!present) {
      missing.push([operator, keys]);
      continue;
    }
    const added = isAlias(present) ? undefined : addKeys(surface, present.value, keys);
    if (!added) return undefined;
    changes.push(...added);
  }
  if (missing.length === 0) return changes;
  // After the deeper insertions: where both begin at the end of one line, those belong first.
  const added = insertOnSurface(surface, condition, missing);
  return added && [...changes, ...added];
}

function addKeys(surface: Surface, block: Node, keys: WritableObject): Changes {
  if (block.type === 'null') return replaceOnSurface(surface, block, keys);
  if (block.type !== 'object') return undefined;
  const isTaken = block.properties.some(({ key }) => Object.keys(keys).some((each) => isSameName(key.value, each)));
  return isTaken ? undefined : insertOnSurface(surface, block, Object.entries(keys));
}

/** IAM compares the names of condition keys without regard to case. */
function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
