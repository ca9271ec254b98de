import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { type ServerProcess, type StartOptions, startServer } from './support/server-process.ts';

/** An editor that says nothing of what it can do, and names one folder. */
describe('server: a plain editor', () => {
  let folder: string;
  let server: ServerProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rolechain-plain-'));
    cpSync('samples/before', folder, { recursive: true });
  });
  afterEach(() => {
    server?.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const uriOf = (file: string) => pathToFileURL(path.join(folder, file)).href;
  const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  async function start(capabilities: ClientCapabilities = {}, options: StartOptions = {}): Promise<ServerProcess> {
    server = await startServer({ capabilities, root: pathToFileURL(folder).href, ...options });
    return server;
  }

  const open = async ({ open }: ServerProcess, file: string, text = textOf(file)) => {
    await open(uriOf(file), text, file.endsWith('.yaml') ? 'yaml' : 'json');
    return TextDocument.create(uriOf(file), 'plain', 1, text);
  };

  /** The position inside a text of a document. */
  const at = (document: TextDocument, text: string, by = 1) => {
    const offset = document.getText().indexOf(text);
    assert.ok(offset >= 0, text);
    return { textDocument: { uri: document.uri }, position: document.positionAt(offset + by) };
  };

  it('is offered nothing that it would have to know of', async () => {
    const { initialized } = await start();
    const { codeActionProvider, executeCommandProvider, workspace } = initialized.capabilities;
    assert.deepEqual([codeActionProvider, executeCommandProvider, workspace], [undefined, undefined, undefined]);
  });

  it('gets findings with nothing in them but what every editor shows', async () => {
    const running = await start();
    const document = await open(running, 'source-account.yaml');
    const { diagnostics } = await running.diagnostics(document.uri, 1);
    const found = diagnostics.find(({ code }) => code === 'trust-missing-source-arn');
    assert.ok(found);
    assert.deepEqual(Object.keys(found).toSorted(), ['code', 'message', 'range', 'severity', 'source']);
    assert.equal(document.getText(found.range), 'lambda.amazonaws.com');
  });

  it('is asked for nothing and told nothing but the log', async () => {
    const running = await start();
    const { uri } = await open(running, 'source-account.yaml');
    await running.diagnostics(uri, 1);
    const again = running.nextDiagnostics(uri);
    await running.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await again;
    const params = {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    };
    await running.connection.sendRequest('textDocument/inlayHint', params);
    await running.connection.sendRequest('textDocument/codeLens', params);
    assert.deepEqual(
      running.sent.filter((method) => method !== 'window/logMessage'),
      [],
    );
  });

  it('is taken from an ARN to a role in a file that only its folder holds, and told of the hop in plain text', async () => {
    const running = await start();
    const document = await open(running, 'source-account.yaml');
    const place = at(document, 'role/SecurityOperations/SecurityAutoremediation', 10);
    const locations = await running.connection.sendRequest<Location[]>('textDocument/definition', place);
    assert.deepEqual(
      locations.map(({ uri }) => uri),
      [uriOf('target-account.yaml')],
    );
    const hover = await running.connection.sendRequest<Hover>('textDocument/hover', place);
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'plaintext');
    assert.match(hover.contents.value, /SecurityAutoremediation/);
  });

  it('gets lines over roles that run no command', async () => {
    const running = await start();
    const { uri } = await open(running, 'source-account.yaml');
    const lenses = await running.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.ok(lenses.length > 0);
    assert.deepEqual([...new Set(lenses.map(({ command }) => command?.command))], ['']);
  });

  it('gets fixes as plain edits, without commands of another editor', async () => {
    const running = await start({
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
    });
    const document = await open(running, 'source-role.trust.json');
    const [diagnostic] = (await running.diagnostics(document.uri, 1)).diagnostics;
    assert.ok(diagnostic);
    const actions = await running.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: document.uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    assert.deepEqual(
      actions.filter(({ command, edit }) => command !== undefined || edit?.changes === undefined),
      [],
    );
    const [pin] = actions;
    assert.match(pin?.title ?? '', /aws:SourceArn/);
    const fixed = TextDocument.applyEdits(document, pin?.edit?.changes?.[document.uri] ?? []);
    assert.match(fixed, /"aws:SourceArn": "arn:aws:lambda:<region>:<account id>:function:<function name>"/);
    assert.doesNotThrow(() => JSON.parse(fixed));
  });

  it('gets no code action where it takes commands only', async () => {
    const running = await start();
    const { uri } = await open(running, 'source-role.trust.json');
    const [diagnostic] = (await running.diagnostics(uri, 1)).diagnostics;
    const params = { textDocument: { uri }, range: diagnostic?.range, context: { diagnostics: [diagnostic] } };
    assert.deepEqual(await running.connection.sendRequest('textDocument/codeAction', params), []);
  });

  it('gets completions that it may insert as they are, with the indentation in them', async () => {
    const running = await start();
    const text = textOf('source-account.yaml').replace(/(Service: lambda.amazonaws.com\n.*\n)/, '$1            \n');
    const document = await open(running, 'source-account.yaml', text);
    const list = await running.connection.sendRequest<CompletionList>(
      'textDocument/completion',
      at(document, '            \n', 12),
    );
    const known = ['label', 'kind', 'detail', 'filterText', 'sortText', 'textEdit', 'additionalTextEdits', 'data'];
    const unknown = list.items.flatMap((item) => Object.keys(item).filter((key) => !known.includes(key)));
    assert.deepEqual(unknown, []);
    for (const item of list.items) assert.doesNotThrow(() => parse(accept(document, item), { logLevel: 'silent' }));
    const written = list.items.map(({ textEdit }) => textEdit?.newText);
    assert.ok(written.includes('Condition:'), JSON.stringify(written));
    const block = written.find((each) => each?.includes('ArnEquals'));
    assert.match(block ?? '', /^Condition:\n {14}ArnEquals:\n {16}aws:SourceArn: /, JSON.stringify(written));
  });

  it('is held to the settings of its start where its answer is empty', async () => {
    const running = await start(
      { workspace: { configuration: true } },
      {
        initializationOptions: { settings: { rules: { 'trust-missing-source-arn': 'off' } } },
        configuration: () => null,
      },
    );
    const { uri } = await open(running, 'source-role.trust.json');
    assert.deepEqual((await running.diagnostics(uri, 1)).diagnostics, []);
  });
});

function accept(document: TextDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  assert.ok(textEdit && 'range' in textEdit, 'one range');
  const edits: TextEdit[] = [textEdit, ...additionalTextEdits];
  return TextDocument.applyEdits(document, edits);
}
