import { conditionKeyType, type KeyType } from '../catalog/condition-key-type.ts';
import type { ConditionType } from '../catalog/condition-operators.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { hasValueShape } from '../catalog/key-values.ts';
import type { Comparison } from './statement.ts';

/** An operator that compares something else than what its key holds. */
export interface OperatorMismatch {
  readonly key: KeyType;
  /** False where the comparison may find something all the same. */
  readonly never: boolean;
}

/** Undefined where operator and key go together, and where they may: any text may be read as a number or as an ARN. */
export function operatorMismatch(entry: Comparison, data: IamData | undefined): OperatorMismatch | undefined {
  const compares = entry.operator?.operator.type;
  if (compares === undefined || !isTyped(compares)) return undefined;
  const key = conditionKeyType(data, entry.key);
  if (key === undefined || key.type === compares) return undefined;
  if (key.type === 'string') {
    // An account's id is a number too.
    const isText = hasValueShape(entry.key) && (compares !== 'numeric' || !/account$/i.test(entry.key));
    return isText ? { key, never: true } : undefined;
  }
  if (key.type === 'binary' || key.type === 'null') return undefined;
  // Seconds since 1970 are a date, and `aws:EpochTime` takes both.
  const areTimes = [compares, key.type].every((type) => type === 'numeric' || type === 'date');
  if (areTimes && /^aws:EpochTime$/i.test(entry.key)) return undefined;
  return { key, never: !areTimes };
}

/** Strings are compared with any key: see `impossible-condition-value`. */
function isTyped(compares: ConditionType): boolean {
  return compares !== 'string' && compares !== 'null' && compares !== 'binary';
}
