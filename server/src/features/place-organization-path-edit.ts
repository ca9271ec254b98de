import { addCondition } from '../edit/add-condition.ts';
import { appendValue } from '../edit/append-value.ts';
import { type TextChange, tidy } from '../edit/change.ts';
import { insertItem } from '../edit/insert-item.ts';
import type { Changes } from '../edit/place.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { existing, type Writable } from '../edit/writable.ts';
import type { FragmentModel } from '../lint/model.ts';
import { targetOf } from '../lint/run.ts';
import { changeOperator } from '../policy/change-operator.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import type { Node } from '../syntax/node.ts';
import { type FittedPath, fitPath } from './fill-placeholders-path.ts';
import type { PathPlace } from './place-organization-path.ts';

/** One path at least: `o-…/r-…/ou-…/*` or `o-…/r-…/ou-…/`. */
export type Paths = readonly [string, ...string[]];

/**
 * Writes paths to their place, and makes the operator fit that compares them. Undefined where that cannot be done
 * without harm: several paths in the middle of a text, an intrinsic in the way.
 */
export function insertOrganizationPaths(model: FragmentModel, place: PathPlace, paths: Paths): Changes {
  const target = targetOf(model, place.policy);
  const { statement } = place;
  switch (place.kind) {
    case 'placeholder':
      return overPlaceholder(target, place, paths);
    case 'value':
      return withOperator(target, statement, place.entry, paths, overNode(target, place.entry, place.node, paths));
    case 'list':
      return withOperator(target, statement, place.entry, paths, besideValues(target, place.entry, paths));
    case 'statement':
      return addCondition(target, statement.node, {
        [operatorFor(place.negated, paths)]: { [place.key]: oneOrMany(paths) },
      });
    default:
      return place satisfies never;
  }
}

/** New values, and how they read when the whole condition has to be written anew. */
interface ValueEdit {
  readonly changes: Changes;
  readonly value: Writable | undefined;
}

function overPlaceholder(target: EditTarget, place: PathPlace & { kind: 'placeholder' }, paths: Paths): Changes {
  const { placeholder, entry, statement } = place;
  const { node, from, to } = placeholder;
  const fitted = fitPath(node.value, from, to, paths[0]);
  const isValue = entry?.values.some((value) => value.node === node) === true;
  if (paths.length > 1) {
    if (!isValue || !fitted.whole) return undefined;
    return withOperator(target, statement, entry, paths, overNode(target, entry, node, paths));
  }
  const changes = replaceInString(target, node, fitted.from, fitted.to, [fitted.text]);
  if (entry === undefined) return changes;
  const value = isValue ? valuesWith(entry, node, [apply(node.value, fitted)]) : undefined;
  return withOperator(target, statement, entry, paths, { changes, value });
}

function apply(value: string, { from, to, text }: FittedPath): string {
  return value.slice(0, from) + text + value.slice(to);
}

function overNode(target: EditTarget, entry: ConditionEntry, node: Node, paths: Paths): ValueEdit {
  const { valueNode } = entry;
  const value = valuesWith(entry, node, paths);
  if (valueNode.type !== 'array') return { changes: replaceValue(target, node, oneOrMany(paths)), value };
  const [first, ...more] = paths;
  const index = valueNode.items.indexOf(node);
  const replaced = replaceValue(target, node, first);
  const inserted = more.map((path) => insertItem(target, valueNode, index + 1, path));
  return { changes: index < 0 ? undefined : joinAll([replaced, ...inserted]), value };
}

function besideValues(target: EditTarget, { valueNode }: ConditionEntry, paths: Paths): ValueEdit {
  if (valueNode.type !== 'array') {
    const value = [existing(valueNode), ...paths];
    return {
      changes: paths.length === 1 ? appendValue(target, valueNode, paths[0]) : replaceValue(target, valueNode, value),
      value,
    };
  }
  const { items } = valueNode;
  const changes =
    items.length === 0
      ? replaceValue(target, valueNode, [...paths])
      : joinAll(paths.map((path) => insertItem(target, valueNode, items.length, path)));
  return { changes, value: [...items.map(existing), ...paths] };
}

/** The values of a key with new ones in the place of one. */
function valuesWith({ valueNode }: ConditionEntry, node: Node, values: readonly string[]): Writable {
  if (valueNode.type !== 'array') return values.length === 1 ? (values[0] ?? '') : [...values];
  return valueNode.items.flatMap((item): readonly Writable[] => (item === node ? values : [existing(item)]));
}

/** The same with the operator that the paths need, where there is a way to change it. */
function withOperator(
  target: EditTarget,
  statement: Statement,
  entry: ConditionEntry,
  paths: Paths,
  { changes, value }: ValueEdit,
): Changes {
  const operator = fittingOperator(entry, paths);
  if (operator === undefined || changes === undefined) return changes;
  const renamed = changeOperator(target, statement, entry, operator);
  if (renamed === undefined) return changes;
  if (renamed.every(({ span }) => changes.every((each) => span.end <= each.span.start)))
    return joinAll([renamed, changes]);
  return (value !== undefined && changeOperator(target, statement, entry, operator, value)) || changes;
}

/**
 * The operator by which these paths are compared as they are meant; undefined where the present one does, and where it
 * compares no text. Whether a negated one without a prefix means any or all of the paths is open: it keeps none.
 */
function fittingOperator({ operator: use }: ConditionEntry, paths: Paths): string | undefined {
  if (use?.operator.type !== 'string') return undefined;
  const { name, negated, wildcards } = use.operator;
  const like = negated ? 'StringNotLike' : 'StringLike';
  const needsLike = !wildcards && paths.some((path) => path.includes('*'));
  const needsSet = use.qualifier === undefined && !negated;
  if (!needsLike && !needsSet) return undefined;
  const qualifier = use.qualifier ?? (needsSet ? 'any' : undefined);
  const set = qualifier === undefined ? '' : qualifier === 'all' ? 'ForAllValues:' : 'ForAnyValue:';
  return `${set}${needsLike ? like : name}${use.ifExists ? 'IfExists' : ''}`;
}

function operatorFor(negated: boolean, paths: Paths): string {
  const isPattern = paths.some((path) => path.includes('*'));
  if (negated) return isPattern ? 'ForAllValues:StringNotLike' : 'ForAllValues:StringNotEquals';
  return isPattern ? 'ForAnyValue:StringLike' : 'ForAnyValue:StringEquals';
}

function oneOrMany(paths: Paths): Writable {
  return paths.length === 1 ? paths[0] : [...paths];
}

function joinAll(all: readonly Changes[]): Changes {
  const changes: TextChange[] = [];
  for (const each of all) {
    if (each === undefined) return undefined;
    changes.push(...each);
  }
  return tidy(changes);
}
