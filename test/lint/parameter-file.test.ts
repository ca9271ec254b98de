import assert from 'node:assert/strict';
import { readParameterFile } from '../../server/src/lint/parameter-file.ts';

function values(text: string, path = 'params.json') {
  const reading = readParameterFile(path, text);
  return reading.values === undefined ? reading.problem : Object.fromEntries(reading.values);
}

const security = { Account: '111122223333' };

describe('files of parameters', () => {
  const forms: readonly (readonly [what: string, text: string, path?: string])[] = [
    ['AWS CLI, create-stack', '[{ "ParameterKey": "Account", "ParameterValue": "111122223333" }]'],
    [
      'AWS CLI, --cli-input-json',
      '{ "StackName": "s", "Parameters": [{ "ParameterKey": "Account", "ParameterValue": "111122223333" }] }',
    ],
    ['AWS CLI, deploy', '["Account=111122223333"]'],
    ['CodePipeline', '{ "Parameters": { "Account": "111122223333" }, "Tags": { "Owner": "security" } }'],
    ['names and values', '{ "Account": "111122223333" }'],
    ['comments', '// production\n{ "Account": "111122223333" /* the security account */, }'],
    ['YAML', 'Account: "111122223333"\n', 'params.yaml'],
    ['YAML, under Parameters', 'Parameters:\n  Account: 111122223333\n', 'a/b.YML'],
    ['YAML, as of the AWS CLI', '- ParameterKey: Account\n  ParameterValue: "111122223333"\n', 'params.yml'],
    ['YAML, as of deploy', '- Account=111122223333\n', 'params.yml'],
  ];
  for (const [what, text, path] of forms) it(`are read: ${what}`, () => assert.deepEqual(values(text, path), security));

  it('may be empty', () =>
    assert.deepEqual([values('[]'), values('{}'), values('{ "Parameters": {} }')], [{}, {}, {}]));

  it('give lists, and what is behind the first equals sign', () => {
    assert.deepEqual(values('{ "Roles": ["A", "B"] }'), { Roles: ['A', 'B'] });
    assert.deepEqual(values('["Tag=a=b", "Empty="]'), { Tag: 'a=b', Empty: '' });
  });

  const unknown: readonly (readonly [what: string, text: string, path?: string])[] = [
    ['the value that the stack has', '[{ "ParameterKey": "Account", "UsePreviousValue": true }]'],
    [
      'the same beside a value',
      '[{ "ParameterKey": "Account", "ParameterValue": "111122223333", "UsePreviousValue": true }]',
    ],
    ['no value', '[{ "ParameterKey": "Account" }]'],
    ['nothing', '{ "Account": null }'],
    [
      'a function of CodePipeline',
      '{ "Parameters": { "Account": { "Fn::GetParam": ["Build", "out.json", "Account"] } } }',
    ],
    ['two values', '["Account=111122223333", "Account=444455556666"]'],
    ['a zero that tools drop', 'Account: 012345678901\n', 'params.yaml'],
    ['a word that tools write in their own way', '{ "Account": true }'],
    ['a list that is not all texts', '{ "Account": ["a", 1] }'],
  ];
  for (const [what, text, path] of unknown)
    it(`do not tell a value: ${what}`, () => assert.deepEqual(values(text, path), { Account: undefined }));

  it('take a value that stands twice, and a kept value that is not', () => {
    assert.deepEqual(values('["Account=111122223333", "Account=111122223333"]'), security);
    assert.deepEqual(
      values('[{ "ParameterKey": "Account", "ParameterValue": "111122223333", "UsePreviousValue": false }]'),
      security,
    );
  });

  const none = 'holds no parameters, neither as `{"Name": "value"}` nor in a form of the AWS CLI';
  const others: readonly (readonly [what: string, text: string, problem: string, path?: string])[] = [
    ['nothing', '', none],
    ['a text', '"Account"', none],
    ['a list of other things', '[1, 2]', none],
    ['a list with one other thing', '["Account=1", { "Key": "Account" }]', none],
    ['a text without a value', '["Account"]', none],
    ['keys in other letters', '[{ "parameterKey": "Account", "parameterValue": "1" }]', none],
    ['a template', '{ "Parameters": { "Account": { "Type": "String" } }, "Resources": {} }', none],
    ['values by stage', '{ "prod": { "Account": "111122223333" } }', none],
    ['what is malformed', '{ "Account": ', 'is not JSON that can be read'],
    ['several documents', 'Account: "1"\n---\nAccount: "2"\n', 'holds several YAML documents', 'params.yaml'],
    ['broken YAML', 'Account: "1\nOther: [', 'is not YAML that can be read', 'params.yaml'],
  ];
  for (const [what, text, problem, path] of others)
    it(`are not: ${what}`, () => assert.equal(values(text, path), problem));
});
