import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readAnswers } from '../../server/src/scaffold/read-answers.ts';
import { generateRoleChainSchema } from '../../server/tools/role-chain-schema.ts';
import { answersTable, lab } from '../scaffold/support/answers-table.ts';
import { iamData } from '../support/iam-data.ts';

const file = 'schemas/role-chain-answers.schema.json';
const isValid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));

describe(file, () => {
  it('is as the reader is (npm run generate writes it)', () => {
    assert.deepEqual([...generateRoleChainSchema()], [[file, readFileSync(file, 'utf8')]]);
  });

  for (const [name, answers] of Object.entries(answersTable))
    it(`permits ${name}`, () => assert.equal(isValid(answers), true, JSON.stringify(isValid.errors)));

  const wrong: readonly (readonly [string, object])[] = [
    ['no source', { source: undefined }],
    ['a source of no kind', { source: { name: 'f' } }],
    ['a kind that there is not', { source: { kind: 'person' } }],
    ['a function without a name', { source: { kind: 'function' } }],
    ['a provider that there is not', { source: { kind: 'federated', provider: 'x', subject: 'y' } }],
    ['an answer of another kind of source', { source: { kind: 'function', name: 'f', service: 'x' } }],
    ['a role without a name', { sourceRole: {} }],
    ['a path without slashes', { targetRole: { name: 'T', path: 'x' } }],
    ['two places', { targets: { account: '111122223333', organizationPath: 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload' } }],
    ['no place', { targets: {} }],
    ['the root alone', { targets: { organizationPath: 'o-a1b2c3d4e5/r-ab12' } }],
    ['an account as a number', { targets: { account: 111122223333 } }],
    ['a format that there is not', { format: 'yaml' }],
    ['an answer that there is not', { colour: 'red' }],
  ];
  for (const [name, more] of wrong)
    it(`refuses what the reader refuses: ${name}`, () => {
      const answers = JSON.parse(JSON.stringify({ ...lab, ...more }));
      assert.deepEqual([isValid(answers), readAnswers(JSON.stringify(answers), iamData).answers], [false, undefined]);
    });
});
