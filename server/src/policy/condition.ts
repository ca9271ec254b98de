import { resultWithoutKey } from '../catalog/condition-operators.ts';
import type { ConditionBlock, ConditionEntry } from './statement.ts';
import { literalOf } from './value.ts';

/** The entries on any of these keys. Key names are compared without case. */
export function entriesOn(block: ConditionBlock, keys: readonly string[]): readonly ConditionEntry[] {
  // Nearly always there is none.
  return block.entries.some((entry) => isOneOf(keys, entry.key))
    ? block.entries.filter((entry) => isOneOf(keys, entry.key))
    : none;
}

const none: readonly ConditionEntry[] = [];

function isOneOf(keys: readonly string[], key: string): boolean {
  for (const each of keys) if (isSameKey(each, key)) return true;
  return false;
}

function isSameKey(a: string, b: string): boolean {
  return a.length === b.length && (a === b || a.toLowerCase() === b.toLowerCase());
}

/**
 * True when the condition holds only for requests that carry the key with one of the values: a positive operator that
 * is false where the key is missing (so neither `...IfExists` nor `ForAllValues:`). Values are not looked at.
 */
export function demandsKey(entry: ConditionEntry): boolean {
  const use = entry.operator;
  return isPositive(entry) && use !== undefined && resultWithoutKey(use) === false;
}

/** True for operators that hold where a value matches; `Null` and negated operators are not positive. */
export function isPositive(entry: ConditionEntry): boolean {
  const use = entry.operator;
  return use !== undefined && use.operator.type !== 'null' && !use.operator.negated;
}

/** True when one of the values lets every request through that carries the key. */
export function letsAnyValueThrough(entry: ConditionEntry): boolean {
  return anyValue(entry) !== undefined;
}

/** The value that does: `*`, or the key as a variable, which compares it with itself. */
export function anyValue({ key, operator, values }: ConditionEntry): string | undefined {
  const takesWildcards = operator?.operator.wildcards === true;
  for (const value of values) {
    const text = literalOf(value) ?? '';
    if ((takesWildcards && /^\*+$/.test(text)) || isVariableOf(key, text)) return text;
  }
  return undefined;
}

function isVariableOf(key: string, text: string): boolean {
  return text.length === key.length + 3 && text.toLowerCase() === `\${${key.toLowerCase()}}`;
}
