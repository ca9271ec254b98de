import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lab } from '../scaffold/support/answers-table.ts';
import { writtenFiles } from '../scaffold/support/written.ts';
import { runCli } from './run-cli.ts';
import { withFolder } from './temporary-folder.ts';

const words = ['new', '--answers', 'answers.json', '--out', 'chain'];
const folderOf = { 'answers.json': JSON.stringify(lab) };
const names = [...writtenFiles(lab).keys()];

describe('rolechain new', () => {
  it('writes all files into a folder that it makes, and says which, and what to know', () =>
    withFolder(folderOf, async (folder) => {
      const { code, out, err } = await runCli(words, { folder });
      assert.deepEqual([code, err], [0, '']);
      for (const [name, text] of writtenFiles(lab)) {
        assert.equal(readFileSync(path.join(folder, 'chain', name), 'utf8'), text);
        assert.ok(out.includes(`chain/${name}: `), name);
      }
      assert.match(out, /^Note: Lambda sends aws:SourceArn/m);
    }));

  it('writes what it finds nothing in, and draws as locked', () =>
    withFolder(folderOf, async (folder) => {
      await runCli(words, { folder });
      const checked = await runCli(['check', '--fail-on', 'hint', 'chain'], { folder });
      assert.deepEqual([checked.code, checked.out], [0, 'Nothing found in 4 files.\n']);
      const { out } = await runCli(['graph', 'chain'], { folder });
      assert.deepEqual(out.split('\n').slice(0, 3), [
        'lambda-slaw-s3 -> /SecurityOperations/SecurityAutoremediation: locked',
        'lambda.amazonaws.com -> lambda-slaw-s3: locked',
        '',
      ]);
    }));

  it('reads the answers from standard input', () =>
    withFolder({}, async (folder) => {
      const given = ['new', '--answers', '-', '--out', '.'];
      const { code } = await runCli(given, { folder, input: JSON.stringify(lab) });
      assert.equal(code, 0);
      assert.deepEqual(readdirSync(folder).sort(), [...names].sort());
    }));

  it('names every answer that cannot be used, with its place, and writes nothing', () =>
    withFolder({}, async (folder) => {
      const answers = JSON.stringify({ ...lab, sourceRole: { name: 'a b' }, format: 'yaml' }, undefined, 2);
      writeFileSync(path.join(folder, 'answers.json'), answers);
      const { code, out, err } = await runCli(words, { folder });
      assert.deepEqual([code, out], [2, '']);
      assert.deepEqual(err.split('\n'), [
        'rolechain: answers.json:9:13: sourceRole.name: A role\'s name is made of letters, digits and "+=,.@-_".',
        'rolechain: answers.json:24:13: format: `yaml` is not possible here. Write one of `template`, `json`.',
        '',
      ]);
      assert.ok(!existsSync(path.join(folder, 'chain')));
      const piped = await runCli(['new', '--answers', '-', '--out', 'chain'], { folder, input: '{' });
      assert.match(piped.err, /^rolechain: standard input:1:\d+: /);
    }));

  it('overwrites nothing, and names all files in the way', () =>
    withFolder(folderOf, async (folder) => {
      const out = path.join(folder, 'chain');
      mkdirSync(out);
      writeFileSync(path.join(out, 'README.md'), 'mine');
      symlinkSync('nowhere', path.join(out, 'source-role.yaml'));
      const { code, err } = await runCli(words, { folder });
      assert.equal(code, 2);
      assert.deepEqual(err.split('\n'), [
        'rolechain: chain/README.md is there already',
        'rolechain: chain/source-role.yaml is there already',
        'rolechain: Nothing was written. Choose another folder, or overwrite these files with --force.',
        '',
      ]);
      assert.deepEqual(readdirSync(out).sort(), ['README.md', 'source-role.yaml']);
      assert.equal(readFileSync(path.join(out, 'README.md'), 'utf8'), 'mine');
    }));

  it('overwrites with --force', () =>
    withFolder({ ...folderOf, 'chain/README.md': 'mine' }, async (folder) => {
      const { code } = await runCli([...words, '--force'], { folder });
      assert.equal(code, 0);
      assert.equal(readFileSync(path.join(folder, 'chain/README.md'), 'utf8'), writtenFiles(lab).get('README.md'));
    }));

  it('says why it cannot read, or write', () =>
    withFolder({ ...folderOf, file: '' }, async (folder) => {
      const missing = await runCli(['new', '--answers', 'no.json', '--out', 'chain'], { folder });
      assert.deepEqual([missing.code, missing.err], [2, 'rolechain: cannot read no.json: no such file or folder\n']);
      const inFile = await runCli(['new', '--answers', 'answers.json', '--out', 'file'], { folder });
      assert.equal(inFile.code, 2);
      assert.match(inFile.err, /^rolechain: cannot write file\/README\.md: /);
    }));
});
