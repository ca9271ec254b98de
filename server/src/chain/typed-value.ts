import { liesWithin, parseIpRange } from '../base/ip-range.ts';

/**
 * Compares values that are no texts. A negated operator is compared as its positive twin: that none may match is the
 * caller's part. A value that is not of the type matches nothing.
 */
export function compareTyped(operator: string, policy: string, request: string): boolean {
  if (operator === 'Bool') return policy.toLowerCase() === request.toLowerCase();
  if (operator === 'IpAddress' || operator === 'NotIpAddress') return isWithin(request, policy);
  const read = operator.startsWith('Date') ? readDate : readNumber;
  const limit = read(policy);
  const value = read(request);
  if (limit === undefined || value === undefined) return false;
  switch (operator.slice(operator.startsWith('Date') ? 'Date'.length : 'Numeric'.length)) {
    case 'LessThan':
      return value < limit;
    case 'LessThanEquals':
      return value <= limit;
    case 'GreaterThan':
      return value > limit;
    case 'GreaterThanEquals':
      return value >= limit;
    default:
      return value === limit;
  }
}

function isWithin(address: string, range: string): boolean {
  const inner = parseIpRange(address);
  const outer = parseIpRange(range);
  return inner !== undefined && outer !== undefined && liesWithin(inner, outer);
}

export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(trimmed)) return undefined;
  return Number(trimmed);
}

/** Milliseconds of a date in one of the W3C forms of ISO 8601, or of a number of seconds since 1970. */
export function readDate(text: string): number | undefined {
  const seconds = readNumber(text);
  // A year alone has four digits.
  if (seconds !== undefined && !/^\d{4}$/.test(text)) return seconds * 1000;
  if (!/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
