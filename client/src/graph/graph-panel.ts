import { Disposable, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { GraphParams, HopParams } from '../../../server/src/protocol/graph.ts';
import type { GraphApi } from './graph-api.ts';
import { renderPage } from './graph-page.ts';
import { type FromPage, graphViewType, type ToPage } from './messages.ts';
import { openPlace } from './open-place.ts';

export interface GraphPanelOptions {
  readonly api: GraphApi;
  /** Where the page's script and style are. */
  readonly dist: Uri;
  readonly explain: (hop: HopParams) => Promise<void>;
  readonly export: (params: GraphParams) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** A change is shown as soon as there was none for this long: who types does not look at the graph. Milliseconds. */
const settled = 250;

/** The panel in which the graph is shown. It asks the server anew while it is seen, and whenever it is seen again. */
export class GraphPanel extends Disposable {
  readonly #panel: WebviewPanel;
  readonly #options: GraphPanelOptions;
  #params: GraphParams;
  /** As the page has it. */
  #shown: string | undefined;
  #last: ToPage | undefined;
  #isStale = false;
  #round = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `panel` is new, or one of the last session. */
  constructor(panel: WebviewPanel, params: GraphParams, options: GraphPanelOptions, onClose: () => void) {
    super(() => panel.dispose());
    this.#panel = panel;
    this.#params = params;
    this.#options = options;
    panel.webview.options = { enableScripts: true, localResourceRoots: [options.dist] };
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#round += 1;
      onClose();
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.#isStale) void this.#refresh();
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message).catch(options.onError));
    panel.webview.html = renderPage(panel.webview, options.dist);
  }

  get params(): GraphParams {
    return this.#params;
  }

  /** Comes to the front with another graph. */
  show(params: GraphParams): void {
    this.#params = params;
    this.#panel.reveal(undefined, true);
    void this.#refresh();
  }

  /** The graph may be another now. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#panel.visible) void this.#refresh();
      else this.#isStale = true;
    }, settled);
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A page that was hidden begins anew: it gets what it had, and then what has changed since.
        this.#shown = undefined;
        if (this.#last !== undefined) await this.#panel.webview.postMessage(this.#last);
        return this.#refresh();
      case 'ask':
        this.#params = message.params;
        return this.#refresh();
      case 'open':
        return openPlace(await this.#options.api.findPlace(message.what), this.#column());
      case 'explain':
        return this.#options.explain(message.hop);
      case 'export':
        return this.#options.export(this.#params);
      default:
        return message satisfies never;
    }
  }

  async #refresh(): Promise<void> {
    const round = ++this.#round;
    this.#isStale = false;
    const answer = await this.#ask();
    if (round !== this.#round) return;
    const text = JSON.stringify(answer);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#last = answer;
    if (answer.type === 'picture') {
      this.#params = answer.params;
      this.#panel.title = answer.picture.title;
    }
    await this.#panel.webview.postMessage(answer);
  }

  async #ask(): Promise<ToPage> {
    const { filter } = this.#params;
    try {
      const picture = await this.#options.api.draw(this.#params);
      // What stood at a position is asked for by its ids from now on.
      const params = { ...(picture.focus && { focus: picture.focus }), ...(filter && { filter }) };
      return { type: 'picture', params, picture };
    } catch (error) {
      this.#options.onError(error);
      return {
        type: 'failed',
        message: `The graph could not be drawn: ${error instanceof Error ? error.message : error}`,
      };
    }
  }

  /** Code opens beside the graph, where there is an editor in another column. */
  #column(): ViewColumn {
    const own = this.#panel.viewColumn;
    const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
    return other?.viewColumn ?? ViewColumn.Beside;
  }
}

/** A new panel beside what is being edited. */
export function createPanel(): WebviewPanel {
  const column = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside;
  return window.createWebviewPanel(
    graphViewType,
    'Role Chain',
    { viewColumn: column, preserveFocus: false },
    { enableFindWidget: false },
  );
}
