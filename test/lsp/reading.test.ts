import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  DocumentLink,
  DocumentSymbol,
  InlayHint,
  Range,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { richClient, type ServerProcess, withServer } from './support/server-process.ts';

const uri = 'file:///workspace/template.yaml';

const capabilities: ClientCapabilities = {
  ...richClient,
  textDocument: { ...richClient.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

const template = `Parameters:
  Env: { Type: String, Default: prod }
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub worker-\${Env}
      AssumeRolePolicyDocument:
        Statement:
          - Sid: Lambda
            Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:*
`;
const document = TextDocument.create(uri, 'yaml', 1, template);

const ask = <Result>(server: ServerProcess, method: string, more: object = {}) =>
  server.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri }, ...more });

const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

async function edit(server: ServerProcess, version: number, text: string): Promise<void> {
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
}

function lower({ start, end }: Range, lines: number): Range {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}

describe('server: symbols, links and hints', () => {
  it('outlines a document, also right after an edit', () =>
    withServer({ capabilities }, async (server) => {
      await server.open(uri, template, 'yaml');
      const outline = (symbols: readonly DocumentSymbol[]): readonly string[] =>
        symbols.flatMap(({ name, selectionRange, children = [] }) => [
          `${name} ${selectionRange.start.line}:${selectionRange.start.character}`,
          ...outline(children),
        ]);
      const before = await ask<DocumentSymbol[]>(server, 'documentSymbol');
      assert.deepEqual(outline(before), ['Worker 3:2', 'Trust policy 7:6', 'Lambda 9:17']);
      await edit(server, 2, `# one line more\n${template.replace('Lambda', 'Function')}`);
      const after = await ask<DocumentSymbol[]>(server, 'documentSymbol');
      assert.deepEqual(outline(after), ['Worker 4:2', 'Trust policy 8:6', 'Function 10:17']);
    }));

  it('moves the outline with lines that are added above', () =>
    withServer({ capabilities }, async (server) => {
      await server.open(uri, template, 'yaml');
      const before = await ask<DocumentSymbol[]>(server, 'documentSymbol');
      await edit(server, 2, `# one\n# two\n${template}`);
      const moved = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
        symbols.map(({ range, selectionRange, children, ...rest }) => ({
          ...rest,
          range: lower(range, 2),
          selectionRange: lower(selectionRange, 2),
          ...(children && { children: [...moved(children)] }),
        }));
      assert.deepEqual(await ask<DocumentSymbol[]>(server, 'documentSymbol'), moved(before));
      await edit(server, 3, template);
      assert.deepEqual(await ask<DocumentSymbol[]>(server, 'documentSymbol'), before);
    }));

  it('gives an editor without hierarchy a list', () =>
    withServer({}, async (server) => {
      await server.open(uri, template, 'yaml');
      const symbols = await ask<SymbolInformation[]>(server, 'documentSymbol');
      assert.deepEqual(
        symbols.map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
        [
          ['Worker', undefined, 3],
          ['Trust policy', 'Worker', 7],
          ['Lambda', 'Trust policy', 9],
        ],
      );
    }));

  it('says nothing of a file that is none of ours', () =>
    withServer({ capabilities }, async (server) => {
      await server.open(uri, 'services:\n  web:\n    image: nginx\n', 'yaml');
      assert.equal(await ask(server, 'documentSymbol'), null);
      assert.deepEqual(await ask(server, 'documentLink'), []);
      assert.deepEqual(await ask(server, 'inlayHint', { range }), []);
    }));

  it('links words to their pages, unless the setting is off', () => {
    let documentLinks = true;
    return withServer({ capabilities, configuration: () => ({ documentLinks }) }, async (server) => {
      await server.open(uri, template, 'yaml');
      const links = await ask<DocumentLink[]>(server, 'documentLink');
      assert.deepEqual(
        links.map((each) => document.getText(each.range)),
        ['sts:*', 'lambda.amazonaws.com'],
      );
      documentLinks = false;
      await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(await ask(server, 'documentLink'), []);
    });
  });

  it('links no more words than an editor can take', () =>
    withServer({ capabilities }, async (server) => {
      const actions = Array.from({ length: 400 }, (_, index) => `"sqs:*${index}"`).join(', ');
      const resource = (id: number) =>
        `  P${id}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: { Statement: [{ Effect: Allow, Action: [${actions}] }] }\n`;
      await server.open(uri, `Resources:\n${[0, 1, 2, 3].map(resource).join('')}`, 'yaml');
      assert.equal((await ask<DocumentLink[]>(server, 'documentLink')).length, 1200);
    }));

  it('shows hints as the settings say', () => {
    const inlayHints: Record<string, boolean> = {};
    return withServer({ capabilities, configuration: () => ({ inlayHints }) }, async (server) => {
      await server.open(uri, template, 'yaml');
      const labels = async () => (await ask<InlayHint[]>(server, 'inlayHint', { range })).map(({ label }) => label);
      assert.deepEqual(await labels(), ['16 actions']);
      inlayHints.wildcardActions = false;
      inlayHints.resolvedValues = true;
      await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const [hint, ...more] = await ask<InlayHint[]>(server, 'inlayHint', { range });
      assert.deepEqual(more, []);
      assert.deepEqual(hint, {
        position: { line: 6, character: '      RoleName: !Sub worker-${Env}'.length },
        label: '= worker-prod',
        paddingLeft: true,
        tooltip: 'Env has its default here; a deployment may give it another value.',
      });
      await edit(server, 2, template.replace('prod', 'test'));
      assert.deepEqual(await labels(), ['= worker-test']);
    });
  });
});
