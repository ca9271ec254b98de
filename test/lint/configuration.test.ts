import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'jsonc-parser';
import { applyChanges } from '../../server/src/edit/change.ts';
import type { Configuration } from '../../server/src/lint/configuration.ts';
import { readOwnConfiguration } from '../../server/src/service/analyse-configuration.ts';

/** Each problem as `<what is underlined> message`. */
function problemsOf(text: string): readonly string[] {
  const { problems } = readOwnConfiguration(text);
  return problems.map(({ span, message }) => `<${text.slice(span.start, span.end)}> ${message}`);
}

/** Whether the published schema accepts the text. */
const isValid = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync('schemas/rolechain.config.schema.json', 'utf8')),
);

function schemaAccepts(text: string): boolean {
  return isValid(parse(text, [], { allowTrailingComma: true }));
}

/** The text after the only fix of the only problem. */
function fixed(text: string): string {
  const { problems } = readOwnConfiguration(text);
  const fixes = problems.flatMap((each) => each.fixes);
  assert.equal(fixes.length, 1);
  const changes = fixes[0]?.changes();
  assert.ok(changes !== undefined);
  return applyChanges(text, changes);
}

function read(text: string): Configuration {
  const { configuration, problems, syntaxProblems } = readOwnConfiguration(text);
  assert.deepEqual([...problems, ...syntaxProblems], []);
  return configuration;
}

describe('configuration: reading', () => {
  it('knows every key', () => {
    const text = `{
  "$schema": "./node_modules/rolechain/schemas/rolechain.config.schema.json",
  // Comments and trailing commas are allowed.
  "rules": { "trust-whole-account": "warning", "syntax-error": "off" },
  "overrides": [{ "files": ["guardrails/**"], "kind": "scp", "rules": { "wrong-type": "hint" } }],
  "ignore": ["vendor/**"],
  "suppressions": [
    { "file": "a.json", "rule": "assume-role-any-role", "sid": "Hop", "logicalId": "Role", "reason": "A break-glass role" },
  ],
  "accounts": { "security": "111122223333" },
  "organization": { "file": "organization.json" },
  "parameters": { "Account": "111122223333", "Names": ["a", "b"] },
  "deployments": [
    { "files": ["a.yaml"], "account": "security" },
    { "files": ["b.yaml"], "account": "444455556666" },
    { "files": ["c.yaml"], "organizationalUnits": ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"] },
  ],
  "roles": [
    { "name": "Source", "path": "/Deploy/", "account": "security", "trust": "t.json", "permissions": ["p.json"], "boundary": "b.json" },
  ],
  "controlPolicies": [{ "file": "scp.json", "kind": "scp", "targets": ["o-a1b2c3d4e5/r-ab12/", "111122223333"] }],
  "baseline": "rolechain.baseline.json",
}`;
    const configuration = read(text);
    assert.ok(schemaAccepts(text), JSON.stringify(isValid.errors));
    assert.deepEqual(Object.keys(configuration), [
      ...['rules', 'overrides', 'ignore', 'suppressions', 'accounts', 'organization', 'parameters', 'deployments'],
      ...['roles', 'controlPolicies', 'baseline'],
    ]);
    assert.deepEqual(configuration.rules, { 'trust-whole-account': 'warning', 'syntax-error': 'off' });
    const start = text.indexOf('{ "file": "a.json"');
    assert.deepEqual(configuration.suppressions, [
      {
        file: 'a.json',
        rule: 'assume-role-any-role',
        sid: 'Hop',
        logicalId: 'Role',
        reason: 'A break-glass role',
        span: { start, end: text.indexOf('}', start) + 1 },
      },
    ]);
  });

  it('takes parameters by glob', () => {
    const { parameters } = read('{ "parameters": [{ "files": ["a/**"], "values": { "A": "1" } }] }');
    assert.deepEqual(parameters, [{ files: ['a/**'], values: { A: '1' } }]);
  });

  it('takes files of parameters: one, or several', () => {
    const text =
      '{ "parameters": [{ "files": ["a"], "from": "p.json" }, { "files": ["b"], "from": ["q.json", "r.yaml"] }] }';
    const named = (file: string) => {
      const start = text.indexOf(`"${file}"`);
      return { file, span: { start, end: start + file.length + 2 } };
    };
    assert.ok(schemaAccepts(text), JSON.stringify(isValid.errors));
    assert.deepEqual(read(text).parameters, [
      { files: ['a'], from: [named('p.json')] },
      { files: ['b'], from: [named('q.json'), named('r.yaml')] },
    ]);
  });

  it('takes nothing for an empty configuration', () =>
    assert.deepEqual([read(''), read('\n'), read('{}')], [{}, {}, {}]));

  it('keeps what can be used beside what cannot', () => {
    const { configuration, problems } = readOwnConfiguration(
      '{ "rules": { "wrong-type": "hint", "no-such": "off" }, "ignore": ["a", 1, "../b"], "overrides": [{}, { "files": ["a"] }] }',
    );
    assert.deepEqual(configuration, { rules: { 'wrong-type': 'hint' }, ignore: ['a'], overrides: [{ files: ['a'] }] });
    assert.equal(problems.length, 4);
  });

  it('reads on behind what is malformed, and says it once', () => {
    const { configuration, problems, syntaxProblems } = readOwnConfiguration(
      '{ "ignore": ["a"] "rules": { "wrong-type": } }',
    );
    assert.deepEqual(configuration, { ignore: ['a'], rules: {} });
    assert.deepEqual([problems.length, syntaxProblems.length > 0], [0, true]);
  });
});

describe('configuration: problems', () => {
  const cases: readonly (readonly [text: string, ...problems: string[]])[] = [
    ['[]', '<[]> This is a list; it must be an object.'],
    ['{ "rule": {} }', '<"rule"> `rule` is not a key of the configuration. Did you mean `rules`?'],
    ['{ "severity": {} }', '<"severity"> `severity` is not a key of the configuration.'],
    ['{ "toString": {} }', '<"toString"> `toString` is not a key of the configuration.'],
    [
      '{ "rules": { "assume-role-any-rol": "off" } }',
      '<"assume-role-any-rol"> `assume-role-any-rol` is not a rule. Did you mean `assume-role-any-role`?',
    ],
    [
      '{ "rules": { "wrong-type": "warn" } }',
      '<"warn"> `warn` is not possible here. Write one of `error`, `warning`, `info`, `hint`, `off`.',
    ],
    ['{ "rules": { "wrong-type": "Warning" } }', '<"Warning"> `Warning` is not possible here. Did you mean `warning`?'],
    [
      '{ "rules": { "wrong-type": false } }',
      '<false> This is `true` or `false`; it must be one of `error`, `warning`, `info`, `hint`, `off`.',
    ],
    ['{ "rules": [] }', '<[]> This is a list; it must be an object.'],
    ['{ "overrides": [{ "kind": "scp" }] }', '<{> `files` is missing here.'],
    ['{ "overrides": [{ "files": ["a"], "kind": "SCP" }] }', '<"SCP"> `SCP` is not possible here. Did you mean `scp`?'],
    ['{ "overrides": [{ "files": "a" }] }', '<"a"> This is a text; it must be a list.'],
    [
      '{ "ignore": ["/etc/**", "a/../../b", "!../c", ""] }',
      '<"/etc/**"> `/etc/**` leads out of the folder of this file. Write a glob that is relative to it.',
      '<"a/../../b"> `a/../../b` leads out of the folder of this file. Write a glob that is relative to it.',
      '<"!../c"> `!../c` leads out of the folder of this file. Write a glob that is relative to it.',
      '<""> This is empty. Write a glob, like `policies/**`.',
    ],
    ['{ "baseline": "../x.json" }', '<"../x.json"> `../x.json` leads out of the folder of this file. It is not read.'],
    [
      '{ "organization": { "file": "C:\\\\x.json" } }',
      '<"C:\\\\x.json"> `C:\\x.json` leads out of the folder of this file. It is not read.',
    ],
    [
      '{ "suppressions": [{ "file": "a.json", "rule": "wrong-typ" }] }',
      '<"wrong-typ"> There is no rule `wrong-typ`. Did you mean `wrong-type`?',
    ],
    [
      '{ "accounts": { "a": 111122223333 } }',
      '<111122223333> This is a number; it must be an account id of 12 digits.',
    ],
    [
      '{ "accounts": { "a": "1111" } }',
      '<"1111"> `1111` is not an account id of 12 digits. Write it like `111122223333`.',
    ],
    [
      '{ "accounts": { "security": "111122223333" }, "deployments": [{ "files": ["a"], "account": "securty" }] }',
      '<"securty"> `accounts` has no `securty`. Did you mean `security`?',
    ],
    [
      '{ "roles": [{ "name": "A", "account": "prod" }] }',
      '<"prod"> `accounts` has no `prod`. Give it an id there, or write the id of 12 digits here.',
    ],
    [
      '{ "roles": [{ "name": "A", "path": "Deploy" }] }',
      '<"Deploy"> `Deploy` is not a path. Write it like `/Deploy/`.',
    ],
    [
      '{ "controlPolicies": [{ "file": "a", "kind": "iam" }] }',
      '<"iam"> `iam` is not possible here. Write one of `scp`, `rcp`.',
    ],
    [
      '{ "deployments": [{ "files": ["a"], "organizationalUnits": ["ou-ab12-11111111"] }] }',
      '<"ou-ab12-11111111"> `ou-ab12-11111111` is not an organization path. Write it like `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`.',
    ],
    ['{ "parameters": [{ "files": ["a"] }] }', '<{> `values` or `from` is missing here.'],
    ['{ "parameters": [{ "values": {} }] }', '<{> `files` is missing here.'],
    [
      '{ "parameters": [{ "files": ["a"], "from": ["p.json", "../q.json"] }] }',
      '<"../q.json"> `../q.json` leads out of the folder of this file. It is not read.',
    ],
    ['{ "parameters": [{ "files": ["a"], "from": {} }] }', '<{}> This is an object; it must be the path of a file.'],
    ['{ "ignore": [], "ignore": ["a"] }', '<"ignore"> `ignore` stands here a second time. Only the last one counts.'],
    ['{ "baseline": null }', '<null> This is `null`; it must be the path of a file.'],
  ];
  for (const [text, ...problems] of cases)
    it(text, () => {
      assert.deepEqual(problemsOf(text), problems);
      // Names of accounts and doubled keys are beyond what a schema can say.
      if (!/`accounts` has no|a second time/.test(problems.join())) assert.ok(!schemaAccepts(text));
    });
});

describe('configuration: fixes', () => {
  const cases: readonly (readonly [text: string, fixed: string])[] = [
    ['{ "rule": {} }', '{ "rules": {} }'],
    ['{ "rules": { "wrong-typ": "off" } }', '{ "rules": { "wrong-type": "off" } }'],
    ['{ "rules": { "wrong-type": "Warning" } }', '{ "rules": { "wrong-type": "warning" } }'],
    ['{ "accounts": { "a": 111122223333 } }', '{ "accounts": { "a": "111122223333" } }'],
    [
      '{ "suppressions": [{ "file": "a", "rule": "wrong-typ" }] }',
      '{ "suppressions": [{ "file": "a", "rule": "wrong-type" }] }',
    ],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(fixed(text), expected));

  it('rename no key to one that is there', () => {
    assert.deepEqual(
      readOwnConfiguration('{ "rule": {}, "rules": {} }').problems.map(({ fixes }) => fixes),
      [[]],
    );
  });
});
