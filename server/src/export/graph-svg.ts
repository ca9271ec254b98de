import { stateOf, wordOf } from '../chain/hop-words.ts';
import { type GraphLayout, layoutGraph, type Point } from './graph-layout.ts';
import type { GraphReport, HopReport } from './graph-report.ts';

/** Each state differs in stroke as well as in colour. */
const strokes = {
  locked: { color: '#1a7f37', width: 2.5 },
  open: { color: '#9a6700', width: 1.5 },
  blocked: { color: '#cf222e', width: 1.5 },
} as const;

/** The graph as a picture that stands for itself: no script, no font or style from elsewhere. */
export function renderSvg(report: GraphReport): string {
  const layout = layoutGraph(report);
  const { width, height } = layout;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>Who may assume whom: ${report.roles.length} roles, ${report.hops.length} hops</title>`,
    '<defs>',
    ...Object.entries(strokes).map(
      ([state, { color }]) =>
        `<marker id="arrow-${state}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${color}"/></marker>`,
    ),
    '</defs>',
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...drawGroups(layout),
    ...layout.hops.map(({ hop, points, label }) => drawHop(hop, points, label)),
    ...drawRoles(layout),
    '</svg>',
    '',
  ].join('\n');
}

function drawGroups({ groups }: GraphLayout): readonly string[] {
  return groups.map(
    ({ x, y, width, height, title }) =>
      `<g><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="8" fill="#f6f8fa" stroke="#d0d7de"/>` +
      `<text x="${round(x + 10)}" y="${round(y + 18)}" fill="#57606a" font-size="12">${encode(title)}</text></g>`,
  );
}

function drawRoles({ roles }: GraphLayout): readonly string[] {
  return roles.map(
    ({ x, y, width, height, role, label }) =>
      `<g><title>${encode(role.id)}</title><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6" fill="#ffffff" stroke="#57606a"/>` +
      `<text x="${round(x + width / 2)}" y="${round(y + 19)}" text-anchor="middle" fill="#1f2328">${encode(fitting(label, width))}</text>` +
      `<text x="${round(x + width / 2)}" y="${round(y + 35)}" text-anchor="middle" fill="#57606a" font-size="11">${role.kind}</text></g>`,
  );
}

function drawHop(hop: HopReport, points: readonly Point[], label: Point): string {
  const state = stateOf(hop);
  const { color, width } = strokes[state];
  const dash =
    hop.assumptions.length > 0 ? ' stroke-dasharray="6 4"' : state === 'blocked' ? ' stroke-dasharray="2 4"' : '';
  const tip = [`${hop.source} to ${hop.target}: ${wordOf(hop)}`, ...hop.assumptions].join('\n');
  return (
    `<g><title>${encode(tip)}</title>` +
    `<path d="${pathThrough(points)}" fill="none" stroke="${color}" stroke-width="${width}"${dash} marker-end="url(#arrow-${state})"/>` +
    `<text x="${round(label.x)}" y="${round(label.y - 4)}" text-anchor="middle" fill="${color}" font-size="11">${encode(wordOf(hop))}</text></g>`
  );
}

/** A path that bends at the points without corners. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`;
  });
  const start = `M${round(first.x)} ${round(first.y)}`;
  return bends.length === 0 ? `${start}L${round(last.x)} ${round(last.y)}` : start + bends.join('');
}

function fitting(label: string, width: number): string {
  const most = Math.floor((width - 16) / 7.2);
  return label.length <= most ? label : `…${label.slice(label.length - most + 1)}`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Every name is text: what XML would read as more is written as an entity, and what it does not take is left out. */
function encode(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\p{Bidi_Control}/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
