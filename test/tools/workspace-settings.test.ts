import assert from 'node:assert/strict';
import manifest from '../../package.json';

interface Setting {
  readonly type: string | readonly string[];
  readonly scope: string;
  readonly enum?: readonly string[];
}

const settings: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
);

describe('the settings that a workspace may bring', () => {
  it('are switches, numbers, choices and severities: none names a program, an address, a profile or a path', () => {
    for (const [name, { type, enum: choices }] of Object.entries(settings)) {
      const isSeverities = name === 'rolechain.rules' && type === 'object';
      const isChoice = type === 'string' && choices !== undefined;
      assert.ok(type === 'boolean' || type === 'number' || isChoice || isSeverities, `${name} is of type ${type}`);
    }
    const { additionalProperties, properties } = settings['rolechain.rules'] as unknown as {
      readonly additionalProperties: boolean;
      readonly properties: Readonly<Record<string, { readonly enum: readonly string[] }>>;
    };
    assert.equal(additionalProperties, false);
    for (const { enum: values } of Object.values(properties))
      assert.deepEqual(values, ['error', 'warning', 'info', 'hint', 'off']);
  });

  it('are heeded where the workspace is not trusted, because they can do no more than that', () => {
    const { untrustedWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.ok(!('restrictedConfigurations' in untrustedWorkspaces));
  });
});
