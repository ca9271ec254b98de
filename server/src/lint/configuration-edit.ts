import { applyChanges, type TextChange } from '../edit/change.ts';
import { insertItem } from '../edit/insert-item.ts';
import { insertProperty } from '../edit/insert-property.ts';
import type { Changes } from '../edit/place.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import type { Writable, WritableObject } from '../edit/writable.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { parseJson } from '../syntax/json.ts';
import { child, type Node, property, stringValue } from '../syntax/node.ts';
import { globOf } from './configuration-glob.ts';
import type { Severity } from './finding.ts';

/** Something to be written into a configuration. Paths are relative to its folder. */
export type ConfigurationChange =
  | { readonly type: 'rule'; readonly rule: string; readonly level: Severity | 'off' }
  | { readonly type: 'suppression'; readonly path: string; readonly rule: string; readonly sid?: string }
  | { readonly type: 'kind'; readonly path: string; readonly kind: PolicyKind }
  | { readonly type: 'baseline'; readonly path: string };

/** Stands where only the user knows why. */
export const reasonPlaceholder = '<reason>';

/** The text of a new configuration that says only this. */
export function newConfiguration(change: ConfigurationChange): string {
  const empty = '{\n}\n';
  const changes = editConfiguration(empty, change);
  return changes === undefined ? empty : applyChanges(empty, changes);
}

/**
 * Writes something into a configuration, keeping its comments and format. Undefined where its text is not in order, or
 * has something else in that place.
 */
export function editConfiguration(text: string, change: ConfigurationChange): Changes {
  if (text.trim() === '') {
    const whole: TextChange = { span: { start: 0, end: text.length }, parts: [newConfiguration(change)] };
    return [whole];
  }
  const { root, problems } = parseJson(text, { comments: true });
  if (root?.type !== 'object' || problems.length > 0) return undefined;
  const target: EditTarget = { text, format: 'jsonc' };
  switch (change.type) {
    case 'rule':
      return setIn(target, root, 'rules', change.rule, change.level);
    case 'suppression': {
      const { path, rule, sid } = change;
      const entry = { file: globOf(path), rule, ...(sid !== undefined && { sid }), reason: reasonPlaceholder };
      return appendTo(target, root, 'suppressions', entry);
    }
    case 'kind':
      return setKind(target, root, globOf(change.path), change.kind);
    case 'baseline':
      return set(target, root, 'baseline', change.path);
    default:
      return change satisfies never;
  }
}

function set(target: EditTarget, object: Node, key: string, value: Writable): Changes {
  if (object.type !== 'object') return undefined;
  const present = property(object, key);
  return present === undefined
    ? insertProperty(target, object, key, value)
    : replaceValue(target, present.value, value);
}

function setIn(target: EditTarget, root: Node, key: string, inner: string, value: Writable): Changes {
  const object = child(root, key);
  return object === undefined ? set(target, root, key, { [inner]: value }) : set(target, object, inner, value);
}

function appendTo(target: EditTarget, root: Node, key: string, entry: WritableObject): Changes {
  const list = child(root, key);
  if (list === undefined) return set(target, root, key, [entry]);
  return list.type === 'array' ? insertItem(target, list, list.items.length, entry) : undefined;
}

/**
 * An entry for this file alone that has a kind gets the new one, if no later entry could overrule it; else there is a
 * new entry at the end.
 */
function setKind(target: EditTarget, root: Node, glob: string, kind: PolicyKind): Changes {
  const list = child(root, 'overrides');
  const last = list?.type === 'array' ? list.items.findLast((item) => child(item, 'kind') !== undefined) : undefined;
  const files = child(last, 'files');
  const isOurs = files?.type === 'array' && files.items.length === 1 && stringValue(files.items[0]) === glob;
  if (isOurs && last !== undefined) return set(target, last, 'kind', kind);
  return appendTo(target, root, 'overrides', { files: [glob], kind });
}
