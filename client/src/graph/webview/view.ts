import type { Box } from '../../../../server/src/protocol/graph.ts';
import type { View } from '../messages.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const least = 0.05;
const most = 4;

/** Shows all of the picture in the middle, no larger than half more than its normal size. */
export function fitView(picture: Size, canvas: Size): View {
  const room = 0.96 * Math.min(canvas.width / Math.max(1, picture.width), canvas.height / Math.max(1, picture.height));
  const scale = Math.min(1.5, Math.max(least, room));
  return {
    scale,
    x: (canvas.width - picture.width * scale) / 2,
    y: (canvas.height - picture.height * scale) / 2,
  };
}

/** Below this scale names cannot be read. */
const readable = 0.45;

/** What is seen at first: all of it where it can be read so, else the part around a box. */
export function firstView(picture: Size, canvas: Size, around: Box | undefined): View {
  const all = fitView(picture, canvas);
  if (all.scale >= readable) return all;
  const view = zoomView(all, readable / all.scale, { x: 0, y: canvas.height / 2 });
  return revealBox({ ...view, x: 0 }, around ?? { x: 0, y: 0, width: 0, height: 0 }, canvas);
}

/** Larger or smaller, with the point of the canvas staying where it is. */
export function zoomView({ x, y, scale }: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const next = Math.min(most, Math.max(least, scale * factor));
  const ratio = next / scale;
  return { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio };
}

/** Moves what is seen so that a box of the picture is in it, and not at all where it is. */
export function revealBox(view: View, box: Box, canvas: Size, margin = 24): View {
  const move = (start: number, length: number, room: number) => {
    if (start < margin) return margin - start;
    return start + length > room - margin ? Math.max(margin - start, room - margin - start - length) : 0;
  };
  const x = view.x + box.x * view.scale;
  const y = view.y + box.y * view.scale;
  return {
    ...view,
    x: view.x + move(x, box.width * view.scale, canvas.width),
    y: view.y + move(y, box.height * view.scale, canvas.height),
  };
}
