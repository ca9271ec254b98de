import { countAccounts, type Organization, type Unit } from '../organization/organization.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** Where the knowledge of an organization comes from and how old it is: "loaded from AWS 3 days ago". `now` as `Date.now`. */
export function describeAge({ loadedAt, source }: Organization, now: number): string {
  const how = source === 'aws' ? 'loaded from AWS' : 'imported from a file';
  return `${how} ${describeSpan(Math.max(0, now - Date.parse(loadedAt)))}`;
}

/** "14 accounts"; undefined where they are not all loaded. */
export function describeCount(unit: Unit): string | undefined {
  const count = countAccounts(unit);
  return count === undefined ? undefined : countOf(count, 'account');
}

/** "1 account", "2 accounts". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function describeSpan(age: number): string {
  if (age < hour) return 'less than an hour ago';
  if (age < 2 * day) return `${countOf(Math.floor(age / hour), 'hour')} ago`;
  return `${countOf(Math.floor(age / day), 'day')} ago`;
}
