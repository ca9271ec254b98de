import assert from 'node:assert/strict';
import type { Answers } from '../../server/src/scaffold/answers.ts';
import { openWorkspaceTexts } from '../support/checked-workspace.ts';
import { answersTable, lab, targetAccount, unit } from './support/answers-table.ts';
import { policyFiles, writtenFiles } from './support/written.ts';

/** One lock of what is written, taken off or turned: the text before and after. */
interface Break {
  readonly name: string;
  readonly answers: Answers;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** A rule that reports it; undefined where it is no mistake to leave it open, and the graph says that it is. */
  readonly rule: string | undefined;
}

const inJson: Answers = { ...lab, format: 'json' };
const toOne: Answers = { ...lab, targets: { account: targetAccount } };
const locked: Answers = { ...lab, lockFunction: true };

function answersOf(name: string): Answers {
  const found = answersTable[name];
  assert.ok(found, name);
  return found;
}

const github = answersOf('a workflow of GitHub');
const gitlab = answersOf('a pipeline of GitLab');
const saml = answersOf('people through SAML, JSON');
const machine = answersOf('a state machine');

const source = 'source-role.yaml';
const target = 'target-role.yaml';
const trust = 'source-role.trust.json';
const permissions = 'source-role.permissions.json';
const scp = 'protect-target-role.scp.json';

const breaks: readonly Break[] = [
  {
    name: 'the pin of the source role is gone',
    answers: lab,
    file: source,
    from: / +Condition:\n +ArnEquals:\n +aws:SourceArn.*\n/,
    to: '',
    rule: 'trust-missing-source-arn',
  },
  {
    name: 'the pin of the source role is gone from the JSON',
    answers: inJson,
    file: trust,
    from: /,\s*"Condition": \{[^}]*\}\s*\}/,
    to: '',
    rule: 'trust-missing-source-arn',
  },
  {
    name: 'the pin fits every function',
    answers: inJson,
    file: trust,
    from: /ArnEquals([\s\S]*)security-auto-S3/,
    to: 'ArnLike$1*',
    rule: undefined,
  },
  {
    name: 'the pin is the ARN of another service',
    answers: inJson,
    file: trust,
    from: ':lambda:',
    to: ':states:',
    rule: 'source-arn-wrong-service',
  },
  {
    name: 'the pin holds where the key is there only',
    answers: lab,
    file: source,
    from: 'ArnEquals:',
    to: 'ArnEqualsIfExists:',
    rule: 'trust-missing-source-arn',
  },
  {
    name: 'the pin of a service compares letter by letter with a pattern',
    answers: answersOf('tasks of ECS, JSON'),
    file: trust,
    from: /ArnLike/,
    to: 'StringEquals',
    rule: 'source-arn-wildcard-never-matches',
  },
  {
    name: 'the state machine may be any',
    answers: machine,
    file: source,
    from: /ArnEquals:(\s+aws:SourceArn: .*:)Repair/,
    to: 'ArnLike:$1*',
    rule: undefined,
  },
  {
    name: 'no subject is asked for',
    answers: github,
    file: source,
    from: /\n +token.actions.githubusercontent.com:sub: .*/,
    to: '',
    rule: 'oidc-any-caller',
  },
  {
    name: 'the subject of the workflow fits owners that anyone can be',
    answers: github,
    file: source,
    from: /StringEquals:(\s+token.*\s+token.*:sub: )repo:my-org\/my-repo:ref:refs\/heads\/main/,
    to: 'StringLike:$1repo:my-org*',
    rule: 'github-subject-too-broad',
  },
  {
    name: 'the subject of the pipeline fits groups that anyone can make',
    answers: gitlab,
    file: source,
    from: /StringEquals:(\s+gitlab.*\s+gitlab.com:sub: )project_path.*/,
    to: 'StringLike:$1project_path:my-g*',
    rule: 'oidc-subject-too-broad',
  },
  {
    name: 'people may come to any page',
    answers: saml,
    file: trust,
    from: /,\s*"Condition": \{[^}]*\}\s*\}/,
    to: '',
    rule: 'saml-any-audience',
  },
  {
    name: 'the source role may assume any role',
    answers: lab,
    file: source,
    from: 'role/SecurityOperations/SecurityAutoremediation',
    to: 'role/*',
    rule: 'assume-role-any-role',
  },
  {
    name: 'the source role may assume any role under the path',
    answers: lab,
    file: source,
    from: /(iam::\*:role\/SecurityOperations\/)SecurityAutoremediation'/,
    to: "$1*'",
    rule: 'assume-role-wildcard-name',
  },
  {
    name: 'the source role may assume it in any account',
    answers: lab,
    file: source,
    from: / +Condition:\n +ForAnyValue:StringLike:\n.*\n/,
    to: '',
    rule: 'assume-role-any-account',
  },
  {
    name: 'the source role may assume it in any account, JSON',
    answers: inJson,
    file: permissions,
    from: /,\s*"Condition": \{[^}]*\}\s*\}/,
    to: '',
    rule: 'assume-role-any-account',
  },
  {
    name: 'the source role may assume it in the whole organization',
    answers: inJson,
    file: permissions,
    from: `${unit}/*`,
    to: 'o-a1b2c3d4e5/*',
    rule: 'assume-role-whole-organization',
  },
  {
    name: 'the path of the unit lacks its slash',
    answers: inJson,
    file: permissions,
    from: `${unit}/*`,
    to: unit,
    rule: 'org-path-missing-slash',
  },
  {
    name: 'the path is of another unit',
    answers: inJson,
    file: permissions,
    from: `${unit}/*`,
    to: 'o-a1b2c3d4e5/r-ab12/ou-ab12-security/*',
    rule: 'org-path-misses-deployment',
  },
  {
    name: 'the path is compared letter by letter',
    answers: inJson,
    file: permissions,
    from: 'ForAnyValue:StringLike',
    to: 'ForAnyValue:StringEquals',
    rule: 'org-path-wildcard-never-matches',
  },
  {
    name: 'the key of the path has lost its set operator',
    answers: inJson,
    file: permissions,
    from: 'ForAnyValue:StringLike',
    to: 'StringLike',
    rule: 'org-path-needs-set-operator',
  },
  {
    name: 'a role outside of an organization fits',
    answers: inJson,
    file: permissions,
    from: 'ForAnyValue:StringLike',
    to: 'ForAllValues:StringLike',
    rule: 'org-path-for-all-values',
  },
  {
    name: 'the one account is any',
    answers: toOne,
    file: source,
    from: `iam::${targetAccount}:`,
    to: 'iam::*:',
    rule: 'assume-role-any-account',
  },
  {
    name: 'the one account is another',
    answers: toOne,
    file: source,
    from: `iam::${targetAccount}:`,
    to: 'iam::999988887777:',
    rule: 'hop-blocked-by-source',
  },
  {
    name: 'the name of the role is misspelt',
    answers: lab,
    file: source,
    from: /(iam::\*:role\/SecurityOperations\/)SecurityAutoremediation/,
    to: '$1SecurityAutoremediaton',
    rule: 'target-name-near-miss',
  },
  {
    name: 'the lock to the code of the function is that of another key',
    answers: locked,
    file: source,
    from: 'lambda:SourceFunctionArn',
    to: 'lambda:SourceFunctionArm',
    rule: 'unknown-condition-key',
  },
  {
    name: 'the target role has another path',
    answers: lab,
    file: target,
    from: 'Path: /SecurityOperations/',
    to: 'Path: /Security/',
    rule: 'target-path-mismatch',
  },
  {
    name: 'the target role has no path',
    answers: lab,
    file: target,
    from: / +Path: \/SecurityOperations\/\n/,
    to: '',
    rule: 'target-path-mismatch',
  },
  {
    name: 'the target role trusts the whole account',
    answers: lab,
    file: target,
    from: ':role/lambda-slaw-s3',
    to: ':root',
    rule: 'target-trust-too-broad',
  },
  {
    name: 'the target role trusts everyone',
    answers: lab,
    file: target,
    from: /AWS: !Sub .*/,
    to: "AWS: '*'",
    rule: 'trust-any-principal',
  },
  {
    name: 'the target role trusts any role',
    answers: lab,
    file: target,
    from: ':role/lambda-slaw-s3',
    to: ':role/*',
    rule: 'trust-wildcard-in-principal',
  },
  {
    name: 'the target role trusts another role',
    answers: lab,
    file: target,
    from: /(AWS: .*:role\/)lambda-slaw-s3/,
    to: '$1lambda-other',
    rule: 'hop-blocked-by-target',
  },
  {
    name: 'the target role trusts the role in another account',
    answers: lab,
    file: 'rolechain.config.json',
    from: /("SourceAccountId": ")\d+/,
    to: '$1999988887777',
    rule: 'hop-blocked-by-target',
  },
  {
    name: 'the SCP protects another path',
    answers: lab,
    file: scp,
    from: 'role/SecurityOperations/*',
    to: 'role/Security/*',
    rule: 'role-unprotected-path',
  },
  {
    name: 'the SCP allows instead',
    answers: lab,
    file: scp,
    from: '"Deny"',
    to: '"Allow"',
    rule: 'role-unprotected-path',
  },
];

function findingsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const { analyses } = openWorkspaceTexts(policyFiles(files));
  return [...analyses.values()].flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

function isLocked(files: ReadonlyMap<string, string>): boolean {
  const { graph } = openWorkspaceTexts(policyFiles(files));
  return graph.hops.every(({ locked: { source, target } }) => source !== false && target !== false);
}

describe('a lock of a role chain that is written, broken', () => {
  for (const { name, answers, file, from, to, rule } of breaks)
    it(`is found: ${name}`, () => {
      const files = writtenFiles(answers);
      const before = files.get(file) ?? '';
      const after = before.replace(from, to);
      assert.notEqual(after, before, 'the text to change is there');
      const broken = new Map([...files, [file, after]]);
      if (rule === undefined) {
        assert.deepEqual([isLocked(files), isLocked(broken)], [true, false]);
        return;
      }
      const found = findingsOf(broken);
      assert.ok(found.includes(rule), `${rule} is not among: ${found.join(', ') || 'nothing'}`);
    });

  it('was whole before', () => {
    for (const answers of new Set(breaks.map((each) => each.answers)))
      assert.deepEqual(findingsOf(writtenFiles(answers)), []);
  });
});
