import assert from 'node:assert/strict';
import { type FileReport, type FindingReport, reportCheck, reportFile } from '../../server/src/export/report.ts';
import { mostResults, renderSarif } from '../../server/src/export/sarif.ts';
import { rules } from '../../server/src/rules/index.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { sarifErrors } from './sarif-schema.ts';

const range = {
  start: { line: 6, character: 4 },
  end: { line: 7, character: 0 },
};

const finding: FindingReport = {
  rule: 'unfilled-placeholder',
  severity: 'warning',
  message: 'Fill in `<name>`.',
  range,
  related: [],
  fixes: [],
};

const fileOf = (path: string, findings: readonly FindingReport[]): FileReport => ({
  path,
  format: 'json',
  policies: [],
  findings,
});

const options = { version: '1.2.3', rules, pageOf: () => undefined, isComplete: true };

/** The one run of a valid log. */
function renderRun(files: readonly FileReport[], changed: Partial<Parameters<typeof renderSarif>[1]> = {}) {
  const log = JSON.parse(renderSarif(reportCheck(files, []), { ...options, ...changed }));
  assert.deepEqual(sarifErrors(log), []);
  assert.equal(log.version, '2.1.0');
  assert.equal(log.runs.length, 1);
  return log.runs[0];
}

const fingerprintsOf = (run: { readonly results: readonly { readonly partialFingerprints: object }[] }) =>
  run.results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);

const template = `Resources:
  First:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: hop
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: sts:AssumeRole
                Resource: '*'
`;

const analysed = (text: string) => reportFile('a.yaml', analyse({ path: 'a.yaml', text }, { rules: {} }));

describe('SARIF', () => {
  it('is valid where nothing was checked', () => {
    const run = renderRun([]);
    assert.deepEqual([run.results, run.artifacts], [[], []]);
  });

  it('says of the tool what it is and what its rules are', () => {
    const pageOf = (rule: string) =>
      rule === 'unfilled-placeholder' ? '# Title\n\n<!-- clean -->\n```json\n{}\n```\n' : undefined;
    const { driver } = renderRun([], { pageOf }).tool;
    assert.deepEqual([driver.name, driver.version, driver.semanticVersion], ['Role Chain', '1.2.3', '1.2.3']);
    assert.deepEqual(
      driver.rules.map(({ id }: { id: string }) => id),
      rules.map(({ id }) => id),
    );
    const own = driver.rules.find(({ id }: { id: string }) => id === 'unfilled-placeholder');
    assert.equal(own.name, 'UnfilledPlaceholder');
    assert.deepEqual(own.defaultConfiguration, { level: 'warning' });
    assert.deepEqual(own.help, { text: '# Title\n\n```json\n{}\n```', markdown: '# Title\n\n```json\n{}\n```' });
    for (const { shortDescription, fullDescription, help } of driver.rules)
      for (const { text } of [shortDescription, fullDescription, help]) assert.match(text, /\S/);
  });

  it('places a result by lines and columns from 1, in a file below the working directory', () => {
    const run = renderRun([fileOf('a folder/ü#1.json', [finding])]);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const uri = 'a%20folder/%C3%BC%231.json';
    assert.deepEqual(run.artifacts, [{ location: { uri, uriBaseId: '%SRCROOT%' }, sourceLanguage: 'json' }]);
    assert.equal('uri' in run.originalUriBaseIds['%SRCROOT%'], false);
    const [result] = run.results;
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
          region: { startLine: 7, startColumn: 5, endLine: 8, endColumn: 1 },
        },
      },
    ]);
    assert.deepEqual(result.message, { text: 'Fill in `<name>`.' });
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.deepEqual(['relatedLocations' in result, 'fixes' in result], [false, false]);
  });

  it('has a level for each severity, and keeps the severity', () => {
    const severities = ['error', 'warning', 'info', 'hint'] as const;
    const run = renderRun([
      fileOf(
        'a.json',
        severities.map((severity) => ({ ...finding, severity })),
      ),
    ]);
    assert.deepEqual(
      run.results.map(({ level, properties }: { level: string; properties: object }) => [level, properties]),
      [
        ['error', { severity: 'error' }],
        ['warning', { severity: 'warning' }],
        ['note', { severity: 'info' }],
        ['note', { severity: 'hint' }],
      ],
    );
  });

  it('is valid for a rule that is not on the list', () => {
    const [result] = renderRun([fileOf('a.json', [{ ...finding, rule: 'of-another-time' }])]).results;
    assert.equal(result.ruleId, 'of-another-time');
    assert.equal('ruleIndex' in result, false);
  });

  it('brings other places and fixes along', () => {
    const edit = { path: 'b.json', range: { start: range.start, end: range.start }, newText: 'x' };
    const full: FindingReport = {
      ...finding,
      related: [{ path: 'b.json', range, message: 'the other side' }],
      fixes: [
        { title: 'Write x', applicability: 'safe', edits: [edit, { ...edit, path: 'a.json' }, edit] },
        { title: 'Write y', applicability: 'suggestion', edits: [edit] },
        { title: 'Write nothing', applicability: 'safe', edits: [] },
      ],
    };
    const [result] = renderRun([fileOf('a.json', [full])]).results;
    assert.deepEqual(
      result.relatedLocations.map(({ id, message }: { id: number; message: object }) => [id, message]),
      [[1, { text: 'the other side' }]],
    );
    const replacement = {
      deletedRegion: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 5 },
      insertedContent: { text: 'x' },
    };
    assert.deepEqual(result.fixes, [
      {
        description: { text: 'Write x' },
        artifactChanges: [
          { artifactLocation: { uri: 'b.json', uriBaseId: '%SRCROOT%' }, replacements: [replacement, replacement] },
          { artifactLocation: { uri: 'a.json', uriBaseId: '%SRCROOT%' }, replacements: [replacement] },
        ],
        properties: { applicability: 'safe' },
      },
      {
        description: { text: 'Write y (a suggestion: look at what it changes before you take it)' },
        artifactChanges: [{ artifactLocation: { uri: 'b.json', uriBaseId: '%SRCROOT%' }, replacements: [replacement] }],
        properties: { applicability: 'suggestion' },
      },
    ]);
  });

  it('knows a finding again when lines move, and tells like ones apart', () => {
    const before = fingerprintsOf(renderRun([analysed(template)]));
    const moved = fingerprintsOf(renderRun([analysed(`# A comment\n\n${template}`)]));
    assert.ok(before.length >= 2);
    assert.deepEqual(moved, before);
    assert.equal(new Set(before).size, before.length);
    const like = fingerprintsOf(renderRun([fileOf('a.json', [finding, finding]), fileOf('b.json', [finding])]));
    assert.match(String(like[0]), /^[0-9a-f]{14}:1$/);
    assert.deepEqual(like, [like[0], String(like[0]).replace(/1$/, '2'), like[0]]);
  });

  it('keeps the gravest where there are more than GitHub takes', () => {
    const hint: FindingReport = { ...finding, severity: 'hint' };
    const many = Array.from({ length: mostResults - 1 }, () => finding);
    const run = renderRun([
      fileOf('a.json', [hint, hint, ...many]),
      fileOf('b.json', [{ ...hint, severity: 'error' }]),
    ]);
    assert.equal(run.results.length, mostResults);
    assert.equal(
      run.results.some(({ level }: { level: string }) => level === 'note'),
      false,
    );
    assert.deepEqual(
      run.invocations[0].toolExecutionNotifications.map((each: { message: object }) => each.message),
      [{ text: 'Only the 5000 gravest results are here; 2 more were found.' }],
    );
  });

  it('says what could not be read', () => {
    const report = reportCheck([], [{ path: 'gone.json', message: 'no such file or folder' }]);
    const log = JSON.parse(renderSarif(report, { ...options, isComplete: false }));
    assert.deepEqual(sarifErrors(log), []);
    assert.deepEqual(log.runs[0].invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'Cannot be read: no such file or folder' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'gone.json', uriBaseId: '%SRCROOT%' } } }],
          },
        ],
      },
    ]);
  });
});

describe('the schema of SARIF that tests use', () => {
  it('refuses what is no SARIF', () => {
    const log = JSON.parse(renderSarif(reportCheck([fileOf('a.json', [finding])], []), options));
    const [run] = log.runs;
    assert.notDeepEqual(sarifErrors({ ...log, version: '2.0.0' }), []);
    assert.notDeepEqual(sarifErrors({ ...log, runs: [{ ...run, columnKind: 'columns' }] }), []);
    assert.notDeepEqual(sarifErrors({ ...log, runs: [{ ...run, results: [{ ruleId: 'a' }] }] }), []);
    const [result] = run.results;
    const outside = { physicalLocation: { artifactLocation: { uri: 'a b' }, region: { startLine: 0 } } };
    assert.equal(sarifErrors({ ...log, runs: [{ ...run, results: [{ ...result, locations: [outside] }] }] }).length, 2);
  });
});
