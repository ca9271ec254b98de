import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type CodeAction,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { writeOrganization } from '../../server/src/organization/organization-file.ts';
import {
  type Answer,
  type CheckedPath,
  type EditAnswer,
  type KnownOrganization,
  type OpenedOrganization,
  type OrganizationAccounts,
  type OrganizationStatus,
  organizationStatusNotification,
  type PathPlace,
  type ProfilesAnswer,
  organizationRequests as requests,
  type UnitContents,
} from '../../server/src/protocol/organization.ts';
import { type PlaceholderItem, placeholderRequests } from '../../server/src/protocol/placeholders.ts';
import { useAws } from '../aws/support/environment.ts';
import { exampleOrganization } from '../aws/support/organizations.ts';
import { type ServerProcess, type StartOptions, withServer } from './support/server-process.ts';

const uri = 'file:///p.json';
const path1 = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/*';
const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "arn:aws:iam::<account id>:role/x",
      "Condition": { "StringEquals": { "aws:ResourceOrgPaths": "<your org path>/*" } }
    }
  ]
}
`;

function positionOf(word: string) {
  return TextDocument.create(uri, 'json', 1, text).positionAt(text.indexOf(word) + 1);
}

/** The text after an edit, which must be for this version. */
function apply(edit: WorkspaceEdit | undefined, version = 1): string {
  const [change] = edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'edits' in change);
  assert.equal(change.textDocument.version, version);
  return TextDocument.applyEdits(TextDocument.create(uri, 'json', 1, text), change.edits as TextEdit[]);
}

function ask<Result>(server: ServerProcess, name: string, params: object = {}): Promise<Result> {
  return server.connection.sendRequest<Result>(name, params);
}

async function open(server: ServerProcess, params: object = { from: 'aws' }): Promise<OpenedOrganization> {
  const { value, failure } = await ask<Answer<OpenedOrganization>>(server, requests.open, params);
  assert.ok(value, failure?.message);
  return value;
}

describe('organizations over the protocol', () => {
  const aws = useAws();
  let folder = '';
  let options: StartOptions = {};
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rolechain-organizations-'));
    options = { initializationOptions: { storage: pathToFileURL(path.join(folder, 'kept')).href, status: true } };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Resolves with the first status that is wanted. */
  function status(
    server: ServerProcess,
    isWanted: (status: OrganizationStatus) => boolean,
  ): Promise<OrganizationStatus> {
    return new Promise((resolve) => {
      server.connection.onNotification(organizationStatusNotification, (each: OrganizationStatus) => {
        if (isWanted(each)) resolve(each);
      });
    });
  }

  const isWhole = ({ organizations, loading }: OrganizationStatus) =>
    loading === undefined && organizations.some(({ complete }) => complete);

  it('lists the profiles of the configuration files', async () => {
    aws.write({ config: '[default]\nregion = eu-west-1\n[profile security]\nregion = us-east-1\n' });
    await withServer(options, async (server) => {
      const { profiles } = await ask<ProfilesAnswer>(server, requests.profiles);
      assert.ok(profiles.includes('security'), profiles.join());
    });
  });

  it('opens the first level after three calls, and goes down level by level', async () => {
    const { calls } = await aws.serve({
      mishap: (_, earlier) =>
        earlier.filter((each) => each.operation !== 'GetCallerIdentity').length >= 3 ? 'hang' : undefined,
    });
    await withServer(options, async (server) => {
      const { organization, top } = await open(server);
      assert.equal(organization.id, 'o-a1b2c3d4e5');
      assert.deepEqual(
        top.units.map(({ name, path }) => [name, path]),
        exampleOrganization.root.units?.map(({ id, name }) => [name, `o-a1b2c3d4e5/r-ab12/${id}/`]),
      );
      const organizations = calls.slice(0, 3).map(({ operation }) => operation);
      assert.deepEqual(organizations.sort(), ['DescribeOrganization', 'ListOrganizationalUnitsForParent', 'ListRoots']);
    });
  });

  it('loads the rest in the background, keeps it, and has it in the next session without AWS', async () => {
    const { close } = await aws.serve();
    await withServer(options, async (server) => {
      const whole = status(server, isWhole);
      await open(server);
      const workloads = { organization: 'o-a1b2c3d4e5', from: 'aws', unit: 'ou-ab12-workload' };
      const { value } = await ask<Answer<UnitContents>>(server, requests.units, workloads);
      assert.deepEqual(
        value?.units.map(({ names }) => names),
        ['Workloads / Dev', 'Workloads / Prod'],
      );
      assert.deepEqual(
        value?.above.map(({ id }) => id),
        ['r-ab12'],
      );
      assert.equal((await whole).organizations[0]?.name, 'Management');
      await server.stop();
    });
    await close();
    assert.deepEqual(readdirSync(path.join(folder, 'kept')), ['o-a1b2c3d4e5.json']);
    assert.ok(!readFileSync(path.join(folder, 'kept', 'o-a1b2c3d4e5.json'), 'utf8').includes('secret'));
    await withServer(options, async (server) => {
      const [known] = await ask<readonly KnownOrganization[]>(server, requests.known);
      assert.ok(known?.complete);
      const { top } = await open(server, { from: 'known', organization: known.id });
      assert.equal(top.unit.accounts, known.accounts);
      const deep = { organization: known.id, from: 'known', unit: 'r-ab12', deep: true };
      const { value } = await ask<Answer<UnitContents>>(server, requests.units, deep);
      assert.equal(value?.units.length, known.units);
      assert.ok(value?.units.some(({ names }) => names === 'Workloads / Prod / Europe / Germany / Berlin'));
    });
  });

  it('lists all accounts by name when they are loaded, and whose the credentials are', async () => {
    await aws.serve({ callerAccount: '222233334444' });
    await withServer(options, async (server) => {
      await open(server);
      const { value } = await ask<Answer<OrganizationAccounts>>(server, requests.accounts, {
        organization: 'o-a1b2c3d4e5',
        from: 'aws',
      });
      assert.equal(value?.callerAccount, '222233334444');
      const warehouse = value?.accounts.find(({ name }) => name === 'Warehouse');
      assert.deepEqual([warehouse?.id, warehouse?.names], ['012345678901', 'Workloads / Prod']);
    });
  });

  it('tells in a sentence why AWS refused', async () => {
    await aws.serve({ mishap: () => ({ type: 'AWSOrganizationsNotInUseException', status: 400 }) });
    await withServer(options, async (server) => {
      const { failure } = await ask<Answer<OpenedOrganization>>(server, requests.open, { from: 'aws' });
      assert.equal(failure?.kind, 'not-in-organization');
      assert.match(failure.message, /\.$/);
    });
  });

  it('stops waiting for a server that hangs when the request is cancelled', async () => {
    const { received } = await aws.serve({ mishap: () => 'hang' });
    await withServer(options, async (server) => {
      const cancellation = new CancellationTokenSource();
      const asked = server.connection.sendRequest(requests.open, { from: 'aws' }, cancellation.token);
      await received(1);
      cancellation.cancel();
      await assert.rejects(asked, /cancelled/);
      assert.deepEqual(await ask(server, requests.known), []);
    });
  });

  it('keeps what was loaded when the server dies half way', async () => {
    await aws.serve({
      mishap: ({ operation, input }) =>
        operation.startsWith('List') && input.ParentId === 'ou-ab12-prodprod'
          ? { type: 'AccessDeniedException', status: 400 }
          : undefined,
    });
    await withServer(options, async (server) => {
      const ended = status(
        server,
        ({ organizations, loading }) => loading === undefined && (organizations[0]?.accounts ?? 0) > 0,
      );
      await open(server);
      const [kept] = (await ended).organizations;
      assert.equal(kept?.complete, false);
    });
  });

  it('imports a file, says what is wrong with another, and forgets', async () => {
    await withServer(options, async (server) => {
      const bad = await ask<Answer<KnownOrganization>>(server, requests.import, { text: '{ "id": "x" }' });
      assert.match(bad.failure?.message ?? '', /"id"/);
      assert.match(await ask<string>(server, requests.shellCommand), /^node -e/);
      const imported = writeOrganization(exampleOrganization);
      const { value } = await ask<Answer<KnownOrganization>>(server, requests.import, { text: imported });
      assert.deepEqual([value?.source, value?.complete], ['file', true]);
      await ask(server, requests.forget, { organization: 'o-a1b2c3d4e5' });
      assert.deepEqual(await ask(server, requests.known), []);
      assert.deepEqual(readdirSync(path.join(folder, 'kept')), []);
    });
  });

  it('loads nothing of the SDK, and asks AWS nothing, before it is asked to', async () => {
    const { calls } = await aws.serve();
    await withServer(options, async (server) => {
      await server.open(uri, text);
      await server.diagnostics(uri, 1);
      await ask(server, requests.known);
      await ask(server, requests.placeAt, { uri, position: positionOf('Effect') });
      assert.deepEqual(calls, []);
      const maps = process.platform === 'linux' ? readFileSync(`/proc/${server.process.pid}/maps`, 'utf8') : '';
      assert.ok(!maps.includes('aws.js'));
    });
  });

  it('checks a path that is typed', async () => {
    await withServer(options, async (server) => {
      await ask(server, requests.import, { text: writeOrganization(exampleOrganization) });
      const check = async (typed: string) => ask<CheckedPath>(server, requests.checkPath, { path: typed });
      assert.deepEqual(await check(path1), { note: 'Workloads' });
      assert.match((await check('o-a1b2c3d4e5/r-ab12/ou-ab12-nonsense/')).note ?? '', /no such place/);
      for (const wrong of [
        '',
        'o-a1b2c3d4e5',
        'o-a1b2c3d4e5/r-ab12',
        'r-ab12/',
        'arn:aws:x',
        'o-a1b2c3d4e5/r-ab12/111122223333/',
      ])
        assert.ok((await check(wrong)).problem, wrong);
      assert.deepEqual(await check('o-zzzzzzzzzz/r-ab12/*'), {});
    });
  });
});

describe('paths and placeholders over the protocol', () => {
  const withText = (use: (server: ServerProcess) => Promise<void>, initializationOptions?: object) =>
    withServer({ initializationOptions }, async (server) => {
      await server.open(uri, text);
      await use(server);
    });

  it('says where a path goes, and puts it there with the operator that it needs', () =>
    withText(async (server) => {
      const position = positionOf('<your org path>');
      const place = await ask<PathPlace>(server, requests.placeAt, { uri, position });
      assert.deepEqual(place, { kind: 'placeholder', preview: 'over `<your org path>`', version: 1 });
      const { edit } = await ask<EditAnswer<WorkspaceEdit>>(server, requests.insert, {
        uri,
        position,
        version: 1,
        paths: [path1],
      });
      assert.equal(
        apply(edit),
        text.replace('<your org path>/*', path1).replace('StringEquals', 'ForAnyValue:StringLike'),
      );
    }));

  it('refuses a position of another version, and one outside of statements', () =>
    withText(async (server) => {
      const params = { uri, position: positionOf('<your org path>'), version: 7, paths: [path1] };
      assert.match((await ask<EditAnswer>(server, requests.insert, params)).problem ?? '', /changed/);
      const nowhere = { uri: 'file:///other.json', position: { line: 0, character: 0 } };
      assert.equal((await ask<PathPlace>(server, requests.placeAt, nowhere)).kind, 'nothing');
    }));

  it('finds placeholders in open documents and in texts, each once', () =>
    withText(async (server) => {
      const found = await ask<readonly PlaceholderItem[]>(server, placeholderRequests.find, {
        documents: [{ uri }, { uri: 'file:///q.json', text }, { uri: 'file:///package.json', text: '{ "a": "<b>" }' }],
      });
      assert.deepEqual(found, [
        { text: '<account id>', kind: 'account-id', count: 2, uris: [uri, 'file:///q.json'] },
        { text: '<your org path>', kind: 'organization-path', count: 2, uris: [uri, 'file:///q.json'] },
      ]);
    }));

  it('fills them in one edit, and leaves those without a value', () =>
    withText(async (server) => {
      await server.open('file:///q.json', text);
      const values = [{ text: '<your org path>', kind: 'organization-path', value: path1 }];
      const { edit } = await ask<EditAnswer<WorkspaceEdit>>(server, placeholderRequests.fill, {
        uris: [uri, 'file:///q.json'],
        values,
      });
      assert.equal(edit?.documentChanges?.length, 2);
      assert.equal(apply(edit), text.replace('<your org path>/*', path1));
    }));

  const actionsOn = async (server: ServerProcess): Promise<readonly CodeAction[]> => {
    const { diagnostics } = await server.diagnostics(uri, 1);
    const unfilled = diagnostics.filter(({ code }) => code === 'unfilled-placeholder');
    const [first] = unfilled;
    assert.ok(first);
    const params = { textDocument: { uri }, range: first.range, context: { diagnostics: unfilled } };
    return ask<readonly CodeAction[]>(server, 'textDocument/codeAction', params);
  };

  it('offers the command as a quick fix to an editor that has it', () =>
    withText(
      async (server) => {
        const fills = (await actionsOn(server)).filter(
          ({ command }) => command?.command === 'rolechain.fillPlaceholders',
        );
        assert.deepEqual(
          fills.map(({ command }) => command?.arguments),
          [[uri]],
        );
      },
      { commands: ['rolechain.fillPlaceholders'] },
    ));

  it('offers it to no other editor', () =>
    withText(async (server) => {
      assert.ok((await actionsOn(server)).every(({ command }) => command?.command !== 'rolechain.fillPlaceholders'));
    }));
});
