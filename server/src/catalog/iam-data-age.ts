import type { IamData } from './iam-data.ts';

const dayMilliseconds = 86_400_000;

/** `IAM data of 2026-09-26, 57 days old`; says so where that is too old to tell what does not exist. */
export function describeAge({ date, isOld }: Pick<IamData, 'date' | 'isOld'>, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / dayMilliseconds));
  const age = `IAM data of ${date}, ${days} day${days === 1 ? '' : 's'} old`;
  return isOld ? `${age}: names that it lacks are reported as hints only` : age;
}
