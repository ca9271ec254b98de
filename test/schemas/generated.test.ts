import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { policyKinds } from '../../server/src/policy/kind.ts';
import { generatePolicySchemas } from '../../server/tools/schemas.ts';
import { schemaPath } from './support/schema.ts';

describe('schemas/', () => {
  const generated = generatePolicySchemas();

  it('holds one schema for each kind of policy', () => {
    const files = readdirSync('schemas').filter((file) => file.endsWith('-policy.schema.json'));
    assert.deepEqual(files.map((file) => `schemas/${file}`).toSorted(), policyKinds.map(schemaPath).toSorted());
    assert.deepEqual([...generated.keys()].toSorted(), policyKinds.map(schemaPath).toSorted());
  });

  for (const [file, text] of generated) {
    it(`${file} is as the tables are (npm run generate writes it)`, () => {
      assert.equal(readFileSync(file, 'utf8'), text);
    });

    it(`${file} is a schema of draft 7 that refers to nothing outside of it`, () => {
      const schema = JSON.parse(text);
      assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
      assert.equal(new Ajv().validateSchema(schema), true);
      for (const [, target] of text.matchAll(/"\$ref": "([^"]*)"/g))
        assert.ok(target?.startsWith('#/definitions/') && target.slice('#/definitions/'.length) in schema.definitions);
    });

    it(`${file} has words for every element, for editors`, () => {
      const schema = JSON.parse(text);
      const { statement, conditions, conditionKeys } = schema.definitions;
      for (const { properties } of [schema, statement, conditions.allOf[0], conditionKeys])
        for (const [name, { description }] of Object.entries<{ description?: string }>(properties))
          assert.match(description ?? '', /^[A-Z].*\.$/, name);
    });
  }
});
