import assert from 'node:assert/strict';
import { renderGithub } from '../../server/src/export/github.ts';
import { type FileReport, type FindingReport, reportCheck } from '../../server/src/export/report.ts';
import type { Severity } from '../../server/src/lint/finding.ts';

const finding: FindingReport = {
  rule: 'some-rule',
  severity: 'warning',
  message: 'The value `c` is odd.',
  range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
  related: [],
  fixes: [],
};

const fileOf = (path: string, findings: readonly FindingReport[]): FileReport => ({
  path,
  format: 'json',
  policies: [],
  findings,
});

const render = (...files: readonly FileReport[]) => renderGithub(reportCheck(files, []));
const commandsIn = (output: string) => output.split('\n').filter((line) => /^::(error|warning|notice) /.test(line));

/** As the runner reads a command: https://github.com/actions/runner, ActionCommand.TryParseV2. */
function readCommand(line: string) {
  const [, name, written = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const decode = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = written.split(',').map((pair) => pair.split('='));
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key = '', ...rest]) => [key, decode(rest.join('='))])),
    message: decode(data),
  };
}

describe('annotations of GitHub Actions', () => {
  it('say where, which rule and what, then list all and count them', () => {
    assert.equal(
      render(fileOf('a/b.json', [finding]), fileOf('c.json', [])),
      [
        '::warning file=a/b.json,line=2,endLine=2,col=7,endColumn=9,title=some-rule::The value `c` is odd.',
        '::group::All findings',
        '- a/b.json:2:7 warning some-rule: The value `c` is odd.',
        '::endgroup::',
        '1 warning in 2 files.',
        '',
      ].join('\n'),
    );
  });

  it('are none where nothing was found', () => {
    assert.equal(render(fileOf('a.json', [])), 'Nothing found in 1 file.\n');
  });

  it('begin with what is gravest', () => {
    const of = (severity: Severity): FindingReport => ({ ...finding, severity });
    const output = render(
      fileOf('a.json', [of('hint'), of('info'), of('warning')]),
      fileOf('b.json', [of('error'), of('warning')]),
    );
    assert.deepEqual(
      commandsIn(output).map((line) => line.replace(/,line.*/, '')),
      [
        '::error file=b.json',
        '::warning file=a.json',
        '::warning file=b.json',
        '::notice file=a.json',
        '::notice file=a.json',
      ],
    );
    assert.match(output, /\n1 error, 2 warnings, 1 info, 1 hint in 2 files\.\n$/);
  });

  it('leave out columns where several lines are meant, and a last line of which nothing is', () => {
    const placeOf = (start: readonly [number, number], end: readonly [number, number]) => {
      const range = {
        start: { line: start[0], character: start[1] },
        end: { line: end[0], character: end[1] },
      };
      const [line = ''] = commandsIn(render(fileOf('a.json', [{ ...finding, range }])));
      return /,(line.*),title/.exec(line)?.[1];
    };
    assert.equal(placeOf([0, 0], [2, 3]), 'line=1,endLine=3');
    assert.equal(placeOf([0, 0], [2, 0]), 'line=1,endLine=2');
    assert.equal(placeOf([4, 2], [5, 0]), 'line=5,endLine=5,col=3,endColumn=3');
    assert.equal(placeOf([4, 2], [4, 2]), 'line=5,endLine=5,col=3,endColumn=3');
  });

  it('survive every character of a path and a message', () => {
    const path = 'a,b:c%2C::d=e\nf.json';
    const message = 'is 100%: `::error::x`, %0A\tand ##[group]more';
    const output = render(fileOf(path, [{ ...finding, message }]));
    const [line = '', ...others] = commandsIn(output);
    assert.deepEqual(others, []);
    const { name, properties, message: read } = readCommand(line);
    assert.equal(name, 'warning');
    assert.deepEqual(properties, { file: path, line: '2', endLine: '2', col: '7', endColumn: '9', title: 'some-rule' });
    assert.equal(read, message.replace('\t', '␉'));
    assert.equal(output.split('\n').length, 6);
    assert.match(output, /\n- a,b:c%2C::d=e␊f\.json:2:7 warning some-rule: is 100%.* ## \[group\]more\n/);
  });

  it('say that GitHub shows ten of a type only where there are more', () => {
    const note = 'GitHub shows 10 annotations of each type; the list above has all findings.\n';
    const times = (count: number) => Array.from({ length: count }, () => finding);
    assert.equal(render(fileOf('a.json', times(10))).endsWith('\n10 warnings in 1 file.\n'), true);
    assert.equal(render(fileOf('a.json', times(11))).endsWith(`\n11 warnings in 1 file.\n${note}`), true);
    const infos = times(6).flatMap((each): FindingReport[] => [
      { ...each, severity: 'info' },
      { ...each, severity: 'hint' },
    ]);
    assert.equal(render(fileOf('a.json', infos)).endsWith(note), true);
  });
});
