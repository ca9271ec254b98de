import type { GraphPicture, PictureHop, PictureRole, PlaceParams } from '../../../../server/src/protocol/graph.ts';
import { button, html } from './dom.ts';
import { codeParts, hopKey, labelsOf, sideSentences, sideWord, verdictSentence } from './words.ts';

/** What may be done from a description; without it, it is only read. */
export interface Deeds {
  readonly open: (what: PlaceParams) => void;
  readonly explain: (hop: PictureHop) => void;
  readonly focus: (role: PictureRole) => void;
  readonly select: (key: string) => void;
}

/** All that is known of a role or a hop; nothing where the picture has no such. */
export function describe(picture: GraphPicture, key: string, deeds?: Deeds): readonly HTMLElement[] {
  const role = picture.roles.find(({ id }) => id === key);
  if (role !== undefined) return describeRole(picture, role, deeds);
  const hop = picture.hops.find((each) => hopKey(each) === key);
  return hop === undefined ? [] : describeHop(picture, hop, deeds);
}

function describeRole(picture: GraphPicture, role: PictureRole, deeds: Deeds | undefined): readonly HTMLElement[] {
  const { id, label, kind, group, place } = role;
  const where = group === null ? kind : `${kind} · ${group}`;
  const list = (title: string, hops: readonly PictureHop[], other: (hop: PictureHop) => string) =>
    hops.length === 0 ? [] : [html('h3', {}, title), listHops(picture, hops, other, deeds)];
  return [
    html('h2', {}, label),
    html('p', { class: 'faint' }, where),
    ...(deeds === undefined
      ? []
      : [
          html(
            'p',
            { class: 'deeds' },
            ...(place === null ? [] : [button('Go to Code', () => deeds.open({ role: id }))]),
            button('Show Only Its Chain', () => deeds.focus(role)),
          ),
        ]),
    ...list(
      'May assume',
      picture.hops.filter(({ source }) => source === id),
      ({ target }) => target,
    ),
    ...list(
      'Assumed by',
      picture.hops.filter(({ target }) => target === id),
      ({ source }) => source,
    ),
  ];
}

function listHops(
  picture: GraphPicture,
  hops: readonly PictureHop[],
  other: (hop: PictureHop) => string,
  deeds: Deeds | undefined,
): HTMLElement {
  const label = labelsOf(picture);
  return html(
    'ul',
    {},
    ...hops.map((hop) => {
      const text = `${label(other(hop))}: ${hop.word}`;
      return html('li', {}, deeds === undefined ? text : link(text, () => deeds.select(hopKey(hop))));
    }),
  );
}

function describeHop(picture: GraphPicture, hop: PictureHop, deeds: Deeds | undefined): readonly HTMLElement[] {
  const label = labelsOf(picture);
  const { source, target, assumptions, reasons, place } = hop;
  return [
    html('h2', {}, `${label(source)} → ${label(target)}: ${hop.word}`),
    ...(deeds === undefined
      ? []
      : [
          html(
            'p',
            { class: 'deeds' },
            ...(place === null ? [] : [button('Go to Statement', () => deeds.open({ source, target }))]),
            button('Explain…', () => deeds.explain(hop)),
          ),
        ]),
    html('p', {}, verdictSentence(hop)),
    ...(assumptions.length === 0 ? [] : [html('ul', {}, ...assumptions.map((each) => html('li', {}, ...say(each))))]),
    html('p', {}, sideSentences(hop).join(' · ')),
    ...(reasons.length === 0 ? [] : [html('h3', {}, 'Why')]),
    html(
      'ul',
      {},
      ...reasons.map(({ side, message, place: at }, reason) => {
        const text = html('span', {}, `${sideWord(side)}: `, ...say(message));
        if (deeds === undefined || at === null) return html('li', {}, text);
        return html(
          'li',
          {},
          text,
          ' ',
          link('Go to it', () => deeds.open({ source, target, reason })),
        );
      }),
    ),
  ];
}

function say(sentence: string): readonly (HTMLElement | string)[] {
  return codeParts(sentence).map(({ text, isCode }) => (isCode ? html('code', {}, text) : text));
}

function link(text: string, act: () => void): HTMLElement {
  return button(text, act, { class: 'link' });
}
