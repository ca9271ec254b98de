/** A source of choices that gives the same for the same seed. */
export interface Dice {
  /** True once in `of` times. */
  readonly once: (of: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** As `pick`, each as often as its weight says. */
  readonly weigh: <T>(items: readonly (readonly [number, T])[]) => T;
  /** A whole number from 0 and below `end`. */
  readonly below: (end: number) => number;
}

/** mulberry32: small, and good enough to pick from short lists. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    once: (of) => below(of) === 0,
    pick: (items) => items[below(items.length)] ?? items[0],
    weigh: (items) => {
      let left = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (last === undefined) throw new Error('nothing to pick from');
      return last[1];
    },
  };
}
