import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ServerProcess, withServer } from './support/server-process.ts';

const uri = 'file:///workspace/template.yaml';

/** What is selected from the start of each word on, from inside out. */
async function select(server: ServerProcess, text: string, ...words: readonly string[]): Promise<readonly string[][]> {
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const found = await server.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri },
    positions: words.map((word) => document.positionAt(text.indexOf(word))),
  });
  return found.map((range) => chain(range).map((each) => document.getText(each.range)));
}

function chain(range: SelectionRange): SelectionRange[] {
  return range.parent === undefined ? [range] : [range, ...chain(range.parent)];
}

describe('server: selection ranges', () => {
  const text = 'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties: { RoleName: deploy }\n';

  it('answers for each position, also right after an edit', () =>
    withServer({}, async (server) => {
      await server.open(uri, text, 'yaml');
      assert.equal(server.initialized.capabilities.selectionRangeProvider, true);
      const found = await select(server, text, 'deploy', 'Role:');
      assert.deepEqual(
        found.map((each) => each.slice(0, 2)),
        [
          ['deploy', 'RoleName: deploy'],
          ['Role', text.slice(text.indexOf('Role:'), -1)],
        ],
      );
      assert.deepEqual(
        found.map((each) => each.at(-1)),
        [text, text],
      );
      const changed = text.replace('deploy', 'blue/green');
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: changed }],
      });
      const [after] = await select(server, changed, 'green');
      assert.deepEqual(after?.slice(0, 3), ['green', 'blue/green', 'RoleName: blue/green']);
    }));

  it('answers in a file that holds no policy, as it is now', () =>
    withServer({}, async (server) => {
      const other = 'services:\n  web: { image: nginx }\n';
      await server.open(uri, other, 'yaml');
      const levels = ['image: nginx', ' image: nginx ', '{ image: nginx }', 'web: { image: nginx }'];
      assert.deepEqual((await select(server, other, 'nginx'))[0]?.slice(0, 5), ['nginx', ...levels]);
      const changed = other.replace('web', '# (my own)\n  api');
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: changed }],
      });
      assert.deepEqual((await select(server, changed, 'own'))[0]?.slice(0, 4), [
        'own',
        'my own',
        '(my own)',
        '# (my own)',
      ]);
    }));

  it('answers in an ignored file, and nothing for a closed one', () =>
    withServer({}, async (server) => {
      const ignored = 'file:///workspace/node_modules/a.yaml';
      await server.open(ignored, text, 'yaml');
      const params = { textDocument: { uri: ignored }, positions: [{ line: 1, character: 3 }] };
      const [first] = await server.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', params);
      assert.equal(first && chain(first).length, 4);
      assert.equal(
        await server.connection.sendRequest('textDocument/selectionRange', { ...params, textDocument: { uri } }),
        null,
      );
    }));
});
