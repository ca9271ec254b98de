import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runCli } from './run-cli.ts';
import { withFolder } from './temporary-folder.ts';

const configuration = {
  accounts: { security: '111122223333' },
  parameters: {
    SecurityOperationsAccountID: '111122223333',
    WorkloadsOrgPath: 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload',
  },
  deployments: [
    { files: ['source-account.yaml'], account: 'security' },
    { files: ['target-account.yaml'], organizationalUnits: ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload/'] },
  ],
};

/** The two templates of the lab, locked, in a folder of their own. */
const lab = {
  'rolechain.config.json': JSON.stringify(configuration),
  'source-account.yaml': readFileSync('samples/after/source-account.yaml', 'utf8'),
  'target-account.yaml': readFileSync('samples/after/target-account.yaml', 'utf8'),
};

const source = 'AutoremediationRole';
const target = 'SecurityAutoremediationRole';

describe('rolechain graph', () => {
  it('prints one hop to a line, and what it takes for granted', () =>
    withFolder(lab, async (folder) => {
      const { code, out, err } = await runCli(['graph'], { folder });
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(out.split('\n').slice(0, 4), [
        's3-autoremediation-lambda -> /SecurityOperations/SecurityAutoremediation: locked',
        'lambda.amazonaws.com -> s3-autoremediation-lambda: locked',
        's3-autoremediation -> s3-autoremediation-lambda: locked',
        '',
      ]);
      assert.match(out, /What the workspace attaches is all that is attached\./);
    }));

  it('prints the JSON that others read', () =>
    withFolder(lab, async (folder) => {
      const { code, out } = await runCli(['graph', '--format', 'json', '.'], { folder });
      assert.equal(code, 0);
      const graph = JSON.parse(out);
      assert.equal(graph.version, 1);
      const role = graph.roles.find((each: { id: string }) => each.id === target);
      assert.deepEqual(
        { ...role, range: undefined },
        {
          id: target,
          name: 'SecurityAutoremediation',
          path: '/SecurityOperations/',
          account: null,
          deployment: { organizationalUnits: ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload/'] },
          kind: 'role',
          file: 'target-account.yaml',
          range: undefined,
        },
      );
      assert.deepEqual(textAt(lab['target-account.yaml'], role.range), target);
      const hop = graph.hops.find((each: { target: string }) => each.target === target);
      assert.deepEqual([hop.source, hop.verdict, hop.assumptions], [source, 'allowed', []]);
      assert.deepEqual(hop.locked, { source: true, target: true });
      const sides = hop.reasons.map((each: { side: string; effect: string; file: string }) => [
        each.side,
        each.effect,
        each.file,
      ]);
      assert.deepEqual(sides, [
        ['source', 'allow', 'source-account.yaml'],
        ['target', 'allow', 'target-account.yaml'],
      ]);
    }));

  it('draws Mermaid, DOT and SVG', () =>
    withFolder(lab, async (folder) => {
      const draw = async (format: string) => (await runCli(['graph', '--format', format], { folder })).out;
      assert.match(await draw('mermaid'), /^flowchart LR\n {2}subgraph g0\["account 111122223333"\]\n/);
      assert.match(await draw('dot'), /"AutoremediationRole" -> "SecurityAutoremediationRole" \[label="locked"/);
      const svg = await draw('svg');
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.match(svg, />\/SecurityOperations\/SecurityAutoremediation</);
    }));

  it('shows only chains that begin or end somewhere', () =>
    withFolder(lab, async (folder) => {
      const lines = async (...words: readonly string[]) =>
        (await runCli(['graph', ...words], { folder })).out.split('\n\n')[0]?.split('\n');
      assert.deepEqual(await lines('--from', source), [
        's3-autoremediation-lambda -> /SecurityOperations/SecurityAutoremediation: locked',
      ]);
      assert.equal((await lines('--to', 'SecurityAutoremediation'))?.length, 3);
      assert.equal((await lines('--to', 's3-autoremediation-lambda'))?.length, 2);
    }));

  it('says which role there is instead of one that there is not', () =>
    withFolder(lab, async (folder) => {
      const { code, out, err } = await runCli(['graph', '--from', 'AutoremediationRule'], { folder });
      assert.deepEqual(
        [code, out, err],
        [
          2,
          '',
          'rolechain: There is no role "AutoremediationRule" in these files; did you mean "AutoremediationRole"?\n',
        ],
      );
    }));
});

describe('rolechain explain', () => {
  it('reasons statement by statement, and ends with what tries it', () =>
    withFolder(lab, async (folder) => {
      const { code, out, err } = await runCli(['explain', source, target, '.'], { folder });
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^# AutoremediationRole → SecurityAutoremediationRole: allowed\n/);
      assert.match(out, /source-account\.yaml:\d+/);
      assert.match(out, /target-account\.yaml:\d+/);
      assert.match(
        out,
        /aws sts assume-role --role-arn 'arn:aws:iam::111122223333:role\/s3-autoremediation-lambda' --role-session-name test-source/,
      );
      assert.match(out, /:role\/SecurityOperations\/SecurityAutoremediation' --role-session-name test-hop/);
    }));
});

function textAt(
  text: string,
  { start, end }: { start: { line: number; character: number }; end: { character: number } },
) {
  return text.split('\n')[start.line]?.slice(start.character, end.character);
}
