import assert from 'node:assert/strict';
import type { Graph } from '../../server/src/chain/graph.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { Configurations } from '../../server/src/service/configurations.ts';
import { declarationsOf, declareInSteps } from '../../server/src/service/declarations.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const role = (id: string, principal: string, target: string) => `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${id}
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { AWS: ${principal} }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: next
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: sts:AssumeRole, Resource: 'arn:aws:iam::111122223333:role/${target}' }]
`;

const files: Readonly<Record<string, string>> = {
  '/a.yaml': `Resources:\n${role('one', '!GetAtt two.Arn', 'two')}${role('two', "'111122223333'", 'path/three')}`,
  '/b.yaml': `Resources:\n${role('three', "'arn:aws:iam::111122223333:role/two'", 'one')}`,
};
const changed = files['/b.yaml']?.replace('role/two', 'role/one') ?? '';

const settings = new Configurations({ readText: () => undefined }).settingsOf('/');

function open(texts: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace((rule, error) => {
    throw new Error(rule, { cause: error });
  });
  for (const [path, text] of Object.entries(texts)) set(workspace, path, text);
  return workspace;
}

function set(workspace: Workspace, path: string, text: string): boolean {
  return workspace.set(path, analyse({ path, text }, { rules: {} }), settings);
}

function describeGraph({ hops }: Graph): readonly string[] {
  return hops.map(({ source, target, verdict }) => `${source.id} -> ${target.id}: ${verdict.verdict}`);
}

function describeFound(workspace: Workspace): readonly string[] {
  return [...workspace.findings()].flatMap(([path, found]) =>
    found.map(({ rule, message }) => `${path} ${rule} ${message}`),
  );
}

describe('a workspace in steps', () => {
  it('declares what a file does in one step for each of its roles, once', () => {
    const path = '/a.yaml';
    const text = files[path] ?? '';
    const analysis = analyse({ path, text }, { rules: {} });
    const [first, again] = [[...declareInSteps(path, analysis)], [...declareInSteps(path, analysis)]];
    // Two roles, and the line above them.
    assert.deepEqual([first.length, again.length], [3, 0]);
    const declared = declarationsOf(path, analysis);
    assert.deepEqual(declared, declarationsOf(path, analyse({ path, text }, { rules: {} })));
    assert.deepEqual(
      declared.documents.flat().map(({ fragment }) => fragment),
      ['Resources/one', 'Resources/two'],
    );
  });

  it('is the same as at once', () => {
    const workspace = open(files);
    const steps = workspace.findingsInSteps();
    let count = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) count++;
    assert.ok(count > 20, `${count}`);
    assert.ok(describeFound(workspace).length > 0);
    assert.deepEqual(describeFound(workspace), describeFound(open(files)));
    assert.deepEqual(describeGraph(workspace.graph()), describeGraph(open(files).graph()));
  });

  it('keeps the last whole graph while a newer one is built, at every step of it', () => {
    const fresh = open({ ...files, '/b.yaml': changed });
    const expected = describeGraph(fresh.graph());
    for (let taken = 0, isOver = false; !isOver; taken++) {
      const workspace = open(files);
      const before = workspace.graph();
      assert.notDeepEqual(describeGraph(before), expected);
      assert.ok(set(workspace, '/b.yaml', changed));
      const steps = workspace.graphInSteps();
      for (let step = 0; step < taken && !isOver; step++) isOver = steps.next().done === true;
      assert.equal(workspace.recentGraph(), isOver ? workspace.graphIfCurrent() : before);
      assert.equal(workspace.graphIfCurrent() !== undefined, isOver);
      assert.deepEqual(describeGraph(workspace.graph()), expected);
      assert.deepEqual(describeFound(workspace), describeFound(fresh));
    }
  });

  it('takes nothing for what is there now that was worked out of what was there before', () => {
    const expected = describeGraph(open({ ...files, '/b.yaml': changed }).graph());
    for (let taken = 1, isOver = false; !isOver; taken++) {
      const workspace = open(files);
      const steps = workspace.findingsInSteps();
      for (let step = 0; step < taken && !isOver; step++) isOver = steps.next().done === true;
      set(workspace, '/b.yaml', changed);
      for (let step = steps.next(); !step.done; step = steps.next())
        assert.equal(workspace.graphIfCurrent(), undefined);
      assert.equal(workspace.graphIfCurrent(), undefined);
      assert.deepEqual(describeGraph(workspace.graph()), expected);
    }
  });
});
