import { commands, Disposable, type Event, type LogOutputChannel, Uri, type WebviewPanel, window } from 'vscode';
import { commands as names } from '../../../server/src/protocol/commands.ts';
import type { GraphParams } from '../../../server/src/protocol/graph.ts';
import { isSelected } from '../document-selector.ts';
import type { ServerHost } from '../server-host.ts';
import { explainHop } from './explain-hop.ts';
import { Explanations } from './explanations.ts';
import { exportGraph } from './export-graph.ts';
import { createGraphApi } from './graph-api.ts';
import { createPanel, GraphPanel } from './graph-panel.ts';
import { graphViewType, type PageState } from './messages.ts';

/** The commands that show who may assume whom; `onChange` fires when that may be another now. */
export function registerGraph(
  extension: Uri,
  host: ServerHost,
  output: LogOutputChannel,
  onChange: Event<void>,
): Disposable {
  const api = createGraphApi(host);
  const explanations = new Explanations(api);
  const open: { panel?: GraphPanel } = {};
  const onError = (error: unknown) => output.error(error instanceof Error ? error : String(error));
  const adopt = (panel: WebviewPanel, params: GraphParams) => {
    open.panel = new GraphPanel(
      panel,
      params,
      {
        api,
        dist: Uri.joinPath(extension, 'dist'),
        explain: (hop) => explanations.open(hop),
        export: (shown) => exportGraph(api, shown),
        onError,
      },
      () => {
        delete open.panel;
        void commands.executeCommand('setContext', 'rolechain.graphOpen', false);
      },
    );
    void commands.executeCommand('setContext', 'rolechain.graphOpen', true);
  };
  const register = (name: string, run: (...given: readonly unknown[]) => Promise<void>) =>
    commands.registerCommand(name, async (...given: readonly unknown[]) => {
      try {
        await run(...given);
      } catch (error) {
        onError(error);
        const message = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(`Role Chain could not finish this: ${message}. The output "Role Chain" has more.`);
      }
    });
  return Disposable.from(
    explanations,
    onChange(() => {
      open.panel?.changed();
      explanations.changed();
    }),
    register(names.showGraph, async (given) => {
      const params = paramsOf(given);
      if (open.panel === undefined) adopt(createPanel(), params);
      else open.panel.show(params);
    }),
    register(names.explainHop, (source, target) => explainHop(api, explanations, source, target)),
    register(names.exportGraph, async () => exportGraph(api, open.panel?.params ?? {})),
    window.registerWebviewPanelSerializer(graphViewType, {
      deserializeWebviewPanel: async (panel, state: PageState | undefined) => {
        if (open.panel === undefined) adopt(panel, state?.params ?? {});
        else panel.dispose();
      },
    }),
    new Disposable(() => open.panel?.dispose()),
  );
}

/**
 * The role of an id, the roles of a file (`{ uri }`), or what the cursor stands on; without these the workspace. A menu
 * gives a URI: the file in front.
 */
function paramsOf(given: unknown): GraphParams {
  if (typeof given === 'string') return { focus: { roles: [given] } };
  if (isFile(given)) return { focus: given };
  const editor = window.activeTextEditor;
  if (editor === undefined || !isSelected(editor.document)) return {};
  const { line, character } = editor.selection.active;
  return { focus: { uri: editor.document.uri.toString(), position: { line, character } } };
}

function isFile(given: unknown): given is { readonly uri: string } {
  return typeof given === 'object' && given !== null && 'uri' in given && typeof given.uri === 'string';
}
