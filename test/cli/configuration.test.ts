import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCli } from './run-cli.ts';
import { withFolder } from './temporary-folder.ts';

const any = 'assume-role-any-role';

const hop = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Hop",
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "*"
    }
  ]
}
`;

type Files = Readonly<Record<string, string>>;

/** `path:line severity rule` for each finding, and the exit code. */
async function check(files: Files, ...words: readonly string[]): Promise<readonly string[]> {
  return withFolder(files, (folder) => checkIn(folder, ...words));
}

async function checkIn(folder: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { out, code } = await runCli(['check', '--format', 'json', ...words], { folder });
  const {
    files,
  }: { files: { path: string; findings: { rule: string; severity: string; range: { start: { line: number } } }[] }[] } =
    JSON.parse(out);
  const found = files.flatMap(({ path: file, findings }) =>
    findings.map(({ rule, severity, range }) => `${file}:${range.start.line + 1} ${severity} ${rule}`),
  );
  return [...found, `exit ${code}`];
}

const config = (value: object) => JSON.stringify(value, null, 2);

describe('rolechain check: configuration', () => {
  it('sets severities, for all files and for some', async () => {
    const rules = { rules: { [any]: 'hint' }, overrides: [{ files: ['strict/**'], rules: { [any]: 'error' } }] };
    assert.deepEqual(await check({ 'a.json': hop, 'strict/b.json': hop, 'rolechain.config.json': config(rules) }), [
      `a.json:8 hint ${any}`,
      `strict/b.json:8 error ${any}`,
      'exit 1',
    ]);
    assert.deepEqual(
      await check({ 'a.json': hop, 'rolechain.config.json': `{ // none\n "rules": { "${any}": "off" }, }` }),
      ['exit 0'],
    );
  });

  it('says which file of parameters cannot be read, and so do the commands that show no findings', async () => {
    const files = {
      'a.json': hop,
      'rolechain.config.json': config({
        rules: { [any]: 'off' },
        parameters: [{ files: ['**'], from: ['p.json', 'gone.json'] }],
      }),
      'p.json': '["A=1"]',
    };
    assert.deepEqual(await check(files), ['rolechain.config.json:12 warning unknown-configuration', 'exit 1']);
    const { err, code } = await withFolder(files, (folder) => runCli(['graph'], { folder }));
    assert.match(err, /`gone\.json`, named in rolechain\.config\.json, is not there, or cannot be read/);
    assert.doesNotMatch(err, /p\.json/);
    assert.equal(code, 0);
  });

  it('is the nearest above a file, also above the working directory', async () => {
    const files = {
      'rolechain.config.json': config({ rules: { [any]: 'hint' } }),
      'a/b.json': hop,
      'c/rolechain.config.json': config({ rules: { [any]: 'info' } }),
      'c/d/e.json': hop,
    };
    assert.deepEqual(await check(files), [`a/b.json:8 hint ${any}`, `c/d/e.json:8 info ${any}`, 'exit 0']);
    await withFolder(files, async (folder) => {
      assert.deepEqual(await checkIn(path.join(folder, 'a')), [`b.json:8 hint ${any}`, 'exit 0']);
    });
  });

  it('says what a policy is, unless the command line does', async () => {
    const files = {
      'deny.json': hop,
      'rolechain.config.json': config({ overrides: [{ files: ['deny.json'], kind: 'scp' }] }),
    };
    await withFolder(files, async (folder) => {
      const kindOf = async (...words: readonly string[]) => {
        const { out } = await runCli(['check', '--format', 'json', ...words], { folder });
        return JSON.parse(out).files[0].policies[0].kind;
      };
      assert.equal(await kindOf(), 'scp');
      assert.equal(await kindOf('--kind', 'boundary'), 'boundary');
    });
  });

  it('leaves files out, also those given by name', async () => {
    const files = { 'a.json': hop, 'gen/b.json': hop, 'rolechain.config.json': config({ ignore: ['gen/**'] }) };
    assert.deepEqual(await check(files), [`a.json:8 warning ${any}`, 'exit 1']);
    await withFolder(files, async (folder) => {
      assert.deepEqual(await runCli(['check', 'gen/b.json'], { folder }), {
        code: 0,
        out: 'No IAM policy or template to check.\n',
        err: 'rolechain: gen/b.json: ignored by the configuration: nothing checked\n',
      });
    });
  });

  it('reads standard input as a file of its name', async () => {
    const files = { 'rolechain.config.json': config({ overrides: [{ files: ['scps/**'], rules: { [any]: 'off' } }] }) };
    await withFolder(files, async (folder) => {
      const codeOf = async (name: string) =>
        (await runCli(['check', '--stdin', '--stdin-filename', name], { folder, input: hop })).code;
      assert.deepEqual([await codeOf('scps/a.json'), await codeOf('a.json')], [0, 1]);
    });
  });

  it('is the one that --config names', async () => {
    const files = {
      'a.json': hop,
      'rolechain.config.json': config({ rules: { [any]: 'off' } }),
      'strict.json': config({ rules: { [any]: 'error' }, sevrity: 1 }),
    };
    assert.deepEqual(await check(files, '--config', 'strict.json'), [
      `a.json:8 error ${any}`,
      'strict.json:5 warning unknown-configuration',
      'exit 1',
    ]);
    await withFolder(files, async (folder) => {
      assert.deepEqual(await runCli(['check', '--config', 'gone.json'], { folder }), {
        code: 2,
        out: '',
        err: 'rolechain: cannot read gone.json: no such file or folder\n',
      });
    });
  });

  it('with mistakes is reported, and the rest of it holds', async () => {
    const files = {
      'a.json': hop,
      'rolechain.config.json': `{\n  "rules": { "${any}": "hint", "wrong-typ": "off" },\n  "baseline": "../b.json",\n  "ignore": [\n}`,
    };
    assert.deepEqual(await check(files), [
      `a.json:8 hint ${any}`,
      'rolechain.config.json:2 warning unknown-configuration',
      'rolechain.config.json:3 warning unknown-configuration',
      'rolechain.config.json:4 error syntax-error',
      'exit 1',
    ]);
    await withFolder(files, async (folder) => {
      const { out } = await runCli(['check', 'rolechain.config.json'], { folder });
      assert.match(out, /^rolechain\.config\.json:2:\d+ warning unknown-configuration\n {2}`wrong-typ` is not a rule/);
      assert.match(out, /fix: Change wrong-typ to wrong-type\n/);
    });
  });
});

describe('rolechain check: suppressions in the configuration', () => {
  const suppressions = (...entries: readonly object[]) => config({ suppressions: entries });

  it('hide by file, statement and rule', async () => {
    const files = {
      'a.json': hop,
      'b.json': hop,
      'rolechain.config.json': suppressions({ file: 'a.json', rule: any, sid: 'Hop', reason: 'break-glass' }),
    };
    assert.deepEqual(await check(files), [`b.json:8 warning ${any}`, 'exit 1']);
  });

  it('that hide nothing are reported where all of their files were checked', async () => {
    const files = {
      'a.json': hop,
      'sub/b.json': '{}',
      'rolechain.config.json': suppressions({ file: 'a.json', rule: any }, { file: 'sub/*.json', rule: any }),
    };
    assert.deepEqual(await check(files), ['rolechain.config.json:7 warning unused-suppression', 'exit 1']);
    assert.deepEqual(await check(files, 'a.json'), ['exit 0']);
    assert.deepEqual(await check(files, 'sub'), ['exit 0']);
  });

  it('are not judged by a file that is malformed', async () => {
    const files = {
      'a.json': hop.slice(0, -8),
      'rolechain.config.json': suppressions({ file: 'a.json', rule: 'wrong-type' }),
    };
    assert.ok(!(await check(files)).some((each) => each.includes('unused')));
  });
});

describe('rolechain check --write-baseline', () => {
  const write = async (folder: string, ...words: readonly string[]) => {
    const { code, out, err } = await runCli(['check', '--write-baseline', ...words], { folder });
    assert.deepEqual([code, err], [0, '']);
    return out;
  };

  it('accepts what is there, and only that', async () => {
    await withFolder({ 'a.json': hop, 'sub/b.json': hop }, async (folder) => {
      assert.equal(
        await write(folder),
        'Wrote 2 findings to rolechain.baseline.json.\nrolechain.config.json names it.\n',
      );
      assert.equal(
        readFileSync(path.join(folder, 'rolechain.config.json'), 'utf8'),
        '{\n  "baseline": "rolechain.baseline.json"\n}\n',
      );
      assert.deepEqual(await checkIn(folder), ['exit 0']);
      writeFileSync(path.join(folder, 'a.json'), hop.replace('"Version"', '\n\n  "Version"'));
      writeFileSync(path.join(folder, 'c.json'), hop);
      assert.deepEqual(await checkIn(folder), [`c.json:8 warning ${any}`, 'exit 1']);
    });
  });

  it('keeps the configuration as it is but for that', async () => {
    const before = '{\n  // Ours.\n  "rules": {}\n}\n';
    await withFolder({ 'a.json': hop, 'rolechain.config.json': before }, async (folder) => {
      await write(folder);
      const after = '{\n  // Ours.\n  "rules": {},\n  "baseline": "rolechain.baseline.json"\n}\n';
      assert.equal(readFileSync(path.join(folder, 'rolechain.config.json'), 'utf8'), after);
    });
  });

  it('written again forgets what is no more, but not what was not checked', async () => {
    const files = {
      'a.json': hop,
      'b/b.json': hop,
      'c.json': hop,
      'rolechain.config.json': '{ "baseline": "ci/base.json" }',
    };
    await withFolder({ ...files, 'ci/x': '' }, async (folder) => {
      assert.equal(await write(folder), `Wrote 3 findings to ci/base.json.\n`);
      writeFileSync(path.join(folder, 'a.json'), hop.replace('"*"', '"arn:aws:iam::111122223333:role/Deploy/Source"'));
      rmSync(path.join(folder, 'c.json'));
      assert.equal(await write(folder, 'a.json'), `Wrote 1 finding to ci/base.json.\n`);
      assert.deepEqual(await checkIn(folder), ['exit 0']);
    });
  });

  it('goes to each configuration', async () => {
    await withFolder({ 'a.json': hop, 'sub/b.json': hop, 'sub/rolechain.config.json': '{}' }, async (folder) => {
      await write(folder);
      assert.ok(existsSync(path.join(folder, 'sub/rolechain.baseline.json')));
      assert.deepEqual(await checkIn(folder), ['exit 0']);
    });
  });

  it('does not accept what is wrong with the configuration', async () => {
    await withFolder({ 'a.json': hop, 'rolechain.config.json': '{ "x": 1 }' }, async (folder) => {
      await runCli(['check', '--write-baseline'], { folder });
      assert.deepEqual(await checkIn(folder), ['rolechain.config.json:1 warning unknown-configuration', 'exit 1']);
    });
  });

  it('says so where the baseline that is named cannot be read', async () => {
    await withFolder({ 'a.json': hop, 'rolechain.config.json': '{ "baseline": "b.json" }' }, async (folder) => {
      const { err, code } = await runCli(['check'], { folder });
      assert.equal(code, 1);
      assert.equal(
        err,
        'rolechain: b.json is no baseline that can be read, so no finding is accepted by it; --write-baseline writes it\n',
      );
    });
  });
});
