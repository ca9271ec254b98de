import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { configurationName } from '../../server/src/lint/configuration.ts';
import { policyKinds } from '../../server/src/policy/kind.ts';
import { configurationFile } from '../../server/src/protocol/documents.ts';
import { policyKindChoices } from '../../server/src/protocol/policy-kind.ts';
import { rules } from '../../server/src/rules/index.ts';
import { generateConfigurationSchema } from '../../server/tools/configuration-schema.ts';

describe('the schema of the configuration', () => {
  it('is as the rules and the reader are (npm run generate writes it)', () => {
    for (const [file, text] of generateConfigurationSchema(rules)) assert.equal(readFileSync(file, 'utf8'), text);
  });

  it('is wired to the file by its name, which is JSON with comments', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(
      contributes.jsonValidation.some(
        (each: { fileMatch: string; url: string }) =>
          each.fileMatch === configurationName && each.url === './schemas/rolechain.config.schema.json',
      ),
    );
    assert.deepEqual(contributes.languages, [{ id: 'jsonc', filenames: [configurationName] }]);
    assert.equal(configurationFile, configurationName);
  });
});

describe('the kinds to choose from', () => {
  it('are those that there are', () => {
    assert.deepEqual(
      policyKindChoices.map(({ kind }) => kind),
      [...policyKinds],
    );
  });
});
