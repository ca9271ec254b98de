import assert from 'node:assert/strict';
import { acceptFindings } from '../../server/src/lint/baseline.ts';
import { writeBaseline } from '../../server/src/lint/baseline-file.ts';
import { analysisOptions, Configurations, pathWithin } from '../../server/src/service/configurations.ts';
import { placementOf } from '../../server/src/service/workspace-configuration.ts';

/** Files by path, which may change, and what was read of them. */
function host(files: Record<string, string>) {
  const read: string[] = [];
  return {
    files,
    read,
    readText: (path: string) => {
      read.push(path);
      return files[path];
    },
  };
}

describe('configurations', () => {
  it('are those of the nearest ancestor', () => {
    const { readText } = host({
      '/w/rolechain.config.json':
        '{ "rules": { "wrong-type": "hint" }, "overrides": [{ "files": ["a/**"], "kind": "scp" }] }',
      '/w/b/rolechain.config.json': '{ "ignore": ["*.json"] }',
    });
    const configurations = new Configurations({ readText });
    const a = configurations.settingsOf('/w/a/x.json');
    assert.deepEqual(
      [a.kind, a.rules, a.relativePath, a.configuration?.folder],
      ['scp', { 'wrong-type': 'hint' }, 'a/x.json', '/w'],
    );
    const b = configurations.settingsOf('/w/b/x.json');
    assert.deepEqual([b.kind, b.rules, b.ignored], [undefined, {}, true]);
    assert.equal(configurations.settingsOf('/w/b/c/x.json').ignored, false);
    assert.equal(configurations.settingsOf('/v/x.json').configuration, undefined);
    assert.equal(configurations.settingsOf('Untitled-1').configuration, undefined);
  });

  it('may stand at the root, or on a drive', () => {
    const { readText } = host({ '/rolechain.config.json': '{}', 'C:/rolechain.config.json': '{}' });
    const configurations = new Configurations({ readText });
    assert.equal(configurations.settingsOf('/a/b.json').relativePath, 'a/b.json');
    assert.equal(configurations.settingsOf('C:/a/b.json').relativePath, 'a/b.json');
    assert.equal(configurations.settingsOf('D:/a/b.json').relativePath, undefined);
  });

  it('are read once until something may have changed, and only then made anew', () => {
    const { files, read, readText } = host({ '/w/rolechain.config.json': '{}' });
    const configurations = new Configurations({ readText });
    const first = configurations.settingsOf('/w/a.json');
    const count = read.length;
    assert.equal(configurations.settingsOf('/w/a.json'), first);
    assert.equal(read.length, count);
    configurations.refresh();
    assert.equal(configurations.settingsOf('/w/a.json'), first);
    files['/w/rolechain.config.json'] = '{ "rules": { "wrong-type": "off" } }';
    configurations.refresh();
    assert.deepEqual(configurations.settingsOf('/w/a.json').rules, { 'wrong-type': 'off' });
    delete files['/w/rolechain.config.json'];
    configurations.refresh();
    assert.equal(configurations.settingsOf('/w/a.json').configuration, undefined);
  });

  it('bring their baseline', () => {
    const accepted = acceptFindings('a.json', [{ rule: 'wrong-type', place: '', message: 'm', underlined: 'u' }]);
    const { files, readText } = host({
      '/w/rolechain.config.json': '{ "baseline": "./ci/b.json" }',
      '/w/ci/b.json': writeBaseline(accepted),
    });
    const configurations = new Configurations({ readText });
    assert.deepEqual(configurations.settingsOf('/w/a.json').accepted, accepted);
    assert.deepEqual(configurations.settingsOf('/w/b.json').accepted, []);
    files['/w/ci/b.json'] = 'nonsense';
    configurations.refresh();
    assert.deepEqual(configurations.settingsOf('/w/a.json').accepted, []);
    assert.equal(configurations.of('/w')?.baselinePath, '/w/ci/b.json');
  });

  it('bring the parameters of the files that they name, as these change', () => {
    const text =
      '{ "parameters": [{ "files": ["**"], "from": ["p/a.json", "./p/b.yaml"], "values": { "C": "3" } }, { "files": ["x.yaml"], "values": { "A": "9" } }] }';
    const { files, readText } = host({
      '/w/rolechain.config.json': text,
      '/w/p/a.json': '{ "A": "1", "B": "1", "C": "1" }',
      '/w/p/b.yaml': '[{ ParameterKey: B, UsePreviousValue: true }]',
    });
    const configurations = new Configurations({ readText });
    const given = (path: string) => placementOf(configurations.settingsOf(path)).parameters;
    const a = { file: 'p/a.json', value: '1' };
    const b = { file: './p/b.yaml', value: undefined };
    assert.deepEqual(given('/w/y.yaml'), { A: a, B: b, C: '3' });
    assert.deepEqual(given('/w/x.yaml'), { A: '9', B: b, C: '3' });
    assert.ok(['/w/p/a.json', '/w/p/b.yaml'].every((path) => configurations.isNamed(path)));
    assert.ok(!configurations.isNamed('/w/x.yaml'));
    const before = configurations.settingsOf('/w/y.yaml');
    configurations.refresh();
    assert.equal(configurations.settingsOf('/w/y.yaml'), before);
    files['/w/p/a.json'] = '["A=2"]';
    configurations.refresh();
    assert.deepEqual(given('/w/y.yaml'), { A: { file: 'p/a.json', value: '2' }, B: b, C: '3' });
  });

  it('say which files of parameters they cannot read, and take the values of the others', () => {
    const text =
      '{ "parameters": [{ "files": ["**"], "from": ["gone.json", "a.json", "b.json"] }, { "files": ["x"], "from": "gone.json" }] }';
    const { files, readText } = host({
      '/w/rolechain.config.json': text,
      '/w/a.json': '{ "A": "1" }',
      '/w/b.json': '[1]',
    });
    const configurations = new Configurations({ readText });
    const problems = () =>
      configurations
        .of('/w')
        ?.read.problems.map(({ span, message }) => `${text.slice(span.start, span.end)}@${span.start} ${message}`);
    const gone = '`gone.json` is not there, or cannot be read, so that no value is taken from it.';
    const none =
      '`b.json` holds no parameters, neither as `{"Name": "value"}` nor in a form of the AWS CLI, so that no value is taken from it.';
    assert.deepEqual(problems(), [
      `"gone.json"@${text.indexOf('"gone.json"')} ${gone}`,
      `"b.json"@${text.indexOf('"b.json"')} ${none}`,
      `"gone.json"@${text.lastIndexOf('"gone.json"')} ${gone}`,
    ]);
    assert.deepEqual(placementOf(configurations.settingsOf('/w/x')).parameters, { A: { file: 'a.json', value: '1' } });
    files['/w/gone.json'] = '{}';
    files['/w/b.json'] = '[]';
    configurations.refresh();
    assert.deepEqual(problems(), []);
  });

  it('hold for all files where one is named', () => {
    const { readText } = host({
      '/w/ci/strict.json': '{ "rules": { "wrong-type": "hint" }, "overrides": [{ "files": ["**"], "kind": "scp" }] }',
      '/w/rolechain.config.json': '{ "ignore": ["**"] }',
    });
    const configurations = new Configurations({ readText }, '/w/ci/strict.json');
    const outside = configurations.settingsOf('/w/a.json');
    assert.deepEqual([outside.rules, outside.kind, outside.ignored], [{ 'wrong-type': 'hint' }, undefined, false]);
    assert.equal(configurations.settingsOf('/w/ci/a.json').kind, 'scp');
  });

  it('go before the editor and behind the command line', () => {
    const settings = {
      ignored: false,
      rules: { 'wrong-type': 'hint' },
      kind: 'scp',
      suppressions: [],
      accepted: [],
    } as const;
    const options = analysisOptions(settings, { rules: { 'wrong-type': 'off', 'syntax-error': 'info' } });
    assert.deepEqual(options.rules, { 'wrong-type': 'hint', 'syntax-error': 'info' });
    assert.equal(options.kind, 'scp');
    assert.equal(analysisOptions(settings, { rules: {}, kind: 'rcp' }).kind, 'rcp');
  });

  it('know what is in their folder', () => {
    assert.deepEqual(
      ['/w/a', '/w/b/a', '/wa', '/w'].map((path) => pathWithin('/w', path)),
      ['a', 'b/a', undefined, undefined],
    );
  });
});
