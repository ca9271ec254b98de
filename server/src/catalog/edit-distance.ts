/**
 * How many single-character edits (insert, delete, replace, swap of two neighbours) lead from one text to the other, and
 * `limit + 1` where it takes more than `limit`: the optimal string alignment distance, in UTF-16 code units.
 *
 * It looks no further than the limit, so that texts that differ much cost little: what it takes grows with the length of
 * what they have in common, and as a power of `limit`, which is small wherever a slip of the pen is looked for.
 */
export function editDistance(left: string, right: string, limit: number): number {
  return distanceBehind({ left, right }, 0, 0, limit);
}

interface Pair {
  readonly left: string;
  readonly right: string;
}

/** The distance between what stands behind these two places. */
function distanceBehind(pair: Pair, leftStart: number, rightStart: number, limit: number): number {
  const { left, right } = pair;
  let from = leftStart;
  let to = rightStart;
  // Nothing is won by an edit where both go on alike.
  while (from < left.length && to < right.length && left.charCodeAt(from) === right.charCodeAt(to)) {
    from++;
    to++;
  }
  const [restOfLeft, restOfRight] = [left.length - from, right.length - to];
  if (restOfLeft === 0 || restOfRight === 0) return Math.min(restOfLeft + restOfRight, limit + 1);
  if (Math.abs(restOfLeft - restOfRight) > limit || limit <= 0) return limit + 1;
  let least = distanceBehind(pair, from + 1, to + 1, limit - 1);
  if (least > 0) least = Math.min(least, distanceBehind(pair, from + 1, to, least - 1));
  if (least > 0) least = Math.min(least, distanceBehind(pair, from, to + 1, least - 1));
  const isSwapped = left[from] === right[to + 1] && left[from + 1] === right[to];
  if (isSwapped && least > 0) least = Math.min(least, distanceBehind(pair, from + 2, to + 2, least - 1));
  return least + 1;
}
