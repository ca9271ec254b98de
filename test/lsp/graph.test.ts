import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type GraphParams,
  type GraphPicture,
  graphChangedNotification,
  graphRequests,
  type HopEnds,
  type Place,
  type TextAnswer,
} from '../../server/src/protocol/graph.ts';
import { type ServerProcess, startServer } from './support/server-process.ts';

const account = '111122223333';

const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;

/** A role of a template: whom it trusts, and whom it may assume. */
const role = (name: string, trusts: string, assumes: string) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: trusts }, Action: 'sts:AssumeRole' }],
    },
    Policies: [
      {
        PolicyName: 'hop',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: assumes }],
        },
      },
    ],
  },
});

const root = `arn:aws:iam::${account}:root`;

/** Ci -> Deploy -> Admin, locked; Audit wants to Admin and may not. */
const template = (admin = 'Admin') =>
  JSON.stringify(
    {
      Resources: {
        Ci: role('Ci', root, roleArn('Deploy')),
        Deploy: role('Deploy', roleArn('Ci'), roleArn('Admin')),
        Admin: role(admin, roleArn('Deploy'), roleArn('None')),
        Audit: role('Audit', root, roleArn('Admin')),
      },
    },
    undefined,
    2,
  );

const configuration = { deployments: [{ files: ['*.json'], account }] };

describe('server: the graph', () => {
  let folder: string;
  let server: ServerProcess;
  let uri: string;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rolechain-'));
    writeFileSync(path.join(folder, 'rolechain.config.json'), JSON.stringify(configuration));
    uri = pathToFileURL(path.join(folder, 'roles.json')).href;
    server = await startServer({ initializationOptions: { graph: true } });
    const drawn = waitForGraph(({ roles, isReading }) => roles.length > 0 && !isReading);
    await server.open(uri, template());
    await drawn;
  });

  afterEach(() => {
    server.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const nextChange = () =>
    new Promise<void>((resolve) => {
      const listener = server.connection.onNotification(graphChangedNotification, () => {
        listener.dispose();
        resolve();
      });
    });
  /** Asks again with every change, until the graph is as expected. */
  const waitForGraph = async (isMeant: (picture: GraphPicture) => boolean): Promise<void> => {
    for (;;) {
      const changed = nextChange();
      if (isMeant(await draw())) return;
      await changed;
    }
  };
  const ask = <Answer>(name: string, params: unknown) => server.connection.sendRequest<Answer>(name, params);
  const draw = (params: GraphParams = {}) => ask<GraphPicture>(graphRequests.graph, params);
  const positionOf = (text: string) => {
    const document = TextDocument.create(uri, 'json', 1, template());
    return document.positionAt(document.getText().indexOf(text));
  };
  const textAt = ({ range }: Place) => TextDocument.create(uri, 'json', 1, template()).getText(range);
  const hopsOf = ({ hops }: GraphPicture) => hops.map(({ source, target, word }) => `${source} > ${target}: ${word}`);

  it('is drawn whole, with boxes that hold their roles and with places', async () => {
    const picture = await draw();
    assert.equal(picture.title, 'Roles of the workspace');
    assert.equal(picture.focus, null);
    assert.ok(hopsOf(picture).includes('Ci > Deploy: locked'));
    assert.ok(hopsOf(picture).includes('Audit > Admin: blocked'));
    const group = picture.groups.find(({ title }) => title === `account ${account}`);
    const deploy = picture.roles.find(({ id }) => id === 'Deploy');
    assert.ok(group && deploy?.place);
    assert.ok(group.x < deploy.x && deploy.x + deploy.width < group.x + group.width);
    assert.ok(picture.width > deploy.x + deploy.width && picture.height > deploy.y + deploy.height);
    assert.equal(textAt(deploy.place), '"Deploy"');
    assert.equal(deploy.place.uri, uri);
    const hop = picture.hops.find(({ source, target }) => source === 'Ci' && target === 'Deploy');
    assert.ok(hop?.place);
    assert.match(textAt(hop.place), /"AWS": "arn:aws:iam::111122223333:role\/Ci"/);
    assert.match(hop.path, /^M[\d.]+ [\d.]+/);
    assert.deepEqual(hop.locked, { source: true, target: true });
  });

  it('tells why a hop is blocked, and points at what blocks it', async () => {
    const { hops } = await draw();
    const hop = hops.find(({ source, target }) => source === 'Audit' && target === 'Admin');
    assert.equal(hop?.state, 'blocked');
    assert.ok(hop.reasons.some(({ effect, message }) => effect === 'none' && message.includes('role/Deploy')));
    assert.ok(hop.place);
    assert.equal(textAt(hop.place), `"${roleArn('Deploy')}"`);
  });

  it('is the chain of the role at a position, and is asked for again by its id', async () => {
    const picture = await draw({ focus: { uri, position: positionOf('"Deploy",') } });
    assert.equal(picture.title, 'Chain of Deploy');
    assert.deepEqual(picture.focus, { roles: ['Deploy'] });
    assert.deepEqual(
      picture.roles.filter(({ isFocus }) => isFocus).map(({ id }) => id),
      ['Deploy'],
    );
    assert.ok(!picture.roles.some(({ id }) => id === 'Audit'));
    assert.ok(picture.focus);
    assert.deepEqual(await draw({ focus: picture.focus }), picture);
  });

  it('is of the file where the position is in no role, and of the workspace where the file has none', async () => {
    const ofFile = await draw({ focus: { uri, position: { line: 0, character: 0 } } });
    assert.deepEqual([ofFile.title, ofFile.focus], ['Chains of roles.json', { uri }]);
    const other = pathToFileURL(path.join(folder, 'other.json')).href;
    const whole = await draw({ focus: { uri: other, position: { line: 0, character: 0 } } });
    assert.equal(whole.focus, null);
  });

  it('is filtered by state and by name', async () => {
    const blocked = await draw({ filter: { states: ['blocked'] } });
    assert.ok(blocked.hops.length > 0 && blocked.hops.every(({ state }) => state === 'blocked'));
    assert.ok(!blocked.roles.some(({ id }) => id === 'Ci'));
    const named = await draw({ filter: { name: ' AUDIT ' } });
    assert.ok(named.roles.some(({ id }) => id === 'Audit') && !named.roles.some(({ id }) => id === 'Ci'));
    const none = await draw({ filter: { name: 'nobody' } });
    assert.deepEqual(none.problem, { type: 'filtered' });
  });

  it('follows what is typed, and says when its role is gone', async () => {
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: template('Root') }],
    });
    await waitForGraph(({ roles }) => roles.find(({ id }) => id === 'Admin')?.label === 'Root');
    const gone = await draw({ focus: { roles: ['Nobody'] } });
    assert.deepEqual([gone.problem, gone.title, gone.roles], [{ type: 'gone' }, 'Chain of Nobody', []]);
  });

  it('finds places anew', async () => {
    const place = await ask<Place>(graphRequests.place, { role: 'Admin' });
    assert.equal(textAt(place), '"Admin"');
    const statement = await ask<Place>(graphRequests.place, { source: 'Ci', target: 'Deploy', reason: 0 });
    assert.match(textAt(statement), /sts:AssumeRole/);
    assert.equal(await ask(graphRequests.place, { role: 'Nobody' }), null);
    assert.equal(await ask(graphRequests.place, { source: 'Ci', target: 'Nobody' }), null);
    assert.equal(await ask(graphRequests.place, null), null);
  });

  it('is written in the formats of the command line', async () => {
    const write = async (format: string) => (await ask<TextAnswer>(graphRequests.export, { format })).text ?? '';
    assert.match(await write('svg'), /^<svg /);
    assert.match(await write('mermaid'), /^flowchart LR\n/);
    assert.match(await write('dot'), /^digraph /);
    const report = JSON.parse(await write('json')) as { readonly version: number; readonly hops: readonly object[] };
    assert.equal(report.version, 1);
    assert.equal(report.hops.length, (await draw()).hops.length);
    const refused = await ask<TextAnswer>(graphRequests.export, { format: 'constructor' });
    assert.equal(refused.problem, 'There is no such format.');
  });

  it('takes whatever is asked', async () => {
    const whole = await draw();
    for (const params of [null, 7, [], { focus: 3, filter: 'x' }, { focus: {}, filter: { states: 1, name: {} } }])
      assert.deepEqual(await ask(graphRequests.graph, params), whole);
  });

  describe('explained', () => {
    it('lists those that a hop can be between, and what the cursor means', async () => {
      const ends = await ask<HopEnds>(graphRequests.ends, { uri, position: positionOf('"hop"') });
      assert.deepEqual([ends.source, ends.target], ['Ci', 'Deploy']);
      assert.ok(
        ends.sources.some(({ id, detail }) => id === 'Audit' && detail.startsWith(`role · account ${account}`)),
      );
      assert.ok(ends.targets.every(({ word }) => word === undefined));
      const inTrust = await ask<HopEnds>(graphRequests.ends, { uri, position: positionOf(`"${roleArn('Ci')}"`) });
      assert.deepEqual([inTrust.source, inTrust.target], ['Ci', 'Deploy']);
      const { targets } = await ask<HopEnds>(graphRequests.ends, { source: 'Deploy' });
      assert.deepEqual([targets[0]?.id, targets[0]?.word], ['Admin', 'locked']);
    });

    it('is told statement by statement', async () => {
      const { text = '' } = await ask<TextAnswer>(graphRequests.explain, { source: 'Ci', target: 'Deploy' });
      assert.match(text, /^# Ci → Deploy: allowed\n/);
      assert.match(text, /### Trust policy of the target\n\n- \*\*allows\*\*: .*roles\.json:\d+\)/);
      assert.match(
        text,
        new RegExp(`aws sts assume-role --role-arn '${roleArn('Deploy')}' --role-session-name test-hop\n`),
      );
    });

    it('is told of any two, and of none that is not there', async () => {
      const { text = '' } = await ask<TextAnswer>(graphRequests.explain, { source: 'Admin', target: 'Ci' });
      assert.match(text, /- Neither side names the other\.|- Target side/);
      const { problem } = await ask<TextAnswer>(graphRequests.explain, { source: 'Nobody', target: 'Ci' });
      assert.equal(problem, 'There is no role "Nobody" in the workspace any more.');
    });
  });
});
