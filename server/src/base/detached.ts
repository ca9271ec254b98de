/**
 * The same text without what it was cut from: engines keep a part of a string as a view of the whole, which a part that
 * is kept would keep with it.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
