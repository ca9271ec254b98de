import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checkWorkspaceTexts } from '../support/checked-workspace.ts';
import { chainFindings } from './findings/render.ts';

const names = ['source-account.yaml', 'target-account.yaml'];
const workloads = 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222';

/** Where the roles of the samples live, and what their parameters are. */
const configuration = {
  accounts: { security: '111122223333' },
  parameters: { SecurityOperationsAccountID: '111122223333', WorkloadsOrgPath: workloads },
  deployments: [
    { files: ['source-account.yaml'], account: 'security' },
    { files: ['target-account.yaml'], organizationalUnits: [`${workloads}/`] },
  ],
};

type Sample = 'before' | 'after';

/** The rules that find something in the templates of a sample, changed by so many replacements. */
function found(sample: Sample, ...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const texts = names.map((name): [string, string] => {
    const text = readFileSync(`samples/${sample}/${name}`, 'utf8');
    return [name, changes.reduce((each, [from, to]) => each.replace(from, to), text)];
  });
  const used = changes.every(([from]) => texts.every(([, text]) => !text.includes(from)));
  assert.ok(used, 'a change that changes nothing');
  const checked = checkWorkspaceTexts(new Map([...texts, ['rolechain.config.json', JSON.stringify(configuration)]]));
  const rules = [...checked].flatMap(([path, analysis]) =>
    chainFindings(analysis).map(({ rule, severity }) => `${path}: ${severity} ${rule}`),
  );
  return [...new Set(rules)].sort();
}

const both = (rule: string) => names.map((name) => `${name}: ${rule}`);

describe('the lab of samples/', () => {
  it('is locked on both sides after: nothing is found', () => {
    assert.deepEqual(found('after'), []);
  });

  it('is open before: the target trusts a whole account', () => {
    assert.deepEqual(found('before'), both('warning target-trust-too-broad'));
  });

  it("tells that the target's trust policy misspells the source role", () => {
    const change = ['role/s3-autoremediation-lambda', 'role/s3-autoremediation-lamda'] as const;
    assert.deepEqual(found('after', change), both('error target-name-near-miss'));
  });

  it('tells that the source names the target by another path', () => {
    const resource = "role/SecurityOperations/SecurityAutoremediation'";
    const change = [resource, resource.replace('Operations/', 'Operation/')] as const;
    assert.deepEqual(found('after', change), both('error target-path-mismatch'));
  });

  it('tells that the organization path of the source is not where the target is deployed', () => {
    const change = ['${WorkloadsOrgPath}/*', '${WorkloadsOrgPath}0/*'] as const;
    assert.deepEqual(found('after', change), both('warning org-path-misses-deployment'));
  });

  it("tells that the source's trust policy pins no function that there is", () => {
    const change = ["function:s3-autoremediation'", "function:s3-autoremediatio'"] as const;
    assert.deepEqual(found('after', change), ['source-account.yaml: error source-arn-matches-no-function']);
  });

  it('is told apart where both samples are one workspace, as they are in the folder', () => {
    const files = ['before', 'after'].flatMap((sample) =>
      readdirSync(`samples/${sample}`).map((name): [string, string] => [
        `${sample}/${name}`,
        readFileSync(`samples/${sample}/${name}`, 'utf8'),
      ]),
    );
    const checked = checkWorkspaceTexts(new Map(files));
    const rules = [...checked].flatMap(([path, analysis]) =>
      chainFindings(analysis).map(({ rule }) => `${path}: ${rule}`),
    );
    assert.deepEqual(rules.sort(), [
      'before/source-account.yaml: target-trust-too-broad',
      'before/target-account.yaml: target-trust-too-broad',
    ]);
  });
});
