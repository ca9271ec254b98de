import type { WritableObject } from '../edit/writable.ts';
import { asData, jsonText } from './chain-plan.ts';

/** A statement, and why it is as it is. The reason is written where the format has comments. */
export interface ReasonedStatement {
  readonly reason: string;
  readonly statement: WritableObject;
}

export const policyVersion = '2012-10-17';

/** The text of a policy in a file of its own. */
export function policyFile(statements: readonly ReasonedStatement[]): string {
  return jsonText({ Version: policyVersion, Statement: statements.map(({ statement }) => asData(statement)) });
}
