import { closestName } from './closest-name.ts';
import { conditionOperators, parseOperator } from './condition-operators.ts';

/** The operator that a misspelt one was most likely meant to be, in AWS's own spelling; undefined where none is close. */
export function likelyOperator(written: string): string | undefined {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : closestName(written.slice(0, colon), ['ForAnyValue', 'ForAllValues']);
  const name = closestName(written.slice(colon + 1).trim(), names);
  if (prefix === undefined || name === undefined) return undefined;
  return parseOperator(prefix === '' ? name : `${prefix}:${name}`)?.canonical;
}

const names: readonly string[] = conditionOperators.flatMap(({ name, takesIfExists }) =>
  takesIfExists ? [name, `${name}IfExists`] : [name],
);
