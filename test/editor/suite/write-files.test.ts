import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findExisting, writeFiles } from '../../../client/src/new-role-chain/write-files.ts';
import { closeEditors } from '../support/documents.ts';

const file = (path: string, text = path) => ({ path, text, title: path });

describe('files that are written together', () => {
  const folder = inWorkspace('written', 'together');

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(inWorkspace('written'), { recursive: true }).then(undefined, () => undefined);
  });

  it('come into folders that are made, and over those that are there', async () => {
    await write('b.json', 'before');
    await writeFiles(folder, [file('a.yaml'), file('b.json'), file('sub/c.md')]);
    assert.deepEqual(
      [await read('a.yaml'), await read('b.json'), await read('sub', 'c.md')],
      ['a.yaml', 'b.json', 'sub/c.md'],
    );
  });

  it('are as before where one of them cannot be written', async () => {
    await write('b.json', 'before');
    await write('blocked', 'a file, where a folder would have to be');
    await assert.rejects(writeFiles(folder, [file('a.yaml'), file('b.json'), file('blocked/c.md')]));
    assert.equal(await read('b.json'), 'before');
    assert.deepEqual(await namesIn(folder), ['b.json', 'blocked']);
  });

  it('leave no folder that was made for them', async () => {
    const blocked = vscode.Uri.joinPath(inWorkspace('README.md'), 'together');
    await assert.rejects(writeFiles(blocked, [file('a.yaml')]));
    await assert.rejects(writeFiles(folder, [file('a.yaml'), file('a.yaml/b.yaml')]));
    assert.ok(!(await namesIn(inWorkspace())).includes('written'));
  });

  it('are told apart by what is there, and by what is not saved', async () => {
    await write('a.yaml', 'a: 1\n');
    await write('b.json', '{}');
    const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'a.yaml'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# '));
    assert.deepEqual(await findExisting(folder, [file('a.yaml'), file('b.json'), file('c.md')]), {
      existing: ['a.yaml', 'b.json'],
      unsaved: ['a.yaml'],
    });
  });

  function write(name: string, text: string): Thenable<void> {
    return vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  }

  async function read(...parts: readonly string[]): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, ...parts)));
  }
});

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}

function inWorkspace(...parts: readonly string[]): vscode.Uri {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(root);
  return vscode.Uri.joinPath(root.uri, ...parts);
}
