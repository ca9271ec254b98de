import assert from 'node:assert/strict';
import { tellSource } from '../../server/src/role/tell-source.ts';
import type { Unknown } from '../../server/src/role/text.ts';
import { readWorkspaceTexts } from '../support/workspace.ts';

const template = `Parameters:
  Configured: { Type: String, Default: a }
  Filed: { Type: String, Default: a }
  Kept: { Type: String, Default: a }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>' }
  Looked: { Type: String }
  toString: { Type: String, Default: a }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: x
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] }
`;

const files = new Map([
  ['t.yaml', template],
  [
    'rolechain.config.json',
    '{ "parameters": [{ "files": ["**"], "values": { "Configured": "b" }, "from": "p.json" }] }',
  ],
  [
    'p.json',
    `[{ "ParameterKey": "Filed", "ParameterValue": "b" }, { "ParameterKey": "Kept", "UsePreviousValue": true },
      { "ParameterKey": "Stored", "ParameterValue": "/a/b" },
      { "ParameterKey": "Looked", "ParameterValue": "{{resolve:ssm:/a/b}}" }]`,
  ],
]);

describe('where the value of a parameter comes from', () => {
  const rows: readonly (readonly [name: string, value: string, told: string])[] = [
    ['Configured', 'b', '`Configured` is as the configuration says.'],
    ['Filed', 'b', '`Filed` is as `p.json` has it, which the configuration names.'],
    ['Kept', '?', '`Kept` is given by `p.json`, which does not tell the value.'],
    ['Stored', '?', '`Stored` is given by `p.json`, which does not tell the value.'],
    ['Looked', '?', '`Looked` is given by `p.json`, which does not tell the value.'],
    ['toString', 'a', '`toString` has its default here; a deployment may give it another value.'],
  ];
  for (const [name, value, told] of rows)
    it(name, () => {
      const scope = readWorkspaceTexts(files).scope('/workspace/t.yaml');
      assert.ok(scope);
      const local: Unknown = { unknown: `reference:${name}`, type: 'text', label: `\`\${${name}}\`` };
      const [part] = scope.text([local]);
      assert.equal(typeof part === 'string' ? part : '?', value);
      assert.equal(
        tellSource(local, scope, () => undefined),
        told,
      );
    });
});
