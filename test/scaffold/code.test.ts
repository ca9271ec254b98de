import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answers } from '../../server/src/scaffold/answers.ts';
import { withFolder } from '../cli/temporary-folder.ts';
import { answersTable, lab, targetAccount } from './support/answers-table.ts';
import { writtenFiles } from './support/written.ts';

/** What the compiler says of files, with the types of the SDK and of Node.js; nothing where it accepts them. */
function problemsOf(texts: Readonly<Record<string, string>>): Promise<string> {
  const modules = path.resolve('node_modules');
  const settings = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: 'es2022',
      module: 'preserve',
      types: ['node'],
      typeRoots: [path.join(modules, '@types')],
      paths: { '@aws-sdk/client-sts': [path.join(modules, '@aws-sdk/client-sts')] },
    },
  };
  return withFolder({ ...texts, 'tsconfig.json': JSON.stringify(settings) }, (folder) => {
    const compiler = path.join(modules, 'typescript/bin/tsc');
    return spawnSync(process.execPath, [compiler, '--project', folder], { encoding: 'utf8' }).stdout;
  });
}

interface Call {
  readonly client: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
}

/** In the place of the SDK: keeps what it is asked, and answers at once. */
const recorder = `
export const calls = [];
export class AssumeRoleCommand { constructor(input) { this.input = input; } }
export class STSClient {
  constructor(client) { this.client = client; }
  async send({ input }) {
    calls.push({ client: this.client, input });
    return { Credentials: { AccessKeyId: 'A', SecretAccessKey: 'S', SessionToken: 'T' } };
  }
}
`;

/** Runs the function as it is written, beside the files that it reads. */
function run(answers: Answers, words: readonly string[]): Promise<{ calls: readonly Call[]; answer: unknown }> {
  const sdk = 'node_modules/@aws-sdk/client-sts';
  const stub = { [`${sdk}/package.json`]: '{ "type": "module", "main": "index.js" }', [`${sdk}/index.js`]: recorder };
  const files = { ...Object.fromEntries(writtenFiles(answers)), ...stub, 'package.json': '{ "type": "module" }' };
  return withFolder(files, async (folder) => {
    const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href);
    const { targetCredentials } = await load('assume-target.ts');
    const answer: unknown = await targetCredentials(...words);
    const { calls } = await load(`${sdk}/index.js`);
    return { answer, calls };
  });
}

describe('the code for both hops, TypeScript', () => {
  it('is what TypeScript accepts in its strict way', async function () {
    this.timeout(60_000);
    const all = Object.values(answersTable).map((answers) => writtenFiles(answers).get('assume-target.ts') ?? '');
    const texts = Object.fromEntries([...new Set(all)].map((text, index) => [`assume-target-${index}.ts`, text]));
    assert.ok(Object.keys(texts).length > 10);
    assert.equal(await problemsOf(texts), '');
    // That a mistake would be seen.
    const wrong = (all[0] ?? '').replace('RoleArn:', 'RoleARN:');
    assert.match(await problemsOf({ 'wrong.ts': wrong }), /'RoleARN' does not exist in type 'AssumeRoleCommandInput'/);
  });

  it('assumes the target role in the account, for one run, with the session policy', async () => {
    const { calls, answer } = await run(lab, [targetAccount, 'repair bucket: a/b']);
    const [call] = calls;
    assert.equal(calls.length, 1);
    assert.deepEqual(call?.client, { region: 'us-west-2', endpoint: 'https://sts.us-west-2.amazonaws.com' });
    const { Policy: policy, ...rest } = call?.input ?? {};
    assert.deepEqual(rest, {
      RoleArn: `arn:aws:iam::${targetAccount}:role/SecurityOperations/SecurityAutoremediation`,
      RoleSessionName: 'repair-bucket--a-b',
      DurationSeconds: 900,
    });
    const [statement] = JSON.parse(String(policy)).Statement;
    assert.deepEqual(statement.Action, ['s3:GetBucketPolicy', 's3:GetEncryptionConfiguration']);
    assert.deepEqual(answer, { accessKeyId: 'A', secretAccessKey: 'S', sessionToken: 'T' });
  });

  it('knows the one account by itself, and the hosts of other partitions', async () => {
    const one = await run({ ...lab, targets: { account: targetAccount } }, ['nightly']);
    assert.match(String(one.calls[0]?.input.RoleArn), new RegExp(`^arn:aws:iam::${targetAccount}:role/`));
    const china = answersTable['a function in China'];
    assert.ok(china);
    const { calls } = await run(china, [targetAccount, 'nightly']);
    assert.equal(calls[0]?.client.endpoint, 'https://sts.cn-north-1.amazonaws.com.cn');
    assert.match(String(calls[0]?.input.RoleArn), /^arn:aws-cn:iam::/);
  });
});

describe('the code for both hops, Python', () => {
  const texts = new Set(
    Object.values(answersTable).map((answers) => writtenFiles(answers).get('assume_target.py') ?? ''),
  );

  it('closes what it opens, and is indented in steps of four', () => {
    assert.ok(texts.size > 10);
    for (const text of texts) {
      const bare = text.replace(/"""[\s\S]*?"""|#.*|"(?:[^"\\\n]|\\.)*"/g, '');
      const open: string[] = [];
      for (const letter of bare.match(/[()[\]{}"']/g) ?? [])
        if ('([{'.includes(letter)) open.push(letter);
        else assert.equal(`${open.pop()}${letter}`, { ')': '()', ']': '[]', '}': '{}' }[letter]);
      assert.deepEqual(open, []);
      for (const line of text.split('\n')) assert.equal((/^ */.exec(line)?.[0].length ?? 0) % 4, 0, line);
    }
  });

  it('assumes the same role, in the same way, as the TypeScript', () => {
    const text = writtenFiles(lab).get('assume_target.py') ?? '';
    for (const part of [
      'TARGET_ROLE = "arn:aws:iam::{account}:role/SecurityOperations/SecurityAutoremediation"',
      'endpoint_url=f"https://sts.{REGION}.amazonaws.com"',
      'RoleArn=TARGET_ROLE.format(account=account)',
      'Policy=json.dumps(SESSION_POLICY',
      'DurationSeconds=900',
      'def handler(event, context):',
    ])
      assert.ok(text.includes(part), part);
  });

  it('imports what it uses, and nothing else', () => {
    for (const text of texts)
      for (const name of ['os', 'sys', 're', 'json', 'boto3'])
        assert.equal(
          new RegExp(`^import ${name}$`, 'm').test(text),
          new RegExp(`\\b${name}\\.`).test(text.replace(/"""[\s\S]*?"""|#.*|"(?:[^"\\\n]|\\.)*"/g, '')),
          name,
        );
  });
});

describe('how the first hop is made', () => {
  const words: readonly (readonly [name: string, pattern: RegExp])[] = [
    ['a function, units, template', /First hop: Lambda assumed the source role/],
    ['a state machine', /First hop: states\.amazonaws\.com assumed the source role/],
    ['a workflow of GitHub', /First hop: the step aws-actions\/configure-aws-credentials/],
    ['a pipeline of GitLab', /First hop: .* AWS_WEB_IDENTITY_TOKEN_FILE/],
    ['people through SAML', /First hop: the person signed in/],
  ];
  for (const [name, pattern] of words)
    it(`is said in the code: ${name}`, () => {
      const answers = answersTable[name];
      assert.ok(answers);
      for (const code of ['assume_target.py', 'assume-target.ts'])
        assert.match(writtenFiles(answers).get(code) ?? '', pattern);
    });
});
