/**
 * A table whose keys are looked up by words of the user. A plain object has also what every object inherits, such as
 * `constructor` and `__proto__`; here such a word finds nothing.
 */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return collect(Object.entries(entries));
}

/** The same of entries, whose keys may be any words of the user; of two with one key the last. */
export function collect<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const collected: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) collected[key] = value;
  return collected;
}

/** What an object itself has under a word of the user, not what it inherits. */
export function ownValue<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
