const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "5 minutes ago", "2 days ago"; `time` is ISO 8601, `now` in milliseconds since 1970. */
export function describeAge(time: string, now: number): string {
  const age = now - Date.parse(time);
  if (!(age >= minute)) return 'just now';
  const [unit, length] =
    age < hour ? (['minute', minute] as const) : age < day ? (['hour', hour] as const) : (['day', day] as const);
  return new Intl.RelativeTimeFormat('en').format(-Math.floor(age / length), unit);
}

/** "1 account", "14 accounts". */
export function count(number: number, word: string): string {
  return `${new Intl.NumberFormat('en').format(number)} ${word}${number === 1 ? '' : 's'}`;
}
