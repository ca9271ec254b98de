import {
  type GraphFilter,
  type GraphParams,
  type GraphPicture,
  hopStates,
} from '../../../../server/src/protocol/graph.ts';
import { button, html } from './dom.ts';

export interface ToolbarOptions {
  readonly onAsk: (change: { readonly wholeWorkspace?: boolean; readonly filter?: GraphFilter }) => void;
  /** The text that is looked for, as it is typed. */
  readonly onSearch: (text: string) => void;
  readonly onNext: () => void;
  readonly onZoom: (change: 'in' | 'out' | 'fit') => void;
  readonly onTree: () => void;
  readonly onExport: () => void;
}

/** What the picture is of, and everything by which it is changed. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #title = html('h1');
  readonly #found = html('span', { class: 'faint', 'aria-live': 'polite' });
  readonly #search = html('input', { type: 'search', placeholder: 'Find a role', 'aria-label': 'Find a role' });
  readonly #only: HTMLButtonElement;
  readonly #whole: HTMLButtonElement;
  readonly #tree: HTMLButtonElement;
  readonly #states: readonly { readonly state: (typeof hopStates)[number]; readonly box: HTMLInputElement }[];
  #params: GraphParams = {};

  constructor(options: ToolbarOptions) {
    const ask = (filter: GraphFilter) => options.onAsk({ filter });
    this.#whole = button('Whole Workspace', () => options.onAsk({ wholeWorkspace: true }), { hidden: true });
    this.#only = button(
      'Only These',
      () => ask({ ...this.#params.filter, name: this.#isNarrowed() ? '' : this.#search.value }),
      {
        'aria-pressed': 'false',
        title: 'Draw only the chains of the roles that are found',
      },
    );
    this.#tree = button('Tree', options.onTree, { 'aria-pressed': 'true', title: 'Show the tree of roles' });
    this.#states = hopStates.map((state) => {
      const box = html('input', { type: 'checkbox' });
      box.addEventListener('change', () => ask({ ...this.#params.filter, states: this.#checked() }));
      return { state, box };
    });
    this.#search.addEventListener('input', () => options.onSearch(this.#search.value));
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') options.onNext();
      if (event.key === 'Escape') this.#search.value = '';
      if (event.key === 'Escape') options.onSearch('');
    });
    this.element = html(
      'header',
      {},
      html('div', { class: 'what' }, this.#title, this.#whole),
      html('div', { class: 'find', role: 'search' }, this.#search, this.#only, this.#found),
      html(
        'fieldset',
        {},
        html('legend', {}, 'Hops that are'),
        ...this.#states.map(({ state, box }) => html('label', { class: state }, box, state)),
      ),
      html(
        'div',
        { class: 'zoom' },
        button('−', () => options.onZoom('out'), { 'aria-label': 'Zoom out', title: 'Zoom out (-)' }),
        button('+', () => options.onZoom('in'), { 'aria-label': 'Zoom in', title: 'Zoom in (+)' }),
        button('Fit', () => options.onZoom('fit'), { title: 'Show all of it (0)' }),
        this.#tree,
        button('Export…', options.onExport, { title: 'Save as SVG, Mermaid, DOT or JSON' }),
      ),
    );
  }

  show(params: GraphParams, picture: GraphPicture): void {
    this.#params = params;
    this.#title.textContent = picture.title;
    this.#whole.hidden = picture.focus === null;
    const { states = hopStates, name = '' } = params.filter ?? {};
    for (const { state, box } of this.#states) box.checked = states.includes(state);
    if (name !== '') this.#search.value = name;
    this.#only.setAttribute('aria-pressed', String(name !== ''));
  }

  /** The text that is looked for. */
  searched(): string {
    return this.#search.value;
  }

  tellFound(text: string): void {
    this.#found.textContent = text;
  }

  showTree(isShown: boolean): void {
    this.#tree.setAttribute('aria-pressed', String(isShown));
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  #isNarrowed(): boolean {
    return (this.#params.filter?.name ?? '') !== '';
  }

  #checked(): (typeof hopStates)[number][] {
    return this.#states.filter(({ box }) => box.checked).map(({ state }) => state);
  }
}
