import assert from 'node:assert/strict';
import { answersTable, lab, unit } from './support/answers-table.ts';
import { writtenFiles } from './support/written.ts';

/** The options of each command that is used. Source: AWS CLI Command Reference, version 2. */
const options: Readonly<Record<string, readonly string[]>> = {
  'cloudformation deploy': ['template-file', 'stack-name', 'parameter-overrides', 'capabilities', 'region'],
  'cloudformation create-stack-set': [
    ...[
      'stack-set-name',
      'template-body',
      'parameters',
      'capabilities',
      'permission-model',
      'auto-deployment',
      'region',
    ],
  ],
  'cloudformation create-stack-instances': ['stack-set-name', 'deployment-targets', 'regions', 'region'],
  'cloudformation list-stack-instances': ['stack-set-name', 'region'],
  'organizations create-policy': ['name', 'type', 'description', 'content', 'query', 'output'],
  'organizations attach-policy': ['policy-id', 'target-id'],
  'iam create-role': ['role-name', 'path', 'assume-role-policy-document'],
  'iam put-role-policy': ['role-name', 'policy-name', 'policy-document'],
  'iam create-open-id-connect-provider': ['url', 'client-id-list'],
  'iam create-saml-provider': ['name', 'saml-metadata-document'],
  'lambda update-function-configuration': ['function-name', 'role', 'region'],
  'sts get-caller-identity': [],
};

interface Command {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/** The commands of the page, lines that go on being one. */
function commandsOf(page: string): readonly Command[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  const lines = blocks.flatMap((block) => block.replaceAll(' \\\n', ' ').split('\n'));
  return lines.flatMap((line): readonly Command[] => {
    const command = /^(?:policy=\$\()?aws (\S+ \S+)(.*?)\)?$/.exec(line);
    if (command === null) return [];
    const given = [...(command[2] ?? '').matchAll(/--([a-z-]+) +((?:"[^"]*"|[^"\s])+)/g)];
    return [{ name: command[1] ?? '', options: Object.fromEntries(given.map(([, key, value]) => [key, value])) }];
  });
}

describe('the commands that deploy a role chain', () => {
  for (const [name, answers] of Object.entries(answersTable))
    it(`are commands of the AWS CLI with options that they have, on files that are there: ${name}`, () => {
      const files = writtenFiles(answers);
      const commands = commandsOf(files.get('README.md') ?? '');
      assert.ok(commands.length >= 4);
      for (const { name: command, options: given } of commands) {
        const known = options[command];
        assert.ok(known, command);
        for (const [option, value] of Object.entries(given)) {
          assert.ok(known.includes(option), `${command} --${option}`);
          const file = /^file:\/\/(.*)$/.exec(value)?.[1] ?? (option === 'template-file' ? value : undefined);
          if (file !== undefined && file !== 'metadata.xml') assert.ok(files.has(file), file);
        }
      }
    });

  const namesOf = (commands: readonly Command[]) => commands.map(({ name }) => name.split(' ')[1]);

  it('deploy the source role first, then the target role, then the SCP', () => {
    const commands = commandsOf(writtenFiles(lab).get('README.md') ?? '');
    assert.deepEqual(namesOf(commands), [
      ...['deploy', 'create-stack-set', 'create-stack-instances', 'list-stack-instances'],
      ...['create-policy', 'attach-policy', 'update-function-configuration'],
    ]);
    const [source, stackSet, instances, , policy, attach] = commands;
    assert.equal(source?.options.capabilities, 'CAPABILITY_NAMED_IAM');
    assert.deepEqual(
      [stackSet?.options.capabilities, stackSet?.options['permission-model'], stackSet?.options['auto-deployment']],
      ['CAPABILITY_NAMED_IAM', 'SERVICE_MANAGED', 'Enabled=true,RetainStacksOnAccountRemoval=false'],
    );
    assert.equal(stackSet?.options.parameters, 'ParameterKey=SourceAccountId,ParameterValue=111122223333');
    const leaf = unit.split('/').at(-1);
    assert.deepEqual(
      [instances?.options['deployment-targets'], instances?.options.regions, attach?.options['target-id']],
      [`OrganizationalUnitIds=${leaf}`, 'us-west-2', leaf],
    );
    assert.equal(policy?.options.type, 'SERVICE_CONTROL_POLICY');
  });

  it('deploy to one account without a stack set', () => {
    const files = writtenFiles({ ...lab, targets: { account: '444455556666' } });
    const commands = commandsOf(files.get('README.md') ?? '');
    assert.deepEqual(namesOf(commands).slice(0, 2), ['deploy', 'deploy']);
    assert.equal(commands[1]?.options['parameter-overrides'], 'SourceAccountId=111122223333');
    assert.equal(commands[3]?.options['target-id'], '444455556666');
  });

  it('make a role of policies in JSON with the command line alone', () => {
    const commands = commandsOf(writtenFiles({ ...lab, format: 'json' }).get('README.md') ?? '');
    assert.deepEqual(namesOf(commands).slice(0, 2), ['create-role', 'put-role-policy']);
    assert.equal(commands[0]?.options.path, '/');
  });

  it('call the names of stacks what CloudFormation takes', () => {
    for (const [, answers] of Object.entries(answersTable))
      for (const { options: given } of commandsOf(writtenFiles(answers).get('README.md') ?? ''))
        for (const key of ['stack-name', 'stack-set-name'])
          if (given[key] !== undefined) assert.match(given[key], /^[A-Za-z][A-Za-z0-9-]{0,127}$/);
  });
});
