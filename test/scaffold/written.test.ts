import assert from 'node:assert/strict';
import { inlinePolicyTotals, sizeLimitOf } from '../../server/src/catalog/limits.ts';
import type { Hop } from '../../server/src/chain/graph.ts';
import { readConfiguration } from '../../server/src/lint/configuration-read.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Answers } from '../../server/src/scaffold/answers.ts';
import { readAnswers } from '../../server/src/scaffold/read-answers.ts';
import { writeRoleChain } from '../../server/src/scaffold/write-role-chain.ts';
import { openWorkspaceTexts } from '../support/checked-workspace.ts';
import { iamData } from '../support/iam-data.ts';
import { answersTable, lab } from './support/answers-table.ts';
import { policyFiles, writtenFiles } from './support/written.ts';

/** The kinds of the policies in each file, by which it is known that they were looked at. */
function expectedKinds({ format, permissions }: Answers): Readonly<Record<string, readonly string[]>> {
  return {
    ...(format === 'json'
      ? { 'source-role.trust.json': ['trust'], 'source-role.permissions.json': ['identity'] }
      : { 'source-role.yaml': ['trust', 'identity'] }),
    'target-role.yaml': ['trust', ...(permissions !== undefined && permissions.length > 0 ? ['identity'] : [])],
    'protect-target-role.scp.json': ['scp'],
    'session-policy.json': ['session'],
  };
}

/**
 * What is locked of the hop into the source role. A provider of SAML decides by itself who gets a role; and a pattern for
 * subjects fits more than one.
 */
function isEntryLocked({ source }: Answers): boolean {
  if (source.kind !== 'federated') return true;
  return source.provider !== 'saml' && !/[*?]/.test(source.subject);
}

const isPlaced = ({ source }: Answers) => source.region !== undefined && source.account !== undefined;

const isChain = ({ source }: Hop) => source.kind === 'role';

describe('a role chain that is written', () => {
  for (const [name, answers] of Object.entries(answersTable))
    describe(`for ${name}`, () => {
      const files = writtenFiles(answers);
      const { analyses, graph } = openWorkspaceTexts(policyFiles(files));

      it('is of answers that can be read', () => {
        assert.deepEqual(readAnswers(JSON.stringify(answers), iamData), { answers });
      });

      it('holds the policies that it should, without a finding of any rule', () => {
        const kinds = [...analyses].map(([path, { policies }]) => [path, policies().map(({ kind }) => kind)]);
        assert.deepEqual(Object.fromEntries(kinds), expectedKinds(answers));
        for (const [path, { findings }] of analyses)
          assert.deepEqual(
            findings.map(({ rule, message }) => `${path} ${rule}: ${message}`),
            [],
          );
        const configuration = readConfiguration(files.get('rolechain.config.json') ?? '', { rules });
        assert.deepEqual([configuration.problems, configuration.syntaxProblems], [[], []]);
      });

      it('lets the source role assume the target role, both sides locked', () => {
        const chain = graph.hops.filter(isChain);
        assert.equal(chain.length, 1);
        const [hop] = chain;
        assert.equal(hop?.target.kind, 'role');
        assert.equal(hop?.verdict.verdict, 'allowed');
        assert.deepEqual(hop?.locked, { source: true, target: true });
      });

      it('lets the source, and nothing else, assume the source role', () => {
        const into = graph.hops.filter((hop) => !isChain(hop));
        assert.deepEqual(
          into.map(({ verdict, locked }) => [verdict.verdict, locked.target]),
          [['allowed', isEntryLocked(answers)]],
        );
        const [hop] = into;
        assert.equal(hop?.source.kind, answers.source.kind === 'federated' ? 'federated' : 'service');
      });

      it('takes nothing for granted but what no file can say', () => {
        const assumptions = graph.hops.flatMap(({ verdict }) => verdict.assumptions);
        // The function is not written, nor the resource of a service of which it is not established what it sends.
        const open = /lambda:SourceFunctionArn|aws:SourceArn|too many of them to decide|account of `SourceRole`/;
        for (const { sentence } of assumptions) assert.match(sentence, open);
        if (answers.source.kind === 'function' && isPlaced(answers) && answers.lockFunction !== true)
          assert.deepEqual(assumptions, []);
      });

      it('keeps within the quotas', () => {
        const size = (path: string) => (files.get(path) ?? '').length;
        assert.ok(size('protect-target-role.scp.json') <= (sizeLimitOf('scp')?.characters ?? 0));
        const session = JSON.stringify(JSON.parse(files.get('session-policy.json') ?? ''));
        assert.ok(session.length <= (sizeLimitOf('session')?.characters ?? 0));
        assert.ok(size('source-role.yaml') + size('source-role.permissions.json') <= inlinePolicyTotals.role);
      });

      it('names in its page all files, and leaves no word to replace that an answer says', () => {
        const page = files.get('README.md') ?? '';
        for (const path of files.keys()) if (path !== 'README.md') assert.ok(page.includes(`\`${path}\``), path);
        assert.equal(/<[a-z]/.test(page), !isPlaced(answers));
      });
    });
});

describe('permissions that are too much on every resource', () => {
  const rulesFor = (...permissions: readonly string[]) => {
    const { analyses } = openWorkspaceTexts(policyFiles(writtenFiles({ ...lab, permissions })));
    return [...analyses.values()].flatMap(({ findings }) => findings.map(({ rule }) => rule));
  };

  it('are written and reported, for they are what was asked for', () => {
    assert.ok(rulesFor('iam:PassRole', 'lambda:CreateFunction').includes('pass-role-any-role'));
    assert.ok(rulesFor('sts:AssumeRole').includes('assume-role-any-role'));
  });

  it('are few: reading, and writing of most services, is no finding', () => {
    assert.deepEqual(rulesFor('ec2:Describe*', 'ec2:StopInstances', 'rds:ModifyDBInstance', 'tag:GetResources'), []);
  });
});

describe('what a role chain says of itself', () => {
  const notesOf = (answers: Answers) => writeRoleChain(answers, iamData).notes.join('\n');

  it('tells what is not established, and stands in the page', () => {
    const { notes, files } = writeRoleChain(lab, iamData);
    assert.match(notes.join('\n'), /Lambda sends aws:SourceArn .* its own guide does not say so/);
    for (const note of notes) assert.ok(files[0]?.text.includes(`- ${note}\n`), note);
  });

  it('tells whom the SCP leaves out', () => {
    const { deploymentRole: _, ...alone } = lab;
    assert.match(notesOf(alone), /Nobody but the stack set changes roles at SecurityOperations\/\*/);
    assert.doesNotMatch(notesOf(lab), /Nobody but/);
  });

  it('tells that newer repositories have ids in their subjects, where the answer has none', () => {
    const github = (subject: string): Answers => ({
      ...lab,
      source: { kind: 'federated', provider: 'github', subject },
    });
    assert.match(notesOf(github('repo:o/r:ref:refs/heads/main')), /since 15 July 2026/);
    assert.doesNotMatch(notesOf(github('repo:o@1/r@2:ref:refs/heads/main')), /since 15 July 2026/);
  });

  it('leaves a word in <…> where an answer is missing', () => {
    const page = writtenFiles({ ...lab, source: { kind: 'function', name: 'repair' } }).get('README.md') ?? '';
    assert.deepEqual([...new Set(page.match(/<[a-z ]+>/g))], ['<region>', '<source account id>']);
  });

  it('names units and accounts as their organization does', () => {
    const organization = {
      id: 'o-a1b2c3d4e5',
      partition: 'aws',
      loadedAt: '2026-11-01T00:00:00Z',
      source: 'file' as const,
      root: {
        id: 'r-ab12',
        name: 'Root',
        units: [
          {
            id: 'ou-ab12-workload',
            name: 'Workloads',
            units: [],
            accounts: [{ id: '444455556666', name: 'shop' }],
          },
        ],
        accounts: [],
      },
    };
    const pageOf = (answers: Answers) => writeRoleChain(answers, iamData, [organization]).files[0]?.text ?? '';
    assert.match(pageOf(lab), /every account of `ou-ab12-workload` \(Workloads\) and below it/);
    assert.match(pageOf({ ...lab, targets: { account: '444455556666' } }), /in the account 444455556666 \(shop\)/);
  });
});
