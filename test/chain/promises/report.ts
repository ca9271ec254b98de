import type { Tally } from './promises.ts';

/** Of the cases that no assignment lets through, the part that is said to be blocked. */
export function blockedRate(tally: Tally): number {
  return share(tally, 'no assignment succeeds: blocked', 'no assignment succeeds');
}

/** Of the cases that every assignment lets through, the part that is allowed without assumptions. */
export function freeRate(tally: Tally): number {
  return share(tally, 'every assignment succeeds: allowed', 'every assignment succeeds');
}

/** What was met, one line each. */
export function summary(tally: Tally): string {
  const count = (name: string): number => tally.get(name) ?? 0;
  return [
    `${count('cases')} cases, ${count('nothing unknown')} with nothing unknown, ${count('sampled only')} too large to try every assignment`,
    `some assignment succeeds: ${count('some assignments succeed') + count('every assignment succeeds')}`,
    `none succeeds: ${count('no assignment succeeds')}, said to be blocked: ${percent(blockedRate(tally))}`,
    `every one succeeds: ${count('every assignment succeeds')}, allowed without assumptions: ${percent(freeRate(tally))}`,
    `allowed, and yet none succeeds: ${count('no assignment succeeds: allowed with assumptions')}`,
  ].join('\n');
}

/** How often each feature was met, and in how many of these cases some assignment succeeds. */
export function coverage(tally: Tally): string {
  return [...tally]
    .filter(([name]) => name.startsWith('feature ') && !name.endsWith(', open'))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, cases]) => {
      const open = tally.get(`${name}, open`) ?? 0;
      return `${name.slice('feature '.length).padEnd(42)}${String(cases).padStart(8)}${String(open).padStart(8)}`;
    })
    .join('\n');
}

function share(tally: Tally, part: string, whole: string): number {
  return (tally.get(part) ?? 0) / (tally.get(whole) ?? 1);
}

const percent = (rate: number): string => `${(rate * 100).toFixed(2)} %`;
