import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Serve, startServer } from '../../server/src/lsp/start-server.ts';

/** An editor that speaks with a server whose parts are loaded by `load`. */
function connectTo(load: () => Promise<Serve>, onWrite: () => void = () => {}): MessageConnection {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  toEditor.once('data', onWrite);
  startServer(
    (options) =>
      createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(toServer),
        new StreamMessageWriter(toEditor),
        options,
      ),
    '1.2.3',
    load,
  );
  const editor = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  editor.listen();
  return editor;
}

const initialize = (editor: MessageConnection) =>
  editor.sendRequest<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities: {} });

function signal<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe('server: start', () => {
  it('answers before its parts are loaded', async () => {
    const load = signal<Serve>();
    const editor = connectTo(() => load.promise);
    const { capabilities, serverInfo } = await initialize(editor);
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(serverInfo, { name: 'rolechain', version: '1.2.3' });
    editor.dispose();
  });

  it('begins to load once the answer is on its way', async () => {
    const seen: string[] = [];
    const loading = signal<void>();
    const load = async () => {
      seen.push('load');
      loading.resolve();
      return () => {};
    };
    const editor = connectTo(load, () => seen.push('answer'));
    await Promise.all([initialize(editor), loading.promise]);
    assert.deepEqual(seen, ['answer', 'load']);
    editor.dispose();
  });

  it('keeps what is sent meanwhile, in its order', async () => {
    const load = signal<Serve>();
    const editor = connectTo(() => load.promise);
    await initialize(editor);
    const heard: unknown[] = [];
    await editor.sendNotification('initialized', {});
    await editor.sendNotification('test/first', { number: 1 });
    const answer = editor.sendRequest('test/second', { number: 2 });
    load.resolve((connection, _params, client) => {
      assert.equal(client.markdownHover, false);
      connection.onInitialized(() => void heard.push('initialized'));
      connection.onNotification('test/first', ({ number }) => void heard.push(number));
      connection.onRequest('test/second', ({ number }) => {
        heard.push(number);
        return 'done';
      });
    });
    assert.equal(await answer, 'done');
    assert.deepEqual(heard, ['initialized', 1, 2]);
    editor.dispose();
  });
});
