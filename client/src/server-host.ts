import { type CancellationToken, Disposable, type LogOutputChannel, type Uri, WorkspaceEdit } from 'vscode';
import type { LanguageClient, WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient/node';

/**
 * The life of the language server in this window: not started, running, started again, stopped. The library of the client
 * is loaded with the first start: it takes longer than all else of the extension.
 */
export class ServerHost {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  readonly #storage: Uri;
  readonly #connect: (client: LanguageClient) => Disposable;
  #isClosed = false;
  #running: { readonly client: LanguageClient; readonly belongings: Disposable } | undefined;

  /**
   * `module` is the path of the bundled server, `output` a `privateLog`, `storage` a folder of this user for what it
   * keeps. `connect` listens to each client that is made.
   */
  constructor(module: string, output: LogOutputChannel, storage: Uri, connect: (client: LanguageClient) => Disposable) {
    this.#module = module;
    this.#output = output;
    this.#storage = storage;
    this.#connect = connect;
  }

  /** Resolves when the server is ready or has failed; a failure is told by the log and the status item. */
  async start(): Promise<void> {
    if (this.#running !== undefined) return;
    const { createClient } = await import('./language-client.ts');
    // Somebody else may have come first.
    if (this.#running !== undefined || this.#isClosed) return;
    const { client, belongings } = createClient({
      module: this.#module,
      output: this.#output,
      storage: this.#storage,
    });
    this.#running = { client, belongings: Disposable.from(belongings, this.#connect(client)) };
    await this.#tolerate(client.start().then(() => this.#output.info('The language server is running.')));
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.start();
  }

  async dispose(): Promise<void> {
    this.#isClosed = true;
    await this.#stop();
  }

  async #stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.belongings.dispose();
    if (running !== undefined) await this.#tolerate(running.client.dispose());
  }

  /** Asks the server, which is started if need be. Rejects where it has failed, and when the token is cancelled. */
  async request<Result>(name: string, params: unknown, token?: CancellationToken): Promise<Result> {
    await this.start();
    if (this.#running === undefined) throw new Error('The language server is not running.');
    const { client } = this.#running;
    // A token that is undefined would be sent as one more parameter.
    return token === undefined ? client.sendRequest(name, params) : client.sendRequest(name, params, token);
  }

  /** An edit of the server as one of the editor. */
  async toWorkspaceEdit(edit: unknown): Promise<WorkspaceEdit> {
    const converter = this.#running?.client.protocol2CodeConverter;
    // The server's answers are taken at their word, here as in the library.
    return (await converter?.asWorkspaceEdit(edit as ProtocolEdit)) ?? new WorkspaceEdit();
  }

  async #tolerate(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error));
    }
  }
}
