import assert from 'node:assert/strict';
import { indexText } from '../../server/src/base/text-index.ts';
import { analysed } from './analysed.ts';

const policy = [
  'Version: "2012-10-17"',
  'Statement:',
  '  - Effect: Allow',
  '    # rolechain-ignore-next-line unknown-element -- meant',
  '    Resorce: "*"',
  '    Action: "s3:GetObject"',
  '    Resource: "*"',
  '    Conditions: {}',
  '  - Effect: allow',
  '    Action: >-',
  '      s3:GetObject',
  '    Resource: "*"',
];
const json = [
  '{"Version": "2012-10-17",',
  ' "Statement": {"Effect": "allow",',
  '  "Action": "s3:GetObject", "Resource": "*"}}',
];

function found(path: string, lines: readonly string[], end: string): readonly string[] {
  const text = lines.join(end);
  const { recognised, findings, source } = analysed({ path, text });
  assert.ok(recognised);
  assert.equal(source.whole(), text);
  const index = indexText(text);
  return findings.map(({ rule, span }) => {
    const { line, character } = index.positionAt(span.start);
    return `${line}:${character} ${rule} ${text.slice(span.start, span.end)}`;
  });
}

describe('ends of lines', () => {
  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['a CR alone', '\r'],
  ] as const) {
    it(`may be ${name}`, () => {
      const inYaml = found('a.yaml', policy, '\n');
      assert.deepEqual(inYaml, ['7:4 unknown-element Conditions', '8:12 invalid-effect allow']);
      assert.deepEqual(found('a.yaml', policy, end), inYaml);
      const inJson = found('a.json', json, '\n');
      assert.deepEqual(inJson, ['1:25 invalid-effect "allow"']);
      assert.deepEqual(found('a.json', json, end), inJson);
    });
  }

  it('may be mixed', () => {
    const [first = '', second = '', ...others] = policy;
    const mixed = [`${first}\r${second}\n${others[0]}`, ...others.slice(1)];
    assert.deepEqual(found('a.yaml', mixed, '\r\n'), found('a.yaml', policy, '\n'));
  });
});
