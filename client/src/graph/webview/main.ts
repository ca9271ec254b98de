import type { GraphParams, GraphPicture } from '../../../../server/src/protocol/graph.ts';
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { Canvas } from './canvas.ts';
import { describe } from './describe.ts';
import { html } from './dom.ts';
import { drawLegend } from './legend.ts';
import { sayProblem } from './problems.ts';
import { Toolbar } from './toolbar.ts';
import { Tooltip } from './tooltip.ts';
import { Tree } from './tree.ts';
import { findRoles, hopKey } from './words.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

/** The page of the graph: it draws what the extension sends, and says what the user wants. */
class Page {
  readonly #host: Host;
  #state: PageState;
  #picture: GraphPicture | undefined;
  readonly #toolbar: Toolbar;
  readonly #canvas: Canvas;
  readonly #tree: Tree;
  readonly #tooltip = new Tooltip();
  readonly #side = html('section', { class: 'side', 'aria-label': 'Roles' });
  readonly #details = html('article', { class: 'details', 'aria-live': 'polite' });
  readonly #notice = html('p', { class: 'notice', role: 'status', hidden: true });
  /** Stands above the picture as long as it is true, and covers nothing of it. */
  readonly #cut = html('p', { class: 'cut', role: 'status', hidden: true });

  constructor(host: Host) {
    this.#host = host;
    this.#state = host.getState() ?? { params: {} };
    this.#canvas = new Canvas(
      {
        onChoose: (key, isFinal) => this.#choose(key, isFinal, false),
        onPoint: (key, at) =>
          this.#tooltip.show(key === undefined || !this.#picture ? [] : describe(this.#picture, key), at),
        onView: (view) => this.#keep({ view }),
      },
      this.#state.view,
    );
    this.#tree = new Tree(
      {
        onChoose: (key, isFinal) => this.#choose(key, isFinal, true),
        onExpand: (expanded) => this.#keep({ expanded }),
      },
      this.#state.expanded,
    );
    this.#toolbar = new Toolbar({
      onAsk: ({ wholeWorkspace, filter }) => {
        const { focus, filter: before } = this.#state.params;
        const next = filter ?? before;
        this.#ask({ ...(focus && !wholeWorkspace && { focus }), ...(next && { filter: next }) });
      },
      onSearch: () => this.#search(),
      onNext: () => this.#goToNext(),
      onZoom: (change) => this.#zoom(change),
      onTree: () => {
        this.#keep({ isTreeHidden: this.#state.isTreeHidden !== true });
        this.#showSide();
      },
      onExport: () => host.postMessage({ type: 'export' }),
    });
    this.#side.append(this.#tree.element, this.#details);
    this.#canvas.element.append(this.#notice, drawLegend());
    document.body.append(
      this.#toolbar.element,
      this.#cut,
      html('main', {}, this.#canvas.element, this.#side),
      this.#tooltip.element,
    );
    document.addEventListener('keydown', (event) => this.#press(event));
    window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.#hear(data));
    this.#showSide();
    host.postMessage({ type: 'ready' });
  }

  #hear(message: ToPage): void {
    if (message.type === 'failed') {
      this.#tell(message.message);
      return;
    }
    const { params, picture } = message;
    const isOther = this.#picture !== undefined && JSON.stringify(params) !== JSON.stringify(this.#state.params);
    this.#picture = picture;
    this.#keep({ params });
    this.#toolbar.show(params, picture);
    this.#cut.hidden = picture.cut === undefined;
    this.#cut.textContent = picture.cut ?? '';
    this.#canvas.draw(picture, isOther);
    this.#tree.draw(picture);
    this.#tell(picture.problem === undefined ? undefined : sayProblem(picture.problem), picture.isReading);
    this.#showSelected(false);
    this.#search();
  }

  #ask(params: GraphParams): void {
    this.#host.postMessage({ type: 'ask', params });
  }

  #keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.setState(this.#state);
  }

  #tell(problem: string | undefined, isReading = false): void {
    const text = [problem, isReading ? 'The workspace is still being read.' : undefined].filter(
      (each) => each !== undefined,
    );
    this.#notice.hidden = text.length === 0;
    this.#notice.textContent = text.join(' ');
  }

  #choose(key: string, isFinal: boolean, isShown: boolean): void {
    this.#keep({ selected: key });
    this.#showSelected(isShown);
    if (!isFinal || this.#picture === undefined) return;
    const hop = this.#picture.hops.find((each) => hopKey(each) === key);
    const what = hop === undefined ? { role: key } : { source: hop.source, target: hop.target };
    const place = hop === undefined ? this.#picture.roles.find(({ id }) => id === key)?.place : hop.place;
    if (place != null) this.#host.postMessage({ type: 'open', what });
  }

  #showSelected(isShown: boolean): void {
    const { selected } = this.#state;
    this.#canvas.select(selected, isShown);
    this.#tree.select(selected);
    const deeds = {
      open: (what: Extract<FromPage, { readonly type: 'open' }>['what']) =>
        this.#host.postMessage({ type: 'open', what }),
      explain: ({ source, target }: { readonly source: string; readonly target: string }) =>
        this.#host.postMessage({ type: 'explain', hop: { source, target } }),
      focus: ({ id }: { readonly id: string }) => {
        const { filter } = this.#state.params;
        this.#ask({ focus: { roles: [id] }, ...(filter && { filter }) });
      },
      select: (key: string) => this.#choose(key, false, true),
    };
    const content =
      this.#picture === undefined || selected === undefined ? [] : describe(this.#picture, selected, deeds);
    this.#details.replaceChildren(...(content.length > 0 ? content : this.#rest()));
  }

  /** What stands there while nothing is chosen. */
  #rest(): readonly HTMLElement[] {
    const { closedWorld } = this.#picture ?? {};
    if (closedWorld === undefined) return [];
    return [html('h2', {}, 'Taken for granted'), html('p', {}, closedWorld)];
  }

  #search(): void {
    const text = this.#toolbar.searched();
    const found = this.#picture === undefined ? [] : findRoles(this.#picture, text);
    this.#canvas.mark(text.trim() === '' ? undefined : found);
    const isDrawn = this.#picture?.problem === undefined;
    this.#toolbar.tellFound(
      text.trim() === '' || !isDrawn ? '' : found.length === 0 ? 'None' : `${found.length} found`,
    );
  }

  #goToNext(): void {
    if (this.#picture === undefined) return;
    const text = this.#toolbar.searched();
    if (this.#picture.problem?.type === 'too-large') {
      this.#ask({ ...this.#state.params, filter: { ...this.#state.params.filter, name: text } });
      return;
    }
    const found = findRoles(this.#picture, text);
    const next = found[(found.indexOf(this.#state.selected ?? '') + 1) % Math.max(1, found.length)];
    if (next !== undefined) this.#choose(next, false, true);
  }

  #zoom(change: 'in' | 'out' | 'fit'): void {
    if (change === 'fit') this.#canvas.fit();
    else this.#canvas.zoom(change === 'in' ? 1.25 : 0.8);
  }

  #press(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'f') this.#toolbar.focusSearch();
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === '+' || event.key === '=') this.#zoom('in');
    else if (event.key === '-') this.#zoom('out');
    else if (event.key === '0') this.#zoom('fit');
    else if (event.key === '/') this.#toolbar.focusSearch();
    else if (event.key === 'Escape') this.#tooltip.hide();
    else return;
    event.preventDefault();
  }

  #showSide(): void {
    const isShown = this.#state.isTreeHidden !== true;
    this.#side.hidden = !isShown;
    this.#toolbar.showTree(isShown);
  }
}

new Page(acquireVsCodeApi());
