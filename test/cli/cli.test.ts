import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { cli, runCli } from './run-cli.ts';
import { withFolder } from './temporary-folder.ts';

const anyRole = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "*"
    }
  ]
}
`;

const anyRoleYaml = `Resources:
  SourceRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:role/Deploy/Deployer
            Action: sts:AssumeRole
      Policies:
        - PolicyName: Hop
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: sts:AssumeRole
                Resource: "*"
`;

const clean = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }]
}
`;

function range(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}

const nothing = { files: 1, errors: 0, warnings: 0, infos: 0, hints: 0 };

describe('rolechain check', () => {
  it('shows what is wrong, where, and what may be done', async () => {
    await withFolder({ 'policies/hop.json': anyRole, 'policies/clean.json': clean }, async (folder) => {
      const { code, out, err } = await runCli(['check'], { folder });
      assert.equal(err, '');
      assert.equal(
        out,
        [
          'policies/hop.json:7:19 warning assume-role-any-role',
          '  `sts:AssumeRole` on `*` lets its holder assume every role that trusts it. Name one path and role: `arn:aws:iam::*:role/Path/Name`.',
          '',
          '  7 |       "Resource": "*"',
          '    |                   ^^^',
          '',
          '  fix: Allow only one role path and name, only inside one organizational unit',
          '  help: rolechain rule assume-role-any-role',
          '',
          '1 warning in 2 files.',
          '',
        ].join('\n'),
      );
      assert.equal(code, 1);
    });
  });

  it('prints JSON of the promised shape', async () => {
    await withFolder({ 'hop.yaml': anyRoleYaml, 'clean.json': clean, 'package.json': '{}' }, async (folder) => {
      const { code, out, err } = await runCli(['check', '--format', 'json', '.'], { folder });
      assert.equal(err, '');
      assert.deepEqual(JSON.parse(out), {
        version: 1,
        files: [
          {
            path: 'clean.json',
            format: 'json',
            policies: [{ kind: 'identity', range: range(0, 0, 3, 1) }],
            findings: [],
          },
          {
            path: 'hop.yaml',
            format: 'yaml',
            policies: [
              { kind: 'trust', range: range(5, 8, 10, 34) },
              { kind: 'identity', range: range(14, 12, 18, 29) },
            ],
            findings: [
              {
                rule: 'assume-role-any-role',
                severity: 'warning',
                message:
                  '`sts:AssumeRole` on `*` lets its holder assume every role that trusts it. Name one path and role: `arn:aws:iam::*:role/Path/Name`.',
                range: range(18, 26, 18, 29),
                related: [],
                fixes: [
                  {
                    title: 'Allow only one role path and name, only inside one organizational unit',
                    applicability: 'suggestion',
                    edits: [
                      {
                        path: 'hop.yaml',
                        range: range(18, 25, 18, 29),
                        newText: [
                          ' "arn:aws:iam::*:role/<path>/<role name>"',
                          '                Condition:',
                          '                  ForAnyValue:StringLike:',
                          "                    aws:ResourceOrgPaths: '<your org path>/*'",
                        ].join('\n'),
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        unreadable: [],
        summary: { files: 2, errors: 0, warnings: 1, infos: 0, hints: 0 },
      });
      assert.equal(code, 1);
    });
  });

  it('gives paths relative to the working directory, also those above it', async () => {
    await withFolder({ 'a/clean.json': clean, 'b/clean.json': clean }, async (folder) => {
      const { out } = await runCli(['check', '--format=json', '../b', '.'], { folder: path.join(folder, 'a') });
      const paths = JSON.parse(out).files.map((file: { path: string }) => file.path);
      assert.deepEqual(paths, ['clean.json', '../b/clean.json']);
    });
  });

  it('exits by what was found and --fail-on', async () => {
    await withFolder({ 'hop.json': anyRole, 'clean.json': clean }, async (folder) => {
      const codeOf = async (...words: readonly string[]) => (await runCli(['check', ...words], { folder })).code;
      assert.equal(await codeOf('clean.json'), 0);
      assert.equal(await codeOf('hop.json'), 1);
      assert.equal(await codeOf('hop.json', '--fail-on', 'hint'), 1);
      assert.equal(await codeOf('hop.json', '--fail-on', 'error'), 0);
      assert.equal(await codeOf('hop.json', '--fail-on', 'never'), 0);
    });
  });

  it('takes the word of --kind', async () => {
    await withFolder({ 'deny.json': clean }, async (folder) => {
      const { out } = await runCli(['check', '--format', 'json', '--kind', 'scp', 'deny.json'], { folder });
      const [file] = JSON.parse(out).files;
      assert.deepEqual(file.policies, [{ kind: 'scp', range: range(0, 0, 3, 1) }]);
    });
  });

  it('reads standard input, under a name or without', async () => {
    await withFolder({}, async (folder) => {
      const run = async (input: string, ...words: readonly string[]) => {
        const { code, out, err } = await runCli(['check', '--stdin', '--format', 'json', ...words], { folder, input });
        const [file] = JSON.parse(out).files;
        return { code, err, path: file?.path, format: file?.format, kind: file?.policies[0]?.kind };
      };
      const named = { code: 0, err: '', path: 'sub/my-scp.json', format: 'json', kind: 'scp' };
      assert.deepEqual(await run(clean, '--stdin-filename', './sub/my-scp.json'), named);
      assert.deepEqual(await run(clean), { code: 0, err: '', path: '<stdin>', format: 'json', kind: 'identity' });
      assert.deepEqual(await run(anyRoleYaml), { code: 1, err: '', path: '<stdin>', format: 'yaml', kind: 'trust' });
    });
  });

  it('reads a file given by name whatever its ending', async () => {
    await withFolder({ 'hop.txt': anyRole, hop: anyRoleYaml }, async (folder) => {
      const { out } = await runCli(['check', '--format', 'json', 'hop', 'hop.txt'], { folder });
      const files: { path: string; format: string; findings: unknown[] }[] = JSON.parse(out).files;
      assert.deepEqual(
        files.map(({ path: file, format, findings }) => [file, format, findings.length]),
        [
          ['hop', 'yaml', 1],
          ['hop.txt', 'json', 1],
        ],
      );
    });
  });

  if (process.platform !== 'win32') {
    it('reads the pipe of a shell given as a path', async () => {
      await withFolder({ 'hop.json': anyRole }, (folder) => {
        const line = 'cat hop.json | "$0" "$1" check --fail-on never /dev/stdin';
        const out = execFileSync('sh', ['-c', line, process.execPath, cli], { cwd: folder, encoding: 'utf8' });
        assert.match(out, /dev\/stdin:7:19 warning assume-role-any-role\n/);
      });
    });
  }

  it('says so where a file given by name is nothing to check, and is silent about others', async () => {
    await withFolder({ 'a.json': '{"a": 1}', 'b.json': '{"a": 1}' }, async (folder) => {
      assert.deepEqual(await runCli(['check', 'a.json', '.'], { folder }), {
        code: 0,
        out: 'No IAM policy or template to check.\n',
        err: 'rolechain: a.json: not an IAM policy or template: nothing checked\n',
      });
    });
  });

  it('lists what cannot be read, and fails only if it was given by name', async () => {
    const files = { 'clean.json': clean, 'binary.json': Uint8Array.of(0x7b, 0, 1) };
    await withFolder(files, async (folder) => {
      symlinkSync('nowhere', path.join(folder, 'broken.json'));
      const found = await runCli(['check', '--format', 'json'], { folder });
      assert.deepEqual(JSON.parse(found.out).unreadable, [
        { path: 'binary.json', message: 'not a text file' },
        { path: 'broken.json', message: 'no such file or folder' },
      ]);
      assert.deepEqual(JSON.parse(found.out).summary, nothing);
      assert.equal(found.code, 0);
      assert.deepEqual(await runCli(['check', 'clean.json', 'gone.json'], { folder }), {
        code: 2,
        out: 'Nothing found in 1 file; 1 path could not be read.\n',
        err: 'rolechain: cannot read gone.json: no such file or folder\n',
      });
    });
  });

  it('reads files with the mark of UTF-8 and of UTF-16, and damaged ones', async () => {
    const files = {
      'a.json': `\ufeff${anyRole}`,
      'b.json': Buffer.from(`\ufeff${anyRole}`, 'utf16le'),
      'c.json': Buffer.from(anyRole.replace('Effect', 'Effect\u00e9'), 'latin1'),
    };
    await withFolder(files, async (folder) => {
      const { out, err } = await runCli(['check', '--format', 'json'], { folder });
      const [a, b] = JSON.parse(out).files;
      assert.deepEqual(a.findings[0].range.start, { line: 6, character: 18 });
      assert.deepEqual(b.findings[0].range.start, { line: 6, character: 18 });
      assert.equal(err, 'rolechain: c.json: not valid UTF-8; the damaged characters are read as \ufffd\n');
    });
  });

  it('uses colours if asked to, never in a pipe by itself', async () => {
    await withFolder({ 'hop.json': anyRole }, async (folder) => {
      const plain = await runCli(['check'], { folder });
      assert.equal(plain.out.includes('\u001b'), false);
      const coloured = await runCli(['check'], { folder, env: { FORCE_COLOR: '1' } });
      assert.ok(coloured.out.startsWith('\u001b[1mhop.json:7:19\u001b[22m \u001b[33mwarning\u001b[39m'));
    });
  });

  it('survives a reader that goes away, with a true exit code', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.json`, anyRole]));
    await withFolder(files, async (folder) => {
      const { code, err } = await runCli(['check'], { folder, closeEarly: true });
      assert.equal(err, '');
      assert.equal(code, 1);
    });
  });
});

describe('rolechain', () => {
  const folder = process.cwd();

  it('prints its help and its version', async () => {
    const help = await runCli(['--help'], { folder });
    assert.deepEqual([help.code, help.err], [0, '']);
    for (const word of ['rolechain check', 'rolechain rule ID', '--fail-on', '--kind', 'Exit codes', 'NO_COLOR'])
      assert.ok(help.out.includes(word), `the help does not mention ${word}`);
    assert.ok(help.out.split('\n').every((line) => line.length <= 110));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { code, out, err } = await runCli(['--version'], { folder });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const [first, second] = out.split('\n');
    assert.equal(first, version);
    assert.match(second ?? '', /^IAM data of 20\d\d-\d\d-\d\d, \d+ days old/);
  });

  it('says in one line what is wrong with the arguments', async () => {
    assert.deepEqual(await runCli(['check', '--fromat', 'json'], { folder }), {
      code: 2,
      out: '',
      err: 'rolechain: There is no option --fromat; did you mean --format? More: rolechain --help\n',
    });
  });

  it('explains a rule', async () => {
    const { code, out, err } = await runCli(['rule', 'unfilled-placeholder'], { folder });
    assert.deepEqual([code, err], [0, '']);
    const page = readFileSync('docs/rules/unfilled-placeholder.md', 'utf8');
    assert.equal(out, `${page.replace(/^<!--.*-->\n/gm, '').trimEnd()}\n`);
  });

  it('says which rules may be meant', async () => {
    assert.deepEqual(await runCli(['rule', 'unfiled-placeholders'], { folder }), {
      code: 2,
      out: '',
      err: 'rolechain: There is no rule "unfiled-placeholders"; did you mean unfilled-placeholder?\n',
    });
    assert.deepEqual(await runCli(['rule', '../../package'], { folder }), {
      code: 2,
      out: '',
      err: 'rolechain: There is no rule "../../package"; see "rolechain rules".\n',
    });
  });

  it('lists the rules', async () => {
    const { code, out } = await runCli(['rules'], { folder });
    assert.equal(code, 0);
    assert.match(out, /^unfilled-placeholder {2,}warning {2}A placeholder such as /m);
  });
});
