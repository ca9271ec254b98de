import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readOrganization, writeOrganization } from '../../server/src/organization/organization-file.ts';
import { exampleOrganization } from '../aws/support/organizations.ts';

const schema = JSON.parse(readFileSync('schemas/organization.schema.json', 'utf8'));

describe('schemas/organization.schema.json', () => {
  const ajv = new Ajv({ strict: false });
  const isValid = ajv.compile(schema);

  it('is a schema of draft 7', () => {
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.equal(ajv.validateSchema(schema), true);
  });

  it('permits what is written', () => {
    assert.equal(isValid(JSON.parse(writeOrganization(exampleOrganization))), true, JSON.stringify(isValid.errors));
  });

  const root = { id: 'r-ab12' };
  const cases: readonly (readonly [string, unknown])[] = [
    ['the least', { id: 'o-a1b2c3d4e5', root }],
    ['keys that are not known', { id: 'o-a1b2c3d4e5', root, later: 1 }],
    ['no id', { root }],
    ['no root', { id: 'o-a1b2c3d4e5' }],
    ['an id that is none', { id: 'o-A', root }],
    ['another version', { id: 'o-a1b2c3d4e5', root, version: 2 }],
    ['a number as an account', { id: 'o-a1b2c3d4e5', root, managementAccount: 111122223333 }],
    ['a unit as root', { id: 'o-a1b2c3d4e5', root: { id: 'ou-ab12-security' } }],
    ['a root as unit', { id: 'o-a1b2c3d4e5', root: { ...root, units: [root] } }],
    ['a unit without id', { id: 'o-a1b2c3d4e5', root: { ...root, units: [{ name: 'x' }] } }],
    ['an account without quotes', { id: 'o-a1b2c3d4e5', root: { ...root, accounts: [{ id: 111122223333 }] } }],
    ['units that are no list', { id: 'o-a1b2c3d4e5', root: { ...root, units: {} } }],
  ];
  for (const [name, json] of cases)
    it(`judges as the product does: ${name}`, () => {
      assert.equal(isValid(json), readOrganization(JSON.stringify(json)).organization !== undefined);
    });
});
