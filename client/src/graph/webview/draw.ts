import type { GraphPicture, HopState, PictureHop, PictureRole } from '../../../../server/src/protocol/graph.ts';
import { svg } from './dom.ts';
import { hopKey, hopSentence, labelsOf, roleSentence } from './words.ts';

/** What was drawn, by the ids of roles and the keys of hops. */
export interface Drawing {
  readonly roles: ReadonlyMap<string, SVGGElement>;
  readonly hops: ReadonlyMap<string, SVGGElement>;
}

/** Draws a picture into a group that is shown, and which is empty. */
export function drawPicture(into: SVGGElement, picture: GraphPicture): Drawing {
  const label = labelsOf(picture);
  const groups = picture.groups.map(({ x, y, width, height, title }) =>
    svg(
      'g',
      { class: 'group' },
      svg('rect', { x, y, width, height, rx: 8 }),
      svg('text', { x: x + 10, y: y + 17 }, cut(title, width - 20)),
    ),
  );
  const hops = new Map(picture.hops.map((hop) => [hopKey(hop), drawHop(hop, hopSentence(hop, label))]));
  const roles = new Map(picture.roles.map((role) => [role.id, drawRole(role, picture)]));
  into.append(...groups, ...hops.values(), ...roles.values());
  // Only what is shown knows its length.
  for (const hop of picture.hops) {
    const line = hops.get(hopKey(hop));
    if (line !== undefined) drawLocks(line, hop);
  }
  return { roles, hops };
}

/** Ends of lines; `blocked` ends in a cross. To be put into the picture once. */
export function drawMarkers(): SVGDefsElement {
  const marker = (state: HopState, d: string) =>
    svg(
      'marker',
      {
        id: `end-${state}`,
        class: `end ${state}`,
        viewBox: '0 0 10 10',
        refX: state === 'blocked' ? 5 : 9,
        refY: 5,
        markerWidth: 9,
        markerHeight: 9,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto-start-reverse',
      },
      svg('path', { d }),
    );
  return svg(
    'defs',
    {},
    marker('locked', 'M0 0L10 5L0 10z'),
    marker('open', 'M0 0L10 5L0 10z'),
    marker('blocked', 'M1 1L9 9M9 1L1 9'),
  );
}

function drawRole(role: PictureRole, { hops }: GraphPicture): SVGGElement {
  const { x, y, width, height, label, kind, place, isFocus, id } = role;
  const outgoing = hops.filter(({ source, state }) => source === id && state !== 'blocked').length;
  const incoming = hops.filter(({ target, state }) => target === id && state !== 'blocked').length;
  return svg(
    'g',
    {
      class: ['role', place === null ? 'elsewhere' : '', isFocus ? 'meant' : ''].join(' ').trim(),
      tabindex: 0,
      role: 'button',
      'aria-label': roleSentence(role, outgoing, incoming),
    },
    svg('rect', { x, y, width, height, rx: 6 }),
    svg('text', { x: x + width / 2, y: y + 19, class: 'name' }, cut(label, width - 16)),
    svg('text', { x: x + width / 2, y: y + 35, class: 'kind' }, kind),
  );
}

function drawHop(hop: PictureHop, sentence: string): SVGGElement {
  const { state, assumptions, path, label, word } = hop;
  const isAssumed = assumptions.length > 0;
  return svg(
    'g',
    { class: `hop ${state}${isAssumed ? ' assumed' : ''}`, tabindex: -1, role: 'button', 'aria-label': sentence },
    svg('path', { class: 'reach', d: path }),
    svg('path', { class: 'line', d: path, 'marker-end': `url(#end-${state})` }),
    svg('text', { x: label.x, y: label.y - 5 }, word),
  );
}

const body = 'M-3.5 -0.5h7v5h-7z';
const closedShackle = 'M-2 -0.5v-2a2 2 0 0 1 4 0v2';
const openShackle = 'M-2 -0.5v-2.6a2 2 0 0 1 4 -0.6';

/** A padlock at each end of the line, shut or open as the side is. */
function drawLocks(group: SVGGElement, { locked }: PictureHop): void {
  const line = group.querySelector<SVGPathElement>('path.line');
  const length = line?.getTotalLength() ?? 0;
  if (line === null || length < 60) return;
  const put = (isLocked: boolean | null, at: number) => {
    if (isLocked === null) return;
    const { x, y } = line.getPointAtLength(at);
    group.append(
      svg(
        'g',
        { class: `lock ${isLocked ? 'shut' : 'ajar'}`, transform: `translate(${x} ${y})` },
        svg('circle', { r: 8 }),
        svg('path', { class: 'body', d: body }),
        svg('path', { class: 'shackle', d: isLocked ? closedShackle : openShackle }),
      ),
    );
  };
  put(locked.source, 11);
  put(locked.target, length - 20);
}

const letter = 7.2;

/** The end of a name tells more than its start. */
function cut(label: string, width: number): string {
  const most = Math.max(2, Math.floor(width / letter));
  return label.length <= most ? label : `…${label.slice(label.length - most + 1)}`;
}
