import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { sarifErrors } from '../export/sarif-schema.ts';
import { readCodeBlocks } from './read-page.ts';

const blocks = readCodeBlocks('docs/ci.md');

const codeOf = (heading: string, language: string) => {
  const block = blocks.find((each) => each.heading === heading && each.language === language);
  if (block === undefined) throw new Error(`docs/ci.md has no ${language} below "${heading}".`);
  return block.code;
};

const codeFor = (file: string) => {
  const block = blocks.find((each) => each.file === file);
  if (block === undefined) throw new Error(`docs/ci.md has no code for ${file}.`);
  return block.code;
};

const policyFor = (resource: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: resource }],
  });

const wrong = policyFor('*');
const right = policyFor('arn:aws:iam::111122223333:role/Path/Name');

/** A repository of a user, with the command line in it as the page says. */
interface Repository {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs lines as a CI system does: a line that fails ends them. */
  run(lines: string): { readonly code: number | null; readonly out: string; readonly err: string };
}

function createRepository(folder: string): Repository {
  const environment = Object.entries(process.env).filter(([name]) => !/^(GIT_|FORCE_COLOR|NO_COLOR)/.test(name));
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_CONFIG_GLOBAL: '/dev/null' };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' };
  // `node` is the one that runs the tests.
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`;
  const env = { ...Object.fromEntries(environment), ...identity, ...committer, PATH };
  return {
    folder,
    write(file, text) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    run(lines) {
      const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', lines], { cwd: folder, env, encoding: 'utf8' });
      return { code: status, out: stdout, err: stderr };
    },
  };
}

/** Copies the command line into a new repository by the page's own lines, but for building it. */
function withRepository(work: (repository: Repository) => void): void {
  const top = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'rolechain-ci-')));
  try {
    const folder = path.join(top, 'your-repository');
    mkdirSync(folder);
    const [build, ...install] = codeOf('Get the command line', 'sh').trim().split('\n');
    assert.equal(build, 'npm ci && npm run build');
    const [target = ''] = install;
    assert.equal(target, 'target=../your-repository/tools/rolechain');
    const lines = [`target=${path.join(folder, 'tools/rolechain')}`, ...install.slice(1)].join('\n');
    execFileSync('sh', ['-e', '-c', lines], { cwd: process.cwd() });
    work(createRepository(folder));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

describe('docs/ci.md', () => {
  before(() => assert.ok(existsSync('dist/cli.js'), 'dist/cli.js is not built; run `npm run build`'));

  it('installs a command line that works by itself, with the pages of the rules', () => {
    withRepository(({ run }) => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
      const [first] = run('node tools/rolechain/dist/cli.js --version').out.split('\n');
      assert.equal(first, version);
      assert.match(run('node tools/rolechain/dist/cli.js rule unfilled-placeholder').out, /## Wrong/);
      assert.equal(run('node tools/rolechain/dist/cli.js check').out, 'No IAM policy or template to check.\n');
    });
  });

  it('names only options that there are', () => {
    const help = execFileSync(process.execPath, ['dist/cli.js', '--help'], { encoding: 'utf8' });
    const text = readFileSync('docs/ci.md', 'utf8');
    for (const [, line = ''] of text.matchAll(/cli\.js check(.*)/g))
      for (const [option] of line.matchAll(/--[a-z-]+/g)) assert.ok(help.includes(option), option);
  });

  describe('the job of GitHub Actions', () => {
    const workflow = parse(codeFor('.github/workflows/rolechain.yml'));
    const steps: readonly {
      readonly run?: string;
      readonly uses?: string;
      readonly if?: string;
      readonly with?: object;
    }[] = workflow.jobs.check.steps;
    const [annotate = '', writeSarif = ''] = steps.flatMap(({ run }) => run ?? []);

    it('has the form of a workflow', () => {
      assert.deepEqual(Object.keys(workflow), ['name', 'on', 'permissions', 'jobs']);
      assert.deepEqual(workflow.permissions, { contents: 'read', 'security-events': 'write' });
      assert.equal(workflow.jobs.check['runs-on'], 'ubuntu-latest');
      for (const step of steps) assert.equal(['run', 'uses'].filter((key) => key in step).length, 1);
      for (const { uses } of steps) assert.match(uses ?? 'a/b@v1', /^[\w-]+\/[\w-]+(\/[\w-]+)*@v\d+$/);
    });

    it('fails with annotations where something is found, and hands over SARIF all the same', () => {
      withRepository(({ folder, write, run }) => {
        write('policies/hop.json', wrong);
        write('policies/right.json', right);
        const checked = run(annotate);
        assert.equal(checked.code, 1);
        assert.match(checked.out, /^::warning file=policies\/hop\.json,line=1,.*title=assume-role-any-role::/);
        assert.equal(checked.out.split('\n').filter((line) => line.startsWith('::warning')).length, 1);
        assert.equal(run(writeSarif).code, 0);
        const [upload] = steps.filter(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
        assert.deepEqual(upload?.with, { sarif_file: 'rolechain.sarif', category: 'rolechain' });
        assert.equal(upload?.if, '${{ !cancelled() }}');
        const log = JSON.parse(readFileSync(path.join(folder, 'rolechain.sarif'), 'utf8'));
        assert.deepEqual(sarifErrors(log), []);
        const [result, ...others] = log.runs[0].results;
        assert.deepEqual([result.ruleId, others], ['assume-role-any-role', []]);
        const { uri } = result.locations[0].physicalLocation.artifactLocation;
        assert.equal(existsSync(path.join(folder, uri)), true);
        assert.match(log.runs[0].tool.driver.rules[result.ruleIndex].help.markdown, /## Wrong/);
      });
    });

    it('succeeds where nothing is found', () => {
      withRepository(({ write, run }) => {
        write('policies/right.json', right);
        assert.deepEqual(run(annotate), { code: 0, out: 'Nothing found in 1 file.\n', err: '' });
      });
    });
  });

  describe('the job of GitLab', () => {
    const { rolechain: job } = parse(codeFor('.gitlab-ci.yml'));

    it('has the form of a job', () => {
      assert.deepEqual(Object.keys(job), ['stage', 'image', 'script', 'artifacts']);
      assert.ok(job.script.every((line: unknown) => typeof line === 'string'));
    });

    it('fails where something is found and leaves its report', () => {
      withRepository(({ folder, write, run }) => {
        write('policies/hop.json', wrong);
        const { code, out } = run(job.script.join('\n'));
        assert.equal(code, 1);
        assert.match(out, /policies\/hop\.json:1:\d+ warning assume-role-any-role\n/);
        for (const file of job.artifacts.paths) {
          const report = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
          assert.equal(report.summary.warnings, 1);
        }
        write('policies/hop.json', right);
        assert.equal(run(job.script.join('\n')).code, 0);
      });
    });
  });

  it('has a hook for pre-commit that checks the files named', () => {
    const [{ repo, hooks }] = parse(codeFor('.pre-commit-config.yaml')).repos;
    const [hook] = hooks;
    assert.deepEqual([repo, hook.language], ['local', 'system']);
    const chosen = (file: string) => new RegExp(hook.files).test(file);
    assert.deepEqual(['a/hop.json', 'b.template', 'c.yml', 'd.jsonc', 'e.yaml', 'f.ts', 'json'].filter(chosen), [
      'a/hop.json',
      'b.template',
      'c.yml',
      'd.jsonc',
      'e.yaml',
    ]);
    withRepository(({ write, run }) => {
      write('a/hop.json', wrong);
      write('a/right.json', right);
      write('other.json', '{}');
      assert.equal(run(`${hook.entry} a/hop.json a/right.json other.json`).code, 1);
      assert.equal(run(`${hook.entry} a/right.json other.json`).code, 0);
    });
  });

  it('has a git hook that judges what is staged', () => {
    withRepository(({ folder, write, run }) => {
      assert.equal(run('git init --quiet').code, 0);
      const hook = '.githooks/pre-commit';
      write(hook, codeFor(hook));
      chmodSync(path.join(folder, hook), 0o644);
      assert.equal(run(installLines()).code, 0);
      write('policies/a name.json', wrong);
      assert.equal(run('git add policies').code, 0);
      // What stands in the working tree is not what is committed.
      write('policies/a name.json', right);
      const refused = run('git commit --quiet --message first');
      assert.equal(refused.code, 1);
      assert.match(refused.out + refused.err, /^policies\/a name\.json:1:\d+ warning assume-role-any-role$/m);
      assert.equal(run('git add policies && git commit --quiet --message first').code, 0);
      write('policies/a name.json', wrong);
      write('README.md', 'A text.\n');
      assert.equal(run('git add README.md && git commit --quiet --message second').code, 0);
      assert.equal(run('git add policies && git commit --quiet --no-verify --message third').code, 0);
    });
  });
});

/** The second block of the section on git hooks. */
function installLines(): string {
  const [, install] = blocks.filter(({ heading }) => heading === 'A git hook');
  return install?.code ?? '';
}
