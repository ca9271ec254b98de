import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentLanguages } from '../../server/src/protocol/documents.ts';
import { rules } from '../../server/src/rules/index.ts';
import { updateManifest } from '../../server/tools/manifest.ts';

const text = readFileSync('package.json', 'utf8');

describe('package.json', () => {
  it('has the settings of the rules as they are (npm run generate writes them)', () => {
    assert.equal(text, updateManifest(text, rules));
  });

  it('wakes the extension for the languages that the server is told of', () => {
    const { activationEvents } = JSON.parse(text);
    assert.deepEqual(activationEvents, [
      ...documentLanguages.map((language) => `onLanguage:${language}`),
      'workspaceContains:rolechain.config.json',
      // A window that is loaded anew shows the graph again.
      'onWebviewPanel:rolechain.graph',
    ]);
  });

  it('gives every command the category of the product', () => {
    for (const command of JSON.parse(text).contributes.commands) assert.equal(command.category, 'Role Chain');
  });
});

describe('updateManifest', () => {
  const empty = JSON.stringify({ contributes: { configuration: [{ properties: { 'rolechain.rules': {} } }] } });

  it('describes a rule with its own severities and offers all', () => {
    const rule = { id: 'some-rule', summary: 'Something is wide', severity: 'warning', lesser: ['hint'] } as const;
    const updated = JSON.parse(updateManifest(empty, [rule]));
    assert.deepEqual(updated.contributes.configuration[0].properties['rolechain.rules'].properties, {
      'some-rule': {
        type: 'string',
        enum: ['error', 'warning', 'info', 'hint', 'off'],
        description: 'Something is wide. Without a setting: warning or hint, by what is established.',
        markdownDescription: 'Something is wide. Without a setting: `warning` or `hint`, by what is established.',
      },
    });
  });

  it('describes the settings on organizations', () => {
    const properties = { 'rolechain.organization.maxAgeDays': {}, 'rolechain.trace.server': { default: 'off' } };
    const updated = JSON.parse(
      updateManifest(JSON.stringify({ contributes: { configuration: [{ properties }] } }), []),
    );
    const [group] = updated.contributes.configuration;
    assert.equal(group.properties['rolechain.organization.maxAgeDays'].default, 7);
    assert.deepEqual(group.properties['rolechain.trace.server'], { default: 'off' });
  });

  it('changes nothing the second time', () => {
    const once = updateManifest(text, rules);
    assert.equal(updateManifest(once, rules), once);
  });
});
