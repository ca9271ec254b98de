import { type IpRange, networkOf, parseIpRange } from '../base/ip-range.ts';
import type { TypedDemand } from './call.ts';
import { quote } from './describe.ts';
import type { Variable } from './environment.ts';
import { readDate, readNumber } from './typed-value.ts';

/** A value of a type other than text, and what is said of it: "is in `10.0.0.0/8`". */
export interface TypedCandidate {
  readonly value: string;
  readonly says: string;
}

export type Family = 'number' | 'date' | 'ip' | 'bool';

export function familyOf({ operator }: TypedDemand): Family {
  if (operator === 'Bool') return 'bool';
  if (operator.endsWith('IpAddress')) return 'ip';
  return operator.startsWith('Date') ? 'date' : 'number';
}

/** One value for every way in which the comparisons can come out. */
export function typedCandidates(
  family: Family,
  demands: readonly TypedDemand[],
  range?: Variable['range'],
): readonly TypedCandidate[] {
  const others = [...new Set(demands.map(({ other }) => other))];
  switch (family) {
    case 'bool':
      return ['true', 'false'].map((value) => ({ value, says: `is ${quote(value)}` }));
    case 'ip':
      return ipCandidates(others);
    case 'number':
      return range === undefined ? aroundNumbers(others) : withinRange(others, range);
    case 'date':
      return aroundLimits(others, readDate, (time) => new Date(time).toISOString(), 1000, ['before', 'after']);
  }
}

function aroundNumbers(written: readonly string[]): readonly TypedCandidate[] {
  return aroundLimits(written, readNumber, String, 1, ['less than', 'greater than']);
}

/** Whole numbers of the range. */
function withinRange(
  written: readonly string[],
  { least, most }: NonNullable<Variable['range']>,
): readonly TypedCandidate[] {
  const all = aroundNumbers([...written, String(least), String(most)]);
  return all.flatMap(({ value, says }) => {
    const number = Math.floor(Number(value));
    return number >= least && number <= most ? [{ value: String(number), says }] : [];
  });
}

function aroundLimits(
  written: readonly string[],
  read: (text: string) => number | undefined,
  write: (value: number) => string,
  unit: number,
  [below, above]: readonly [string, string],
): readonly TypedCandidate[] {
  const limits = written
    .map((text) => ({ text, at: read(text) }))
    .filter((each): each is { text: string; at: number } => each.at !== undefined)
    .sort((one, two) => one.at - two.at);
  const [first] = limits;
  const last = limits.at(-1);
  if (first === undefined || last === undefined) return [];
  const own = limits.map(({ text }) => ({ value: text, says: `is ${quote(text)}` }));
  const between = limits.slice(1).flatMap(({ text, at }, index) => {
    const before = limits[index];
    if (before === undefined || before.at === at) return [];
    return [{ value: write((before.at + at) / 2), says: `is between ${quote(before.text)} and ${quote(text)}` }];
  });
  return [
    ...own,
    { value: write(first.at - unit), says: `is ${below} ${quote(first.text)}` },
    { value: write(last.at + unit), says: `is ${above} ${quote(last.text)}` },
    ...between,
  ];
}

function ipCandidates(written: readonly string[]): readonly TypedCandidate[] {
  const ranges = written.flatMap((text) => {
    const range = parseIpRange(text);
    return range === undefined ? [] : [{ text, range }];
  });
  const all = ranges.map(({ range }) => range);
  const own = ranges.flatMap(({ text, range }) => {
    const inner = all.filter((each) => each.bits === range.bits && each.prefix > range.prefix);
    const address = addressOutside(range, inner);
    return address === undefined ? [] : [{ value: address, says: `is in ${quote(text)}` }];
  });
  const everywhere: IpRange = { bits: 32, address: 0n, prefix: 0 };
  const outside = addressOutside(
    everywhere,
    all.filter((each) => each.bits === 32),
  );
  const list = written.map(quote).join(', ');
  const six = addressOutside(
    { bits: 128, address: 0x20010db8n << 96n, prefix: 32 },
    all.filter((each) => each.bits === 128),
  );
  const other = outside ?? six;
  return [...own, ...(other === undefined ? [] : [{ value: other, says: `is not in ${list}` }])];
}

/** An address of a range that is in none of the others. */
function addressOutside(range: IpRange, others: readonly IpRange[]): string | undefined {
  const inside = others.filter(
    (each) =>
      each.bits === range.bits &&
      networkOf({ ...each, prefix: Math.min(each.prefix, range.prefix) }) === networkOf(range),
  );
  if (inside.length === 0) return writeAddress(networkOf(range), range.bits);
  if (inside.some((each) => each.prefix <= range.prefix)) return undefined;
  const half = range.prefix + 1;
  const start = networkOf(range);
  const low: IpRange = { bits: range.bits, address: start, prefix: half };
  const high: IpRange = { bits: range.bits, address: start + (1n << BigInt(range.bits - half)), prefix: half };
  return addressOutside(low, inside) ?? addressOutside(high, inside);
}

function writeAddress(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  return Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(
    ':',
  );
}
