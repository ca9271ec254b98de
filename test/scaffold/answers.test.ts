import assert from 'node:assert/strict';
import { servicePrincipals } from '../../server/src/catalog/service-principals.ts';
import { answerName } from '../../server/src/scaffold/answers.ts';
import { checkAnswer, type Knowledge } from '../../server/src/scaffold/check-answer.ts';
import { listChoices } from '../../server/src/scaffold/choices.ts';
import { readAnswers } from '../../server/src/scaffold/read-answers.ts';
import { iamData, oldIamData } from '../support/iam-data.ts';
import { lab, unit } from './support/answers-table.ts';

/** What is wrong, each with the text that it is shown at. */
function problemsIn(text: string, data = iamData): readonly string[] {
  const { problems = [] } = readAnswers(text, data);
  return problems.map(
    ({ path, span, message }) => `${answerName(path)} | ${text.slice(span.start, span.end)} | ${message}`,
  );
}

const answersWith = (more: object): string => JSON.stringify({ ...lab, ...more });

describe('the answers of a role chain', () => {
  it('are JSON with comments', () => {
    const text = `// of the lab\n${JSON.stringify(lab, undefined, 2).replace(/\n\}$/, ',\n}')}\n`;
    assert.deepEqual(readAnswers(text, iamData), { answers: lab });
  });

  it('may name their schema', () => {
    assert.deepEqual(readAnswers(answersWith({ $schema: './role-chain-answers.schema.json' }), iamData), {
      answers: lab,
    });
  });

  it('are refused as a whole where they are no JSON, or nothing', () => {
    assert.match(problemsIn('{ "source": ')[0] ?? '', /^ \|/);
    assert.equal(problemsIn('').length, 1);
    assert.match(problemsIn('[]')[0] ?? '', /This is a list; it must be an object/);
  });

  it('are told all that is wrong with them, in the order of the text', () => {
    const text = `{
      "source": { "kind": "function", "name": "a b", "region": "us-west", "account": 111122223333, "colour": "red" },
      "sourceRole": { "name": "" },
      "targetRole": { "name": "Target", "path": "Security" },
      "targets": { "organizationPath": "o-a1b2c3d4e5/ou-ab12-workload" },
      "permissions": ["s3:GetBuketPolicy", "s3", "*"],
      "lockFunction": "yes",
      "deploymentRole": "arn:aws:iam::*:role/*",
      "format": "yaml"
    }`;
    assert.deepEqual(problemsIn(text), [
      'source.name | "a b" | A function\'s name is made of letters, digits, "-" and "_".',
      'source.region | "us-west" | This is no Region of AWS. Write it like us-west-2.',
      'source.account | 111122223333 | This is a number; it must be a text.',
      'source.colour | "colour" | `colour` is not an answer here.',
      'sourceRole.name | "" | Give the role a name.',
      'targetRole.path | "Security" | A path begins and ends with a slash: /SecurityOperations/.',
      'targets.organizationPath | "o-a1b2c3d4e5/ou-ab12-workload" | "ou-ab12-workload" is in the wrong place: a path goes from the top down, o-…/r-…/ou-…/.',
      'permissions[0] | "s3:GetBuketPolicy" | There is no action "s3:GetBuketPolicy"; did you mean "s3:GetBucketPolicy"?',
      'permissions[1] | "s3" | Write it like s3:GetBucketPolicy.',
      'permissions[2] | "*" | Name the actions: a role that may do everything needs no chain to be misused.',
      'lockFunction | "yes" | Write `true` or `false`.',
      'deploymentRole | "arn:aws:iam::*:role/*" | This exempts every role. Name the one that deploys.',
      'format | "yaml" | `yaml` is not possible here. Write one of `template`, `json`.',
    ]);
  });

  it('are told what is missing', () => {
    assert.deepEqual(
      problemsIn('{}').map((each) => each.split(' | ')[2]),
      ['`source`, `sourceRole`, `targetRole` and `targets` are missing here.'],
    );
    const named = problemsIn(answersWith({ targetRole: {}, targets: {}, source: { kind: 'function' } }));
    assert.deepEqual(
      named.map((each) => each.replace(/ \| .* \| /, ': ')),
      [
        'source: `name` is missing here.',
        'targetRole: `name` is missing here.',
        'targets: Say one of `organizationPath`, `account` here.',
      ],
    );
    assert.match(
      problemsIn(answersWith({ source: {} }))[0] ?? '',
      /`kind` is missing here: one of `function`, `service`/,
    );
    assert.match(problemsIn(answersWith({ source: { kind: 'person' } }))[0] ?? '', /`person` is not possible here/);
  });

  const misfits: readonly (readonly [name: string, more: object, answer: string, message: RegExp])[] = [
    [
      'JSON without an account',
      { format: 'json', source: { kind: 'function', name: 'f', region: 'us-west-2' } },
      'source.account',
      /The account is missing/,
    ],
    [
      'JSON without a Region',
      { format: 'json', source: { kind: 'function', name: 'f', account: '111122223333' } },
      'source.region',
      /The Region is missing/,
    ],
    [
      'the code of what is no function',
      { lockFunction: true, source: { kind: 'service', service: 'ecs-tasks.amazonaws.com' } },
      'lockFunction',
      /Only calls of a Lambda function/,
    ],
    [
      'one account without a role that deploys',
      { targets: { account: '444455556666' }, deploymentRole: undefined },
      'deploymentRole',
      /Name the role that deploys/,
    ],
    [
      'a role that deploys in another partition',
      { deploymentRole: 'arn:aws-cn:iam::*:role/Deployment' },
      'deploymentRole',
      /another partition than the source: aws/,
    ],
    [
      'two roles of one name in one account',
      { targetRole: { name: 'LAMBDA-slaw-s3', path: '/x/' }, targets: { account: '111122223333' } },
      'targetRole.name',
      /Choose another name/,
    ],
    [
      'a service without the name that it needs',
      { source: { kind: 'service', service: 'states.amazonaws.com' } },
      'source.resource',
      /Name what states\.amazonaws\.com acts for: arn:aws:states:us-west-2:111122223333:stateMachine:StateMachineName/,
    ],
    [
      'a resource of another account',
      {
        source: {
          kind: 'service',
          service: 'states.amazonaws.com',
          account: '111122223333',
          resource: 'arn:aws:states:us-west-2:999988887777:stateMachine:a',
        },
      },
      'source.resource',
      /of the account 999988887777, the source of 111122223333/,
    ],
    [
      'a resource in another Region',
      {
        source: {
          kind: 'service',
          service: 'states.amazonaws.com',
          region: 'us-west-2',
          resource: 'arn:aws:states:eu-west-1:999988887777:stateMachine:a',
        },
      },
      'source.resource',
      /in eu-west-1, the source in us-west-2/,
    ],
    [
      'a resource of another service',
      {
        source: {
          kind: 'service',
          service: 'states.amazonaws.com',
          resource: 'arn:aws:lambda:eu-west-1:999988887777:function:a',
        },
      },
      'source.resource',
      /sends ARNs of states/,
    ],
    [
      'a resource without a name',
      {
        source: {
          kind: 'service',
          service: 'states.amazonaws.com',
          resource: 'arn:aws:states:eu-west-1:999988887777:stateMachine:*',
        },
      },
      'source.resource',
      /Name the resource/,
    ],
    [
      'a resource of any account',
      { source: { kind: 'service', service: 'ecs-tasks.amazonaws.com', resource: 'arn:aws:ecs:eu-west-1:*:*' } },
      'source.resource',
      /twelve digits/,
    ],
    [
      'a subject that lets everyone in',
      { source: { kind: 'federated', provider: 'oidc', host: 'oidc.example.com', subject: '*', audience: 'aws' } },
      'source.subject',
      /lets everyone in/,
    ],
    [
      'a partition whose sign-in page is not known',
      {
        source: { kind: 'federated', provider: 'saml', name: 'idp', region: 'eusc-de-east-1' },
        deploymentRole: undefined,
      },
      'source.audience',
      /sign-in page of aws-eusc is not known/,
    ],
  ];
  for (const [name, more, answer, message] of misfits)
    it(`are refused where they do not go together: ${name}`, () => {
      const { problems = [] } = readAnswers(answersWith(more), iamData);
      assert.deepEqual(
        problems.map(({ path }) => answerName(path)),
        [answer],
      );
      assert.match(problems[0]?.message ?? '', message);
    });

  it('are not refused for actions where the data is too old to know them', () => {
    const text = answersWith({ permissions: ['s3:GetSomethingNew', 'later:Do'] });
    assert.equal(problemsIn(text, oldIamData).length, 0);
    assert.equal(problemsIn(text).length, 2);
  });
});

describe('one answer, while it is typed', () => {
  const known: Knowledge = { data: iamData, organizations: [] };
  const organization = {
    id: 'o-a1b2c3d4e5',
    partition: 'aws',
    loadedAt: '2026-11-01T00:00:00Z',
    source: 'file' as const,
    root: {
      id: 'r-ab12',
      name: 'Root',
      accounts: [{ id: '444455556666', name: 'shop' }],
      units: [{ id: 'ou-ab12-workload', name: 'Workloads', units: [], accounts: [] }],
    },
  };

  const cases: readonly (readonly [
    answer: string,
    value: string,
    expected: RegExp | undefined,
    more?: Partial<Knowledge>,
  ])[] = [
    ['source.name', 'security-auto-S3', undefined],
    ['source.name', 'arn:aws:lambda:us-west-2:111122223333:function:a', /name of the function alone/],
    ['source.name', 'x'.repeat(65), /at most 64 characters; this has 65/],
    ['source.name', 'My.Idp', undefined, { kind: 'federated' }],
    ['source.service', 'ecs-tasks.amazonaws.com', undefined],
    ['source.service', 'lambda.amazonaws.com', /kind "function"/],
    ['source.service', 'ec2.amazonaws.com', /sends no aws:SourceArn/],
    ['source.service', 'cloudtrail.amazonaws.com', /It is not known/],
    [
      'source.resource',
      'arn:aws:states:<Region>:<Account>:stateMachine:<StateMachineName>',
      /words in <…>/,
      { service: 'states.amazonaws.com' },
    ],
    [
      'source.resource',
      'arn:aws-cn:ecs:cn-north-1:111122223333:*',
      undefined,
      { service: 'ecs-tasks.amazonaws.com', partition: 'aws-cn' },
    ],
    [
      'source.resource',
      'arn:aws:ecs:cn-north-1:111122223333:*',
      /partition aws-cn/,
      { service: 'ecs-tasks.amazonaws.com', partition: 'aws-cn' },
    ],
    ['source.region', 'us-west-2', undefined],
    ['source.region', 'us-moon-1', /^note: This Region is not known yet/],
    ['source.region', 'moon', /no Region/],
    ['source.account', '12345678901', /twelve digits/],
    ['targets.account', '444455556666', /^note: shop$/, { organizations: [organization] }],
    ['source.host', 'https://oidc.example.com', /Leave out/],
    ['source.host', 'oidc.example.com/tenant', undefined],
    ['source.subject', 'repo:o/r:ref:refs/heads/main', undefined, { provider: 'github' }],
    ['source.subject', 'repo:o/r:*', /Name a branch/, { provider: 'github' }],
    ['source.subject', 'repo:o/*', /Write it like repo:/, { provider: 'github' }],
    ['source.subject', 'repo:o/*:ref:refs/heads/main', /without wildcards/, { provider: 'github' }],
    ['source.subject', 'repo:o@*/r@*:environment:prod', undefined, { provider: 'github' }],
    ['source.subject', 'project_path:g*', /groups that anyone can make/, { provider: 'gitlab' }],
    ['source.subject', "job'; x", /cannot stand there/, { provider: 'oidc', host: 'oidc.example.com' }],
    ['source.audience', 'sts.*', /no wildcards/],
    ['sourceRole.name', 'a b', /letters, digits/],
    ['targetRole.path', '/a//b/', /Two slashes/],
    ['targetRole.path', '/a*/', /letters, digits/],
    ['targetRole.path', '/aws-service-role/x/', /belongs to AWS/],
    ['targetRole.path', '/', /^note: Without a path/],
    ['targets.organizationPath', unit, undefined],
    ['targets.organizationPath', `${unit}/*`, /^note: Workloads$/, { organizations: [organization] }],
    [
      'targets.organizationPath',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-security',
      /^note: There is no such place in o-a1b2c3d4e5/,
      { organizations: [organization] },
    ],
    ['targets.organizationPath', 'o-a1b2c3d4e5/r-ab12/*/ou-ab12-workload', /without wildcards/],
    ['targets.organizationPath', 'o-a1b2c3d4e5/r-ab12', /below the root/],
    ['permissions', 's3:Get*', undefined],
    ['permissions', 's3:*', /^note: Every action of the service/],
    ['permissions', 'secretmanager:Get*', /did you mean "secretsmanager"/],
    ['deploymentRole', 'arn:aws:iam::*:role/Deploy*', undefined],
    ['deploymentRole', 'Deploy', /Write the ARN/],
    ['deploymentRole', 'arn:aws:iam::*:role/Deploy', /partition aws-us-gov/, { partition: 'aws-us-gov' }],
    ['toString', 'x', undefined],
  ];
  for (const [answer, value, expected, more] of cases)
    it(`${answer}: ${value.length > 60 ? `${value.slice(0, 60)}…` : value}`, () => {
      const { problem, note } = checkAnswer(answer, value, { ...known, ...more });
      const said = problem ?? (note === undefined ? undefined : `note: ${note}`);
      if (expected === undefined) assert.equal(said, undefined);
      else assert.match(said ?? '', expected);
    });
});

describe('the choices', () => {
  const { services, regions, defaults } = listChoices();

  it('are services that can be pinned, those that run code of one’s own first', () => {
    assert.deepEqual(
      services.slice(0, 3).map(({ service }) => service),
      [...['ecs-tasks.amazonaws.com', 'states.amazonaws.com', 'codebuild.amazonaws.com']],
    );
    const names = services.map(({ service }) => service);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) {
      const row = servicePrincipals.find(({ principal }) => principal === name);
      assert.deepEqual([row?.sends, row?.breaks], ['source-arn', undefined], name);
    }
    assert.ok(!names.includes('lambda.amazonaws.com'));
  });

  it('give the form of an ARN where one is needed', () => {
    const resourceOf = (name: string) => services.find(({ service }) => service === name)?.resource;
    assert.equal(resourceOf('ecs-tasks.amazonaws.com'), undefined);
    assert.equal(
      resourceOf('states.amazonaws.com'),
      'arn:aws:states:<Region>:<Account>:stateMachine:<StateMachineName>',
    );
  });

  it('can be answers themselves', () => {
    const known: Knowledge = { data: iamData, organizations: [] };
    for (const region of regions) assert.deepEqual(checkAnswer('source.region', region, known), {});
    for (const { service } of services) assert.deepEqual(checkAnswer('source.service', service, known), {});
    assert.deepEqual(checkAnswer('targetRole.path', defaults.targetPath, known), {});
    assert.deepEqual(checkAnswer('deploymentRole', defaults.deploymentRole, known), {});
  });
});
