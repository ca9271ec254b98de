import type { Context, OracleCondition } from './policy.ts';
import { matchesTokens, readPattern, splitTokens, type Token } from './wildcard.ts';

/** Whether one value of the request and one value of the policy agree, before negation. */
type Comparison = (request: string, policy: string, context: Context) => boolean;

const like: Comparison = (request, policy, context) => {
  const tokens = readPattern(policy, context, true);
  return tokens !== undefined && matchesTokens(tokens, request);
};

const equals: Comparison = (request, policy, context) => {
  const tokens = readPattern(policy, context, false);
  return tokens !== undefined && matchesTokens(tokens, request);
};

const equalsIgnoringCase: Comparison = (request, policy, context) => {
  const lower = (token: Token): Token => (typeof token === 'object' ? { char: token.char.toLowerCase() } : token);
  const tokens = readPattern(policy, context, false);
  return tokens !== undefined && matchesTokens(tokens.map(lower), request.toLowerCase());
};

/** ArnEquals and ArnLike behave alike: each of the six parts may have wildcards, and none reaches over a colon. */
const arn: Comparison = (request, policy, context) => {
  const tokens = readPattern(policy, context, true);
  const patterns = tokens === undefined ? [] : splitTokens(tokens, 6);
  const texts = request.split(':');
  const parts = [...texts.slice(0, 5), texts.slice(5).join(':')];
  if (patterns.length !== 6 || texts.length < 6) return false;
  return patterns.every((pattern, index) => matchesTokens(pattern, parts[index] ?? ''));
};

const compareNumbers =
  (holds: (request: number, policy: number) => boolean): Comparison =>
  (request, policy) => {
    const [left, right] = [Number(request), Number(policy)];
    return request !== '' && policy !== '' && !Number.isNaN(left) && !Number.isNaN(right) && holds(left, right);
  };

const compareDates =
  (holds: (request: number, policy: number) => boolean): Comparison =>
  (request, policy) => {
    const [left, right] = [readDate(request), readDate(policy)];
    return !Number.isNaN(left) && !Number.isNaN(right) && holds(left, right);
  };

function readDate(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

const bool: Comparison = (request, policy) => request.toLowerCase() === policy.toLowerCase();

const address: Comparison = (request, policy) => {
  const [network = '', width = '32'] = policy.split('/');
  const [left, right] = [readAddress(request), readAddress(network)];
  if (left === undefined || right === undefined) return false;
  const size = 2 ** (32 - Number(width));
  return Math.floor(left / size) === Math.floor(right / size);
};

function readAddress(text: string): number | undefined {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: Readonly<Record<string, { readonly agrees: Comparison; readonly negated?: true }>> = {
  StringEquals: { agrees: equals },
  StringNotEquals: { agrees: equals, negated: true },
  StringEqualsIgnoreCase: { agrees: equalsIgnoringCase },
  StringNotEqualsIgnoreCase: { agrees: equalsIgnoringCase, negated: true },
  StringLike: { agrees: like },
  StringNotLike: { agrees: like, negated: true },
  NumericEquals: { agrees: compareNumbers((a, b) => a === b) },
  NumericNotEquals: { agrees: compareNumbers((a, b) => a === b), negated: true },
  NumericLessThan: { agrees: compareNumbers((a, b) => a < b) },
  NumericLessThanEquals: { agrees: compareNumbers((a, b) => a <= b) },
  NumericGreaterThan: { agrees: compareNumbers((a, b) => a > b) },
  NumericGreaterThanEquals: { agrees: compareNumbers((a, b) => a >= b) },
  DateEquals: { agrees: compareDates((a, b) => a === b) },
  DateNotEquals: { agrees: compareDates((a, b) => a === b), negated: true },
  DateLessThan: { agrees: compareDates((a, b) => a < b) },
  DateLessThanEquals: { agrees: compareDates((a, b) => a <= b) },
  DateGreaterThan: { agrees: compareDates((a, b) => a > b) },
  DateGreaterThanEquals: { agrees: compareDates((a, b) => a >= b) },
  Bool: { agrees: bool },
  BinaryEquals: { agrees: (request, policy) => request === policy },
  IpAddress: { agrees: address },
  NotIpAddress: { agrees: address, negated: true },
  ArnEquals: { agrees: arn },
  ArnLike: { agrees: arn },
  ArnNotEquals: { agrees: arn, negated: true },
  ArnNotLike: { agrees: arn, negated: true },
};

/** Whether a condition holds for a request. Throws on an operator that AWS does not have. */
export function holds(condition: OracleCondition, context: Context): boolean {
  const present = context.get(condition.key.toLowerCase());
  const [first = '', second] = condition.operator.split(':');
  const set = second === undefined ? undefined : first;
  const written = second ?? first;
  if (written === 'Null') {
    return condition.values.some((value) => (value.toLowerCase() === 'true') === (present === undefined));
  }
  const ifExists = written.endsWith('IfExists');
  const operator = operators[ifExists ? written.slice(0, -'IfExists'.length) : written];
  if (operator === undefined) throw new Error(`no operator ${condition.operator}`);
  const negated = operator.negated ?? false;
  // Of several values any may match; for a negated operator none may.
  const accepts = (value: string): boolean =>
    condition.values.some((policy) => operator.agrees(value, policy, context)) !== negated;
  if (present === undefined) {
    if (ifExists) return true;
    if (set === 'ForAllValues') return true;
    if (set === 'ForAnyValue') return false;
    return negated;
  }
  if (set === 'ForAllValues') return present.every(accepts);
  // Also without a set operator: the keys that hold several values are only ever compared with one.
  return present.some(accepts);
}
