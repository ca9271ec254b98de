import { commands, Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { HopParams } from '../../../server/src/protocol/graph.ts';
import type { GraphApi } from './graph-api.ts';

/** `workbench.editorAssociations` of the manifest shows these documents as a preview. */
const scheme = 'rolechain-hop';

/** Explanations of hops as documents to be read: they follow the policies while they are open. */
export class Explanations extends Disposable implements TextDocumentContentProvider {
  readonly #api: GraphApi;
  readonly #changes = new EventEmitter<Uri>();
  readonly onDidChange = this.#changes.event;

  constructor(api: GraphApi) {
    const registration: Disposable[] = [];
    super(() => Disposable.from(...registration, this.#changes).dispose());
    this.#api = api;
    registration.push(workspace.registerTextDocumentContentProvider(scheme, this));
  }

  async open(hop: HopParams): Promise<void> {
    const name = `${fileName(hop.source)} to ${fileName(hop.target)}.md`;
    const uri = Uri.from({ scheme, path: `/${name}`, query: JSON.stringify([hop.source, hop.target]) });
    await commands.executeCommand('vscode.open', uri);
  }

  /** The graph may be another now. */
  changed(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) this.#changes.fire(uri);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const [source = '', target = ''] = JSON.parse(query) as string[];
    const { text, problem } = await this.#api.explain({ source, target });
    return text ?? `# No such hop\n\n${problem.replace(/[\\`*_[\]<>&]/g, '\\$&')}\n`;
  }
}

/** An id may hold the path of a file. */
function fileName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replace(/[^\w.@#+-]/g, '_');
}
