import type { Box } from '../../../../server/src/protocol/graph.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The box that a person means who goes from one into a direction: near, and little aside. */
export function nearestInDirection<Each extends Box>(
  boxes: readonly Each[],
  from: Box,
  direction: Direction,
): Each | undefined {
  const start = middleOf(from);
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let best: { readonly box: Each; readonly distance: number } | undefined;
  for (const box of boxes) {
    const { x, y } = middleOf(box);
    const along = sign * (isAcross ? x - start.x : y - start.y);
    const aside = Math.abs(isAcross ? y - start.y : x - start.x);
    if (along <= 1) continue;
    const distance = along + 2 * aside;
    if (best === undefined || distance < best.distance) best = { box, distance };
  }
  return best?.box;
}

function middleOf({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
