import assert from 'node:assert/strict';
import { longText } from '../../server/src/base/long-text.ts';
import { ansiPaint, plainPaint } from '../../server/src/export/paint.ts';
import { type FileReport, reportCheck, reportFile } from '../../server/src/export/report.ts';
import { renderFile, renderSummary } from '../../server/src/export/text.ts';
import type { Analysis } from '../../server/src/service/analysis.ts';

// A CRLF and a character of two code units stand before what is found.
const text = '{"a😀": 1,\r\n "b": "c"}\r\n';
const analysis: Analysis = {
  format: 'json',
  recognised: true,
  source: longText(text),
  state: undefined,
  usedSuppressions: [],
  policies: () => [{ kind: 'trust', span: { start: 0, end: text.length - 2 }, label: 'trust policy' }],
  findings: [
    {
      id: '0',
      rule: 'sample-rule',
      severity: 'warning',
      message: 'The value `c` is odd.',
      span: { start: text.indexOf('"c"'), end: text.indexOf('"c"') + 3 },
      related: [{ span: { start: 1, end: 6 }, message: 'the first key' }],
      fixes: [
        {
          title: 'Write d',
          applicability: 'safe',
          changes: () => [{ span: { start: 18, end: 21 }, parts: ['"', { name: 'letter' }, '"'] }],
        },
        { title: 'Write e', applicability: 'suggestion', changes: () => [] },
        { title: 'Cannot be written', applicability: 'safe', changes: () => undefined },
      ],
    },
  ],
};

const report: FileReport = {
  path: 'a/b.json',
  format: 'json',
  policies: [{ kind: 'trust', range: { start: { line: 0, character: 0 }, end: { line: 1, character: 10 } } }],
  findings: [
    {
      rule: 'sample-rule',
      severity: 'warning',
      message: 'The value `c` is odd.',
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
      related: [
        {
          path: 'a/b.json',
          range: { start: { line: 0, character: 1 }, end: { line: 0, character: 6 } },
          message: 'the first key',
        },
      ],
      fixes: [
        {
          title: 'Write d',
          applicability: 'safe',
          edits: [
            {
              path: 'a/b.json',
              range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
              newText: '"<letter>"',
            },
          ],
        },
        { title: 'Write e', applicability: 'suggestion', edits: [] },
      ],
    },
  ],
};

describe('report', () => {
  it('has places as lines and characters, and no fix that cannot be written', () => {
    assert.deepEqual(reportFile('a/b.json', analysis), report);
  });

  it('counts findings by severity', () => {
    const [finding] = report.findings;
    assert.ok(finding);
    const files = [{ ...report, findings: [finding, { ...finding, severity: 'hint' as const }] }, { ...report }];
    const unreadable = [{ path: 'c.json', message: 'permission denied' }];
    assert.deepEqual(reportCheck(files, unreadable), {
      version: 1,
      files,
      unreadable,
      summary: { files: 2, errors: 0, warnings: 2, infos: 0, hints: 1 },
    });
  });
});

describe('report as text', () => {
  it('shows place, message, source, related places, fixes and where to read more', () => {
    const expected = [
      'a/b.json:2:7 warning sample-rule',
      '  The value `c` is odd.',
      '',
      '  2 |  "b": "c"}',
      '    |       ^^^',
      '',
      '  see a/b.json:1:2: the first key',
      '  fix: Write d (safe)',
      '  fix: Write e',
      '  help: rolechain rule sample-rule',
      '',
      '',
    ];
    assert.equal(renderFile(report, text, { paint: plainPaint, width: 80 }), expected.join('\n'));
  });

  it('says the same in colours', () => {
    const coloured = renderFile(report, text, { paint: ansiPaint, width: 80 });
    assert.ok(coloured.startsWith('\u001b[1ma/b.json:2:7\u001b[22m \u001b[33mwarning\u001b[39m '));
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    assert.equal(coloured.replace(escapes, ''), renderFile(report, text, { paint: plainPaint, width: 80 }));
  });

  it('shows no character of a message or path that steers a terminal', () => {
    const [finding] = report.findings;
    assert.ok(finding);
    const file = { ...report, path: 'a\u001b[2J.json', findings: [{ ...finding, message: 'b\u009b2J\n' }] };
    const shown = renderFile(file, text, { paint: plainPaint, width: 80 });
    assert.ok(shown.startsWith('a␛[2J.json:2:7 warning sample-rule\n  b\ufffd2J␊\n'));
  });

  it('ends with a sum', () => {
    const none = { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0 };
    const sum = (counts: Partial<typeof none>, unreadable = 0) =>
      renderSummary({ ...none, ...counts }, unreadable, plainPaint);
    assert.equal(sum({}), 'No IAM policy or template to check.\n');
    assert.equal(sum({ files: 1 }), 'Nothing found in 1 file.\n');
    assert.equal(sum({ files: 3, errors: 1, hints: 2 }), '1 error, 2 hints in 3 files.\n');
    assert.equal(
      sum({ files: 3, warnings: 2, infos: 1 }, 2),
      '2 warnings, 1 info in 3 files; 2 paths could not be read.\n',
    );
    assert.equal(sum({}, 1), 'No IAM policy or template to check; 1 path could not be read.\n');
  });
});
