import assert from 'node:assert/strict';
import {
  type CheckAnswerParams,
  type CheckedAnswer,
  type RoleChainAnswers,
  type RoleChainChoices,
  roleChainRequests,
  type WriteRoleChainParams,
  type WrittenRoleChain,
} from '../../server/src/protocol/role-chain.ts';
import type { Answers } from '../../server/src/scaffold/answers.ts';
import { answersTable, lab } from '../scaffold/support/answers-table.ts';
import { writtenFiles } from '../scaffold/support/written.ts';
import { type ServerProcess, startServer } from './support/server-process.ts';

describe('server: a new role chain', () => {
  let server: ServerProcess;

  before(async () => {
    server = await startServer();
  });

  after(() => {
    server.process.kill();
  });

  /** The answers of the protocol are those that the server reads, and the other way round: see `write`. */
  const asRead = (answers: RoleChainAnswers): Answers => answers;
  const ask = <Answer>(name: string, params?: unknown) => server.connection.sendRequest<Answer>(name, params);
  const write = (answers: RoleChainAnswers) =>
    ask<WrittenRoleChain>(roleChainRequests.write, { answers } satisfies WriteRoleChainParams);
  const check = (params: CheckAnswerParams) => ask<CheckedAnswer>(roleChainRequests.check, params);

  it('lists what can be chosen', async () => {
    const { services, regions, defaults } = await ask<RoleChainChoices>(roleChainRequests.choices);
    assert.equal(services[0]?.service, 'ecs-tasks.amazonaws.com');
    assert.ok(regions.includes('us-west-2'));
    assert.equal(defaults.targetPath, '/SecurityOperations/');
  });

  it('checks an answer with those before it', async () => {
    assert.deepEqual(await check({ answer: 'sourceRole.name', value: 'lambda' }), {});
    const short = await check({ answer: 'source.account', value: '1' });
    assert.equal(short.problem, 'An account id has twelve digits.');
    const value = 'arn:aws:iam::*:role/Deployment';
    assert.deepEqual(
      await check({ answer: 'deploymentRole', value, answers: { source: { region: 'us-west-2' } } }),
      {},
    );
    const china = await check({ answer: 'deploymentRole', value, answers: { source: { region: 'cn-north-1' } } });
    assert.match(china.problem ?? '', /partition aws-cn/);
    const subject = { source: { kind: 'federated', provider: 'github' } };
    const wide = await check({ answer: 'source.subject', value: 'repo:o/r:*', answers: subject });
    assert.match(wide.problem ?? '', /Name a branch/);
  });

  it('writes what the command line writes, for answers of every kind', async () => {
    for (const answers of Object.values(answersTable)) {
      const { files = [], notes = [] } = await write(asRead(answers));
      assert.deepEqual(new Map(files.map(({ path, text }) => [path, text])), writtenFiles(answers));
      assert.ok(files.every(({ title }) => title !== ''));
      assert.ok(notes.length > 0);
    }
  });

  it('says what is wrong with the answers, and writes nothing', async () => {
    const { files, problems } = await write({ ...lab, sourceRole: { name: '' }, permissions: ['s3:Nothing'] });
    assert.equal(files, undefined);
    assert.deepEqual(problems, [
      { answer: 'sourceRole.name', message: 'Give the role a name.' },
      { answer: 'permissions[0]', message: 'There is no action "s3:Nothing".' },
    ]);
  });

  it('answers whatever it is sent', async () => {
    for (const params of [null, [], 'x', { answer: 1, value: 'x' }, { answer: 'toString', value: 'x', answers: 3 }])
      assert.deepEqual(await ask(roleChainRequests.check, params), {});
    for (const params of [null, [], {}, { answers: null }, { answers: 'x' }, { answers: [1] }]) {
      const { problems = [] } = await ask<WrittenRoleChain>(roleChainRequests.write, params);
      assert.ok(problems.length > 0, JSON.stringify(params));
    }
  });
});
