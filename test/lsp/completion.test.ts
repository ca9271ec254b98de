import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem, CompletionList, InsertReplaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readMarks } from '../rules/support/marks.ts';
import { richClient, type ServerProcess, withServer } from './support/server-process.ts';

const uri = 'file:///workspace/template.yaml';

const snippetClient: ClientCapabilities = {
  ...richClient,
  textDocument: {
    ...richClient.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        commitCharactersSupport: true,
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
};

const template = (statement: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - ${statement.replaceAll('\n', '\n            ')}
  Bucket:
    Type: AWS::S3::Bucket
`;

async function ask(server: ServerProcess, marked: string): Promise<{ list: CompletionList | null; text: string }> {
  const { text, marks } = readMarks(marked);
  await server.open(uri, text, 'yaml');
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const position = document.positionAt(marks[0]?.start ?? 0);
  const list = await server.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return { list, text };
}

function itemOf(list: CompletionList | null, label: string): CompletionItem {
  const item = list?.items.find((each) => each.label === label);
  assert.ok(item, `${label} is offered, of ${list?.items.map((each) => each.label).join(' | ')}`);
  return item;
}

describe('server: completion', () => {
  it('offers elements as snippets, indented from their line', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const { list } = await ask(server, template('Effect: Allow\n<|>\nAction: sts:AssumeRole'));
      const { textEdit, insertTextFormat, insertTextMode } = itemOf(list, 'Principal');
      assert.deepEqual(textEdit?.newText, 'Principal:\n  $1');
      assert.deepEqual([insertTextFormat, insertTextMode, list?.isIncomplete], [2, 2, false]);
    }));

  it('replaces the word, or inserts before the rest of it', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const { list } = await ask(server, template('Effect: Allow\nAction: "sts:Ass<|>ume"'));
      const edit = itemOf(list, 'sts:AssumeRole').textEdit as InsertReplaceEdit;
      assert.deepEqual(
        [edit.newText, edit.insert.start.character, edit.insert.end.character, edit.replace.end.character],
        ['sts:AssumeRole', 21, 28, 31],
      );
    }));

  it('gives plain text and one range to an editor that knows no more', () =>
    withServer({ capabilities: richClient }, async (server) => {
      const { list } = await ask(server, template('Effect: <|>'));
      const item = itemOf(list, 'Allow');
      assert.equal(item.textEdit?.newText, 'Allow');
      assert.ok(item.textEdit && 'range' in item.textEdit);
      assert.equal(item.commitCharacters, undefined);
    }));

  it('describes an action when it is looked at', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const { list } = await ask(server, template('Effect: Allow\nAction: <|>'));
      const item = itemOf(list, 'sts:AssumeRole');
      assert.equal(item.documentation, undefined);
      const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.match(JSON.stringify(resolved.documentation), /temporary security credentials.*Access level: Write/);
    }));

  it('takes a closing quote as acceptance of one of few values', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const { list } = await ask(server, template('Effect: "<|>"'));
      assert.deepEqual(itemOf(list, 'Allow').commitCharacters, ['"']);
    }));

  it('marks a list as incomplete that is cut', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const { list } = await ask(server, template('Principal:\n  Service: <|>\nAction: sts:AssumeRole'));
      assert.equal(list?.isIncomplete, true);
      assert.equal(list.items.length, 200);
      assert.equal(itemOf(list, 'lambda.amazonaws.com').labelDetails?.description, 'sends aws:SourceArn');
    }));

  it('offers roles of the same template by reference', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const other = `  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: Worker
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: ec2.amazonaws.com
            Action: sts:AssumeRole
`;
      const text = template('Effect: Allow\nPrincipal:\n  AWS: <|>\nAction: sts:AssumeRole') + other;
      await server.open('file:///workspace/other.yaml', readMarks(text).text, 'yaml');
      await server.diagnostics('file:///workspace/other.yaml', 1);
      const { text: whole, marks } = readMarks(text);
      const position = TextDocument.create('', 'yaml', 1, whole).positionAt(marks[0]?.start ?? 0);
      const list = await server.connection.sendRequest<CompletionList | null>('textDocument/completion', {
        textDocument: { uri: 'file:///workspace/other.yaml' },
        position,
      });
      assert.equal(itemOf(list, 'Worker').textEdit?.newText, '!GetAtt Worker.Arn');
    }));

  it('is silent in files that hold no policy', () =>
    withServer({ capabilities: snippetClient }, async (server) => {
      const { list } = await ask(server, 'services:\n  web:\n    image: <|>\n');
      assert.equal(list, null);
    }));
});
