import { editDistance } from './edit-distance.ts';

/** What is further away is another name. */
export const mostEdits = 2;

/**
 * The name that a misspelt one was most likely meant to be; undefined where none is close. A difference in case alone
 * is the closest; else at most so many edits, and fewer than half of the letters. Of names that are equally close, the
 * first.
 */
export function closestName<Name extends string>(written: string, names: readonly Name[]): Name | undefined {
  const wanted = written.toLowerCase();
  let closest: Name | undefined;
  let limit = mostEdits;
  for (const name of names) {
    const allowed = Math.min(limit, Math.ceil(name.length / 2) - 1);
    if (allowed < 0) continue;
    const distance = editDistance(wanted, name.toLowerCase(), allowed);
    if (distance > allowed) continue;
    closest = name;
    limit = distance - 1;
  }
  return closest;
}
