import { hopStates } from '../../../../server/src/protocol/graph.ts';
import { html, svg } from './dom.ts';

const meanings = {
  locked: 'locked: each side names the other alone',
  open: 'open: a side lets in more',
  blocked: 'blocked: AWS refuses it',
} as const;

/** What the lines mean, each told in words. */
export function drawLegend(): HTMLElement {
  const sample = (classes: string, end: string) =>
    svg(
      'svg',
      { width: 44, height: 12, 'aria-hidden': 'true' },
      svg(
        'g',
        { class: `hop ${classes}` },
        svg('path', { class: 'line', d: 'M2 6L36 6', 'marker-end': `url(#end-${end})` }),
      ),
    );
  return html(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    ...hopStates.map((state) => html('li', {}, sample(state, state), meanings[state])),
    html('li', {}, sample('open assumed', 'open'), 'if: rests on assumptions'),
  );
}
