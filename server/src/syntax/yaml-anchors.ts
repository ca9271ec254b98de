import type { Slice } from './slice.ts';

/** An anchor or an alias, where a value may begin. Some that are only text are found as well, which does no harm. */
const anchorOrAlias = /(?<=[\s[{,])([&*])([^\s,[\]{}]+)/g;

/** True when an alias may name an anchor of another slice: then the slices cannot be parsed by themselves. */
export function sharesAnchors(text: string, slices: readonly Slice[]): boolean {
  if (!text.includes('&')) return false;
  const holders = new Map<string, Set<Slice>>();
  const aliases: { readonly name: string; readonly slice: Slice }[] = [];
  for (const slice of slices) {
    for (const [, mark, name = ''] of text.slice(slice.start, slice.end).matchAll(anchorOrAlias)) {
      if (mark === '*') aliases.push({ name, slice });
      else holders.set(name, (holders.get(name) ?? new Set()).add(slice));
    }
  }
  return aliases.some(({ name, slice }) => [...(holders.get(name) ?? [])].some((holder) => holder !== slice));
}
