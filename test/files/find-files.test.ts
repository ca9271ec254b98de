import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { showPath } from '../../server/src/cli/show-path.ts';
import { findFiles } from '../../server/src/files/find-files.ts';
import { readSource } from '../../server/src/files/read-source.ts';
import { withFolder } from '../cli/temporary-folder.ts';

/** What is found from the folder, one line each: `path`, `path (named)`, `path: failure`. */
function found(folder: string, paths: readonly string[] = ['.'], from = folder): readonly string[] {
  return findFiles(paths, from).map(({ path: file, isNamed, failure }) => {
    const shown = `${showPath(folder, file)}${isNamed ? ' (named)' : ''}`;
    return failure === undefined ? shown : `${shown}: ${failure}`;
  });
}

describe('finding files', () => {
  it('finds files of known endings in a folder, sorted', async () => {
    const files = {
      'b.yaml': '',
      'b.yml': '',
      'B.JSON': '',
      'a/c.jsonc': '',
      'a/d.template': '',
      'e.txt': '',
      json: '',
    };
    await withFolder(files, (folder) => {
      assert.deepEqual(found(folder), ['B.JSON', 'a/c.jsonc', 'a/d.template', 'b.yaml', 'b.yml']);
    });
  });

  it('leaves out what tools write', async () => {
    const files = {
      'node_modules/a/a.json': '',
      'app/node_modules/a.json': '',
      'app/cdk.out/a.json': '',
      'app/.aws-sam/build/a.yaml': '',
      '.git/a.json': '',
      'app/.aws-sam/kept.yaml': '',
      'app/build/kept.json': '',
      '.github/kept.yml': '',
    };
    await withFolder(files, (folder) => {
      assert.deepEqual(found(folder), ['.github/kept.yml', 'app/.aws-sam/kept.yaml', 'app/build/kept.json']);
      assert.deepEqual(found(folder, ['app/cdk.out']), ['app/cdk.out/a.json']);
    });
  });

  it('takes a file given by name whatever it is called, once', async () => {
    await withFolder({ 'a.txt': '', 'b.json': '', '.gitignore': 'b.json' }, (folder) => {
      assert.deepEqual(found(folder, ['./a.txt', '.', 'a.txt', 'b.json']), ['a.txt (named)', 'b.json (named)']);
    });
  });

  it('respects .gitignore, deeper ones first', async () => {
    const files = {
      '.gitignore': '# generated\n*.gen.json\n/top.json\nbuild/\n!keep.gen.json\n',
      'top.json': '',
      'a.gen.json': '',
      'keep.gen.json': '',
      'build/a.json': '',
      'sub/top.json': '',
      'sub/.gitignore': '!b.gen.json\nown.json',
      'sub/b.gen.json': '',
      'sub/c.gen.json': '',
      'sub/own.json': '',
      'sub/deep/own.json': '',
      'own.json': '',
    };
    await withFolder(files, (folder) => {
      assert.deepEqual(found(folder), ['keep.gen.json', 'own.json', 'sub/b.gen.json', 'sub/top.json']);
    });
  });

  it('respects the .gitignore files above a folder, up to the top of the repository', async () => {
    const files = {
      '.gitignore': 'b.json',
      'repository/.git/HEAD': '',
      'repository/.gitignore': 'a.json\n',
      'repository/sub/a.json': '',
      'repository/sub/b.json': '',
      'repository/sub/c.json': '',
    };
    await withFolder(files, (folder) => {
      const expected = ['repository/sub/b.json', 'repository/sub/c.json'];
      assert.deepEqual(found(folder, ['repository/sub']), expected);
      assert.deepEqual(found(folder, ['.'], path.join(folder, 'repository/sub')), expected);
    });
  });

  it('respects the working directory without a repository', async () => {
    await withFolder({ '.gitignore': 'a.json', 'sub/a.json': '', 'sub/b.json': '' }, (folder) => {
      assert.deepEqual(found(folder, ['sub']), ['sub/b.json']);
    });
  });

  it('takes a .gitignore that is a link for none, as git does', async () => {
    await withFolder({ patterns: 'a.json\n', 'a.json': '' }, (folder) => {
      symlinkSync('patterns', path.join(folder, '.gitignore'));
      assert.deepEqual(found(folder), ['a.json']);
    });
  });

  it('enters a folder that is ignored if it is given by name', async () => {
    await withFolder({ '.gitignore': 'build/', 'build/a.json': '', 'build/sub/b.json': '' }, (folder) => {
      assert.deepEqual(found(folder), []);
      assert.deepEqual(found(folder, ['build']), ['build/a.json', 'build/sub/b.json']);
      assert.deepEqual(found(folder, ['build/sub']), ['build/sub/b.json']);
    });
  });

  it('enters a folder that a deeper .gitignore takes back', async () => {
    const files = { '.gitignore': 'build\n', 'sub/.gitignore': '!build\n', 'sub/build/a.json': '', 'build/a.json': '' };
    await withFolder(files, (folder) => assert.deepEqual(found(folder), ['sub/build/a.json']));
  });

  it('survives links that go in circles, and shows each file once by its own path', async () => {
    await withFolder({ 'a/b/c.json': '', 'outside/d.json': '' }, (folder) => {
      symlinkSync('..', path.join(folder, 'a/b/up'));
      symlinkSync('.', path.join(folder, 'a/self'));
      symlinkSync('b', path.join(folder, 'a/again'));
      symlinkSync('b/c.json', path.join(folder, 'a/a.json'));
      symlinkSync('loop', path.join(folder, 'a/loop'));
      symlinkSync('../outside', path.join(folder, 'a/out'));
      symlinkSync('../a', path.join(folder, 'outside/back'));
      assert.deepEqual(found(folder, ['a']), ['a/b/c.json', 'a/out/d.json']);
      assert.deepEqual(found(folder), ['a/b/c.json', 'outside/d.json']);
    });
  });

  it('says which paths cannot be looked at', async () => {
    await withFolder({ 'a.json': '', 'large.json': '' }, (folder) => {
      symlinkSync('nowhere', path.join(folder, 'broken.json'));
      symlinkSync('nowhere', path.join(folder, 'broken'));
      truncateSync(path.join(folder, 'large.json'), 20 * 1024 * 1024 + 1);
      assert.deepEqual(found(folder, ['.', 'gone.json']), [
        'a.json',
        'broken.json: no such file or folder',
        'gone.json (named): no such file or folder',
        'large.json',
      ]);
      assert.deepEqual(found(folder, ['large.json']), ['large.json (named)']);
      assert.deepEqual(readSource(path.join(folder, 'large.json')), {
        text: undefined,
        message: 'larger than 20 MB, so not looked at',
      });
    });
  });

  it('takes no folder for a file because of its name', async () => {
    await withFolder({}, (folder) => {
      mkdirSync(path.join(folder, 'folder.json'));
      assert.deepEqual(found(folder), []);
    });
  });
});
