import assert from 'node:assert/strict';
import { mostWithFixes, reportFile } from '../../server/src/export/report.ts';
import { mostCompared } from '../../server/src/policy/covers.ts';
import { largestText } from '../../server/src/service/largest-text.ts';
import { iamData } from '../support/iam-data.ts';
import { analysed } from './analysed.ts';

/** Far more than AWS takes, all on one line: what takes the square of it would not end before the test is given up. */
const count = 3_000;

function check(statements: readonly object[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const analysis = analysed({ path: 'a.json', text }, { rules: {}, iamData });
  return { analysis, countOf: (rule: string) => analysis.findings.filter((each) => each.rule === rule).length };
}

describe('a policy far beyond what AWS takes', () => {
  it('has so many statements compared', () => {
    const { analysis, countOf } = check(Array(count).fill({ Effect: 'Allow', Action: 's3:*', Resource: '*' }));
    assert.equal(countOf('redundant-statement'), mostCompared - 1);
    assert.equal(countOf('policy-too-long'), 1);
    const { findings } = reportFile('a.json', analysis);
    assert.equal(findings.filter(({ fixes }) => fixes.length > 0).length, mostCompared - 1);
  });

  it('may have a finding in each statement; of the first the fixes are worked out', () => {
    const statements = Array.from({ length: count }, (_, index) => ({
      Sid: 'same',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::example-${index}/*`,
    }));
    const { analysis, countOf } = check(statements);
    assert.equal(countOf('duplicate-sid'), count - 1);
    const { findings } = reportFile('a.json', analysis);
    const withFixes = findings.filter(({ fixes }) => fixes.length > 0);
    assert.ok(withFixes.length > mostWithFixes - 10 && withFixes.length <= mostWithFixes, String(withFixes.length));
  });

  it('may stand in a string of a template: the string is read once for all fixes', () => {
    const Statement = Array(count).fill({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    const text = JSON.stringify({
      Resources: { A: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } } },
    });
    const { findings } = reportFile('a.json', analysed({ path: 'a.json', text }, { rules: {}, iamData }));
    const edits = findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    const found = findings.filter(({ fixes }) => fixes.length > 0);
    assert.equal(found.length, mostCompared - 1);
    assert.deepEqual(new Set(edits.map(({ newText }) => newText)), new Set(['']));
    const lengths = new Set(edits.map(({ range: { start, end } }) => end.character - start.character));
    assert.deepEqual(lengths, new Set([JSON.stringify(`${JSON.stringify(Statement[0])},`).length - 2]));
  });

  it('has so many values with wildcards compared', () => {
    const Action = Array.from({ length: count }, (_, index) => `s3:*Get${index}*`);
    const { countOf } = check([{ Effect: 'Allow', Action: [...Action, ...Action], Resource: '*' }]);
    // Each stands a second time, and those that begin alike are covered by a shorter one.
    assert.ok(countOf('redundant-action') >= count, String(countOf('redundant-action')));
  });
});

describe('a text beyond 20 MB', () => {
  it('is not looked at', () => {
    const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"s3:*","Resource":"*"}]}';
    const padding = ' '.repeat(largestText - policy.length);
    const longest = analysed({ path: 'a.json', text: policy + padding });
    assert.deepEqual([longest.recognised, longest.isTooLong, longest.findings.length], [true, undefined, 1]);
    const longer = analysed({ path: 'a.json', text: `${policy}${padding} ` });
    assert.deepEqual([longer.recognised, longer.isTooLong, longer.findings], [false, true, []]);
  });
});
