import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  CodeLens,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  Range,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commands } from '../../server/src/protocol/commands.ts';
import { type ServerProcess, type StartOptions, startServer } from './support/server-process.ts';

const capabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    codeLens: { refreshSupport: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
  textDocument: { definition: { linkSupport: true }, hover: { contentFormat: ['markdown', 'plaintext'] } },
};

const texts = {
  'rolechain.config.json': `{ "deployments": [
    { "files": ["security.yaml"], "account": "111122223333" },
    { "files": ["workload.json"], "account": "444455556666" } ] }`,
  'security.yaml': `Resources:
  Scan:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: scan
      Role: !GetAtt Source.Arn
  Source:
    Type: AWS::IAM::Role
    Properties:
      RoleName: source
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: reach
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: sts:AssumeRole
                Resource:
                  - arn:aws:iam::444455556666:role/target
                  - arn:aws:iam::444455556666:role/shut
`,
  'workload.json': `{
  "Resources": {
    "Target": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "target",
        "AssumeRolePolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"AWS\\":\\"arn:aws:iam::111122223333:role/source\\"},\\"Action\\":\\"sts:AssumeRole\\"}]}"
      }
    },
    "Shut": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "shut",
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }]
        }
      }
    }
  }
}
`,
  'nested.yaml': `Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./security.yaml }
`,
};

type File = keyof typeof texts;

describe('server: walking role chains', () => {
  let folder: string;
  let server: ServerProcess | undefined;
  /** One for each `workspace/codeLens/refresh`. */
  let refreshed: () => Promise<void>;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rolechain-'));
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  });
  afterEach(() => {
    server?.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const uriOf = (file: File) => pathToFileURL(path.join(folder, file)).href;
  const documentOf = (file: File, text: string = texts[file]) =>
    TextDocument.create(uriOf(file), file.endsWith('.yaml') ? 'yaml' : 'json', 1, text);

  async function start(options: StartOptions = {}): Promise<ServerProcess> {
    const started = await startServer({
      capabilities,
      folders: [pathToFileURL(folder).href],
      initializationOptions: { commands: [commands.showCallHierarchy] },
      configuration: () => ({}),
      ...options,
    });
    server = started;
    let waiting: (() => void) | undefined;
    started.connection.onRequest('workspace/codeLens/refresh', () => {
      waiting?.();
      return null;
    });
    refreshed = () =>
      new Promise((resolve) => {
        waiting = resolve;
      });
    return started;
  }

  /** Asks again each time the graph has changed, until the answer is one that was waited for. */
  async function ask<T>(method: string, params: unknown, isAnswer: (answer: T) => boolean): Promise<T> {
    for (;;) {
      const next = refreshed();
      const answer = await server?.connection.sendRequest<T>(method, params);
      if (answer !== undefined && isAnswer(answer)) return answer;
      await next;
    }
  }

  /** The position before a text of a file. */
  function at(file: File, text: string, by = 0, whole: string = texts[file]) {
    const offset = whole.indexOf(text);
    assert.ok(offset >= 0, text);
    return { textDocument: { uri: uriOf(file) }, position: documentOf(file, whole).positionAt(offset + by) };
  }

  const cut = (file: File, range: Range, whole: string = texts[file]) => documentOf(file, whole).getText(range);

  async function open(file: File): Promise<void> {
    await server?.open(uriOf(file), texts[file], file.endsWith('.yaml') ? 'yaml' : 'json');
  }

  const isThere = (answer: readonly unknown[] | null) => answer !== null && answer.length > 0;

  it('goes from an ARN to the role in a file that is not open', async () => {
    await start();
    await open('security.yaml');
    const arn = 'arn:aws:iam::444455556666:role/target';
    const [link] = await ask<LocationLink[]>('textDocument/definition', at('security.yaml', arn, 8), isThere);
    assert.ok(link);
    assert.equal(link.targetUri, uriOf('workload.json'));
    assert.equal(cut('workload.json', link.targetSelectionRange), 'Target');
    assert.match(cut('workload.json', link.targetRange), /^"Target": \{[\s\S]*"target",[\s\S]*\}$/);
    assert.ok(link.originSelectionRange);
    assert.equal(cut('security.yaml', link.originSelectionRange), arn);
  });

  it('goes from a principal in a policy that is a string, with the place in the string underlined', async () => {
    await start({ capabilities: { ...capabilities, textDocument: {} } });
    await open('workload.json');
    const params = at('workload.json', 'arn:aws:iam::111122223333:role/source', 30);
    const [location] = await ask<Location[]>('textDocument/definition', params, isThere);
    assert.ok(location);
    assert.equal(location.uri, uriOf('security.yaml'));
    assert.equal(cut('security.yaml', location.range), 'Source');
  });

  it('finds what names a role', async () => {
    await start();
    await open('security.yaml');
    const params = { ...at('security.yaml', 'Source:', 1), context: { includeDeclaration: true } };
    const found = await ask<Location[]>('textDocument/references', params, (all) => all?.length === 3);
    assert.deepEqual(
      found.map(({ uri, range }) => {
        const file = uri === uriOf('security.yaml') ? 'security.yaml' : 'workload.json';
        return `${file}: ${cut(file, range)}`;
      }),
      ['security.yaml: Source', 'security.yaml: Source', 'workload.json: arn:aws:iam::111122223333:role/source'],
    );
  });

  it('shows who may assume whom, level after level', async () => {
    const { connection } = await start();
    await open('workload.json');
    const incomingOf = (item: CallHierarchyItem) =>
      connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    const outgoingOf = (item: CallHierarchyItem) =>
      connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    const [target] = await ask<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      at('workload.json', '"RoleName": "target"'),
      isThere,
    );
    assert.ok(target);
    assert.equal(target.name, 'Target');
    assert.equal(target.detail, 'account 444455556666');
    const [source, ...more] = await ask<CallHierarchyIncomingCall[]>(
      'callHierarchy/incomingCalls',
      { item: target },
      (all) => all?.[0]?.from.uri === uriOf('security.yaml'),
    );
    assert.ok(source);
    assert.deepEqual(more, []);
    assert.equal(source.from.name, 'Source');
    assert.equal(source.from.detail, 'locked · account 111122223333');
    assert.deepEqual(
      source.fromRanges.map((range) => cut('security.yaml', range)),
      ['arn:aws:iam::444455556666:role/target'],
    );
    const callers = await incomingOf(source.from);
    assert.deepEqual(
      callers.map(({ from }) => [from.name, from.detail, cut('security.yaml', from.selectionRange)]),
      [
        ['lambda.amazonaws.com', 'open', 'lambda.amazonaws.com'],
        ['Scan', 'open · account 111122223333', 'Scan'],
      ],
    );
    const called = await outgoingOf(source.from);
    assert.deepEqual(
      called.map(({ to, fromRanges }) => [
        to.name,
        to.detail,
        ...fromRanges.map((range) => cut('security.yaml', range)),
      ]),
      [
        ['Target', 'locked · account 444455556666', 'arn:aws:iam::444455556666:role/target'],
        ['Shut', 'blocked · account 444455556666', 'arn:aws:iam::444455556666:role/shut'],
      ],
    );
  });

  const lensesOf = (file: File) =>
    ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: uriOf(file) } }, (all) =>
      Boolean(all?.some(({ command }) => command?.title.startsWith('2 may'))),
    );

  it('waits with its answer until the workspace is read', async () => {
    const { connection } = await start();
    await open('security.yaml');
    const params = { ...at('security.yaml', 'Source:', 1), context: { includeDeclaration: false } };
    const found = await connection.sendRequest<Location[]>('textDocument/references', params);
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [uriOf('security.yaml'), uriOf('workload.json')],
    );
  });

  it('says over each role who may assume it, and follows what is typed', async () => {
    const { connection } = await start();
    await open('security.yaml');
    const [lens, ...more] = await lensesOf('security.yaml');
    assert.ok(lens?.command);
    assert.deepEqual(more, []);
    assert.equal(cut('security.yaml', lens.range), 'Source');
    assert.equal(lens.command.title, '2 may assume this (2 open) · assumes 1 (1 locked), 1 blocked');
    assert.equal(lens.command.command, commands.showCallHierarchy);
    assert.deepEqual(lens.command.arguments, [uriOf('security.yaml'), lens.range.start]);

    const text = texts['security.yaml'].replace('role/shut', 'role/target');
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('security.yaml'), version: 2 },
      contentChanges: [{ text }],
    });
    const [changed] = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: uriOf('security.yaml') },
    });
    assert.equal(changed?.command?.title, '2 may assume this (2 open) · assumes 1 (1 locked)');
  });

  it('says nothing over roles where the setting is off, and text alone where the editor has no command for it', async () => {
    let codeLens = true;
    const { connection } = await start({ configuration: () => ({ codeLens }), initializationOptions: {} });
    await open('security.yaml');
    const [lens] = await lensesOf('security.yaml');
    assert.equal(lens?.command?.command, '');
    codeLens = false;
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const params = { textDocument: { uri: uriOf('security.yaml') } };
    assert.equal(await connection.sendRequest('textDocument/codeLens', params), null);
  });

  it('tells of a hop on hover, with what decides', async () => {
    await start();
    await open('security.yaml');
    const arn = 'arn:aws:iam::444455556666:role/shut';
    const hover = await ask<Hover>('textDocument/hover', at('security.yaml', arn, 3), (answer) =>
      JSON.stringify(answer).includes('cannot'),
    );
    assert.ok(hover.range);
    assert.equal(cut('security.yaml', hover.range), arn);
    assert.deepEqual(hover.contents, {
      kind: 'markdown',
      value: [
        '**`Source` cannot assume `Shut`**',
        '- Statement 1 of the trust policy of `Shut` asks for `aws:MultiFactorAuthPresent` by `Bool` `true`\\, but the call has none or `false`',
      ].join('\n\n'),
    });
  });

  it('tells of the account under the mouse and of the hop together', async () => {
    const named = texts['rolechain.config.json'].replace('{', '{ "accounts": { "workload": "444455556666" },');
    writeFileSync(path.join(folder, 'rolechain.config.json'), named);
    await start({ capabilities: { ...capabilities, textDocument: {} } });
    await open('security.yaml');
    const arn = 'arn:aws:iam::444455556666:role/shut';
    const hover = await ask<Hover>('textDocument/hover', at('security.yaml', arn, 16), (answer) =>
      JSON.stringify(answer).includes('cannot'),
    );
    assert.ok(hover.range);
    assert.equal(cut('security.yaml', hover.range), '444455556666');
    assert.match(
      typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '',
      /^workload\nThe account as the configuration names it\n\nSource cannot assume Shut\nStatement 1/,
    );
  });

  it('finds roles by name and by ARN, and looks up their places when asked', async () => {
    const { connection } = await start();
    await open('security.yaml');
    const byName = await ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'targ' }, isThere);
    assert.deepEqual(
      byName.map(({ name, containerName, location }) => [name, containerName, location]),
      [['Target', 'arn:aws:iam::444455556666:role/target', { uri: uriOf('workload.json') }]],
    );
    const resolved = await connection.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', byName[0]);
    assert.ok('range' in resolved.location);
    assert.equal(cut('workload.json', resolved.location.range), 'Target');
    const byArn = await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: '3333:role/sou' });
    assert.deepEqual(
      byArn.map(({ name }) => name),
      ['arn:aws:iam::111122223333:role/source'],
    );
  });

  it('links to the template of a nested stack', async () => {
    const { connection } = await start();
    await open('nested.yaml');
    const links = await connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: uriOf('nested.yaml') },
    });
    assert.deepEqual(
      links.map(({ range, target }) => [cut('nested.yaml', range), target]),
      [['./security.yaml', uriOf('security.yaml')]],
    );
  });

  it('answers half-typed text, and positions that no text has', async () => {
    const { connection } = await start();
    await open('security.yaml');
    await lensesOf('security.yaml');
    const uri = uriOf('security.yaml');
    const whole = texts['security.yaml'];
    let version = 1;
    for (let end = 0; end < whole.length; end += 61) {
      const text = whole.slice(0, end);
      version += 1;
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      const position = documentOf('security.yaml', text).positionAt(end);
      for (const place of [position, { line: 0, character: 3 }, { line: 999, character: 0 }]) {
        const params = { textDocument: { uri }, position: place, context: { includeDeclaration: false } };
        for (const method of ['definition', 'references', 'hover', 'prepareCallHierarchy'])
          assert.notEqual(await connection.sendRequest(`textDocument/${method}`, params), undefined);
      }
      for (const method of ['codeLens', 'documentLink'])
        assert.notEqual(await connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } }), undefined);
    }
  });
});
