import assert from 'node:assert/strict';
import { answersOf } from '../../client/src/new-role-chain/answers.ts';
import { listRows, looksLikeAction, toggleAction } from '../../client/src/new-role-chain/chosen-actions.ts';
import { type Draft, splitRole } from '../../client/src/new-role-chain/draft.ts';
import { checkFolder, chosenRoot, splitFolder } from '../../client/src/new-role-chain/folder-name.ts';
import {
  askedSteps,
  type StepId,
  stepAfter,
  stepBefore,
  stepOfAnswer,
  steps,
  titleOf,
} from '../../client/src/new-role-chain/steps.ts';
import {
  suggestFolder,
  suggestResource,
  suggestSourceRole,
  suggestTargetRole,
} from '../../client/src/new-role-chain/suggestions.ts';
import type { RoleChainAnswers, ServiceChoice } from '../../server/src/protocol/role-chain.ts';

const oneRoot = { isMultiRoot: false };

const idsOf = (draft: Draft, circumstances = oneRoot): readonly StepId[] =>
  askedSteps(draft, circumstances).map(({ id }) => id);

const ecs: ServiceChoice = { service: 'ecs-tasks.amazonaws.com', sends: 'source-arn', note: '' };
const states: ServiceChoice = {
  service: 'states.amazonaws.com',
  sends: 'source-arn',
  note: '',
  resource: 'arn:aws:states:<Region>:<Account>:stateMachine:<StateMachineName>',
};

/** As it is sent. */
const sent = (draft: Draft): unknown => JSON.parse(JSON.stringify(answersOf(draft)));

describe('the questions of New Role Chain', () => {
  const always: readonly StepId[] = [
    'format',
    'region',
    'account',
    'source-role',
    'target-role',
    'targets',
    'deployment-role',
    'permissions',
    'folder',
    'review',
  ];
  const own = (draft: Draft) => idsOf(draft).filter((id) => !always.includes(id));

  it('ask what the source needs', () => {
    assert.deepEqual(own({}), own({ source: 'function' }));
    assert.deepEqual(own({ source: 'function' }), ['source', 'function', 'function-lock']);
    assert.deepEqual(own({ source: 'service' }), ['source', 'service']);
    assert.deepEqual(own({ source: 'service', service: states }), ['source', 'service', 'resource']);
    assert.deepEqual(own({ source: 'service', service: ecs }), ['source', 'service']);
    assert.deepEqual(own({ source: 'federated' }), ['source', 'provider']);
  });

  it('ask what the identity provider needs', () => {
    const ofProvider = (provider: NonNullable<Draft['provider']>) => own({ source: 'federated', provider }).slice(2);
    assert.deepEqual(ofProvider('github'), ['subject']);
    assert.deepEqual(ofProvider('gitlab'), ['host', 'subject']);
    assert.deepEqual(ofProvider('oidc'), ['host', 'subject', 'audience']);
    assert.deepEqual(ofProvider('saml'), ['saml-provider']);
  });

  it('ask for a folder of the workspace only where there are several', () => {
    assert.ok(!idsOf({}).includes('root'));
    assert.deepEqual(idsOf({}, { isMultiRoot: true }).slice(-3), ['root', 'folder', 'review']);
  });

  it('lead on and back through what is asked', () => {
    const asked = askedSteps({ source: 'federated', provider: 'saml' }, oneRoot);
    const there: StepId[] = ['source'];
    for (let next = stepAfter(asked, 'source'); next !== undefined; next = stepAfter(asked, next)) there.push(next);
    assert.deepEqual(
      there,
      asked.map(({ id }) => id),
    );
    const back: StepId[] = ['review'];
    for (let next = stepBefore(asked, 'review'); next !== undefined; next = stepBefore(asked, next)) back.push(next);
    assert.deepEqual(back, there.toReversed());
  });

  it('ask for the resource of a service behind the Region and the account, which are in its ARN', () => {
    const draft: Draft = { source: 'service', service: states };
    const asked = askedSteps(draft, { isMultiRoot: true });
    assert.deepEqual(
      asked.map(({ id }) => id),
      [
        ...['source', 'service', 'format', 'region', 'account', 'resource', 'source-role', 'target-role', 'targets'],
        ...['deployment-role', 'permissions', 'root', 'folder', 'review'],
      ],
    );
    assert.equal(titleOf(asked, 'resource'), 'New Role Chain (6/14): Resource of the Service');
    assert.equal(stepBefore(asked, 'folder'), 'root');
    assert.equal(stepOfAnswer(asked, 'source.resource'), 'resource');
    assert.equal(stepOfAnswer(asked, 'source.service'), 'service');
  });

  it('leave the resource out where the person turns to a service without one', () => {
    const asked = askedSteps({ source: 'service', service: ecs, resource: 'arn:aws:x' }, oneRoot);
    assert.equal(stepAfter(asked, 'account'), 'source-role');
    assert.equal(stepOfAnswer(asked, 'source.resource'), 'source');
  });

  it('count themselves', () => {
    const asked = askedSteps({}, oneRoot);
    assert.equal(titleOf(asked, 'source'), 'New Role Chain (1/13): Source');
    assert.equal(titleOf(asked, 'source-role'), 'New Role Chain (6/13): Source Role');
    assert.equal(titleOf(asked, 'review'), 'New Role Chain (13/13): Review');
  });

  it('are found again by the answer that does not fit', () => {
    const cases: readonly (readonly [answer: string, draft: Draft, step: StepId | undefined])[] = [
      ['source.name', { source: 'function' }, 'function'],
      ['source.name', { source: 'federated', provider: 'saml' }, 'saml-provider'],
      ['source.region', { source: 'function' }, 'region'],
      ['source', { source: 'function' }, 'source'],
      ['source.nothing', { source: 'function' }, 'source'],
      ['sourceRole.path', {}, 'source-role'],
      ['targetRole', {}, 'target-role'],
      ['targets.organizationPath', {}, 'targets'],
      ['permissions[2]', {}, 'permissions'],
      ['lockFunction', { source: 'function' }, 'function-lock'],
      ['lockFunction', { source: 'service' }, undefined],
      ['format', {}, 'format'],
      ['', {}, undefined],
    ];
    for (const [answer, draft, step] of cases)
      assert.equal(stepOfAnswer(askedSteps(draft, oneRoot), answer), step, answer);
  });

  it('have each a title of its own', () => {
    assert.equal(new Set(steps.map(({ title }) => title)).size, steps.length);
  });
});

describe('the answers of New Role Chain', () => {
  const common = {
    format: 'template',
    account: '111122223333',
    sourceRole: 'scanner-source',
    targetRole: '/Security/Scanner',
    targets: { organizationPath: 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/*' },
    deploymentRole: '',
    permissions: ['s3:GetBucketPolicy'],
    lockFunction: true,
  } as const;

  it('are those of a function', () => {
    const expected: RoleChainAnswers = {
      source: { kind: 'function', name: 'scanner', region: 'eu-west-1', account: '111122223333' },
      sourceRole: { path: '/', name: 'scanner-source' },
      targetRole: { path: '/Security/', name: 'Scanner' },
      targets: common.targets,
      permissions: ['s3:GetBucketPolicy'],
      lockFunction: true,
      format: 'template',
    };
    assert.deepEqual(sent({ ...common, source: 'function', functionName: 'scanner', region: 'eu-west-1' }), expected);
  });

  it('leave out what is left open', () => {
    const draft: Draft = { source: 'function', functionName: 'scanner', region: '', account: '', deploymentRole: '' };
    assert.deepEqual(sent(draft), { source: { kind: 'function', name: 'scanner' } });
    assert.deepEqual(sent({}), {});
  });

  it('hold nothing of another way that was left again', () => {
    const stale: Draft = {
      ...common,
      functionName: 'scanner',
      service: states,
      resource: 'arn:aws:states:*:111122223333:stateMachine:x',
      region: 'eu-west-1',
      provider: 'oidc',
      host: 'oidc.example.com',
      subject: 'x',
      audience: 'y',
      samlProvider: 'Company',
    };
    const place = { region: 'eu-west-1', account: '111122223333' };
    const sourceOf = (draft: Draft) => (sent(draft) as RoleChainAnswers).source;
    assert.deepEqual(sourceOf({ ...stale, source: 'service' }), {
      kind: 'service',
      service: 'states.amazonaws.com',
      resource: 'arn:aws:states:*:111122223333:stateMachine:x',
      ...place,
    });
    assert.deepEqual(sourceOf({ ...stale, source: 'service', service: ecs }), {
      kind: 'service',
      service: 'ecs-tasks.amazonaws.com',
      ...place,
    });
    const federated = { kind: 'federated', ...place };
    assert.deepEqual(sourceOf({ ...stale, source: 'federated', provider: 'github' }), {
      ...federated,
      provider: 'github',
      subject: 'x',
    });
    assert.deepEqual(sourceOf({ ...stale, source: 'federated', provider: 'saml' }), {
      ...federated,
      provider: 'saml',
      name: 'Company',
    });
    assert.deepEqual(sourceOf({ ...stale, source: 'federated' }), {
      ...federated,
      provider: 'oidc',
      host: 'oidc.example.com',
      subject: 'x',
      audience: 'y',
    });
    assert.equal((sent({ ...stale, source: 'service' }) as RoleChainAnswers).lockFunction, undefined);
  });

  it('take path and name apart', () => {
    const cases: readonly (readonly [text: string, path: string, name: string])[] = [
      ['Scanner', '/', 'Scanner'],
      ['/Scanner', '/', 'Scanner'],
      ['/Security/Scanner', '/Security/', 'Scanner'],
      ['Security/Scanner', '/Security/', 'Scanner'],
      ['/Security/', '/Security/', ''],
      ['', '/', ''],
    ];
    for (const [text, path, name] of cases) assert.deepEqual(splitRole(text), { path, name }, text);
  });
});

describe('what New Role Chain suggests', () => {
  it('is called after what assumes the source role', () => {
    const scanner: Draft = { source: 'function', functionName: 'scanner' };
    assert.equal(suggestSourceRole(scanner), 'scanner-source');
    assert.equal(suggestTargetRole(scanner, '/Security/'), '/Security/scanner-target');
    assert.equal(suggestSourceRole({ source: 'service', service: ecs }), 'ecs-tasks-source');
    assert.equal(suggestSourceRole({ source: 'federated', provider: 'github' }), 'github-source');
    assert.equal(suggestSourceRole({}), 'chain-source');
  });

  it('is a name that a role can have', () => {
    const long: Draft = { source: 'function', functionName: 'f'.repeat(140) };
    assert.ok(suggestSourceRole(long).length <= 64);
    assert.equal(suggestSourceRole({ source: 'function', functionName: 'scan-*?' }), 'scan--source');
  });

  it('is the ARN of a service with what is known of it', () => {
    const draft: Draft = { source: 'service', service: states };
    assert.equal(suggestResource(draft), states.resource);
    assert.equal(
      suggestResource({ ...draft, region: 'eu-west-1', account: '111122223333' }),
      'arn:aws:states:eu-west-1:111122223333:stateMachine:<StateMachineName>',
    );
    assert.equal(suggestResource({ source: 'service', service: ecs }), '');
  });

  it('is a folder that is free of what file systems do not take', () => {
    assert.equal(suggestFolder({ sourceRole: 'scanner-source' }), 'role-chains/scanner');
    assert.equal(suggestFolder({ sourceRole: '/Security/ScannerRole' }), 'role-chains/ScannerRole');
    assert.equal(suggestFolder({ sourceRole: 'a+b=c,@d' }), 'role-chains/a-b-c--d');
    assert.equal(suggestFolder({ sourceRole: '..' }), 'role-chains/chain');
    for (const sourceRole of ['scanner-source', 'a+b=c,@d', '..', '', 'x.'])
      assert.equal(checkFolder(suggestFolder({ sourceRole })), undefined, sourceRole);
  });
});

describe('the folder of New Role Chain', () => {
  it('is within the workspace', () => {
    for (const text of ['role-chain', 'iam/chains/scanner', './iam', 'iam//x/', 'a folder', '.github', '..a'])
      assert.equal(checkFolder(text), undefined, text);
    for (const text of ['', '.', '/', '/etc', '../x', 'a/../../x', 'C:\\x', 'a\\b', 'c:x', 'a?', 'a.', 'x/y /z'])
      assert.match(checkFolder(text) ?? '', /folder/, text);
  });

  it('is in the folder of the workspace that was chosen, else in the first', () => {
    const [first, second] = ['file:///one', 'file:///two'].map((uri) => ({ uri }));
    assert.ok(first && second);
    assert.equal(chosenRoot([first, second], 'file:///two'), second);
    assert.equal(chosenRoot([first, second], undefined), first);
    assert.equal(chosenRoot([first], 'file:///two'), first);
    assert.equal(chosenRoot([], 'file:///two'), undefined);
  });

  it('is made of its steps', () => {
    assert.deepEqual(splitFolder('./iam//chains/'), ['iam', 'chains']);
  });
});

describe('the actions that are chosen in New Role Chain', () => {
  const item = { kind: 'action', text: 's3:GetObject', about: 'Read', description: 'Retrieve an object.' } as const;
  const service = { kind: 'service', text: 's3:', about: 'Amazon S3' } as const;
  const labels = (...args: Parameters<typeof listRows>) => listRows(...args).map(({ kind, label }) => [kind, label]);

  it('begin with none', () => {
    assert.deepEqual(labels({ typed: '', chosen: [], items: [service], more: false }), [
      ['done', '$(debug-step-over) Start empty: the role may do nothing yet'],
      ['separator', 'Services'],
      ['service', 's3:'],
    ]);
  });

  it('stand above what is found, and are not found again', () => {
    const other = { ...item, text: 's3:GetObjectAcl' };
    const found = listRows({ typed: 's3:geto', chosen: ['S3:getobject'], items: [item, other], more: true });
    assert.deepEqual(
      found.map(({ kind, label }) => [kind, label]),
      [
        ['done', '$(arrow-right) Go on with 1 action'],
        ['separator', 'Chosen'],
        ['chosen', 'S3:getobject'],
        ['separator', 'The first of many: type on'],
        ['action', 's3:GetObjectAcl'],
      ],
    );
    assert.deepEqual(found.at(-1), {
      kind: 'action',
      label: 's3:GetObjectAcl',
      description: 'Read',
      detail: 'Retrieve an object.',
      text: 's3:GetObjectAcl',
    });
  });

  it('go in and out, whatever their case', () => {
    const two = toggleAction(toggleAction([], 's3:GetObject'), 's3:PutObject');
    assert.deepEqual(two, ['s3:GetObject', 's3:PutObject']);
    assert.deepEqual(toggleAction(two, 'S3:GETOBJECT'), ['s3:PutObject']);
  });

  it('may be some that nobody knows yet', () => {
    for (const text of ['s3:GetObject', 'new-service:Do*', 's3:Get?bject']) assert.ok(looksLikeAction(text), text);
    for (const text of ['s3', 's3:', '*', 'arn:aws:s3', 's3:Get Object']) assert.ok(!looksLikeAction(text), text);
  });
});
