import assert from 'node:assert/strict';
import { type Accepted, acceptedBy, acceptFindings } from '../../server/src/lint/baseline.ts';
import { readBaseline, writeBaseline } from '../../server/src/lint/baseline-file.ts';
import { hashText } from '../../server/src/lint/baseline-hash.ts';

const hop: Accepted = {
  rule: 'assume-role-any-role',
  place: 'Resources/Role Hop',
  message: 'Too wide.',
  underlined: '"*"',
};

describe('baseline', () => {
  it('comes back as it was written', () => {
    const entries = [...acceptFindings('b.json', [hop, hop]), ...acceptFindings('a.json', [hop])];
    const text = writeBaseline(entries);
    assert.equal(
      text,
      `{
  "version": 1,
  "findings": [
    {"file":"a.json","rule":"assume-role-any-role","place":"Resources/Role Hop","hash":"${entries[1]?.hash}","count":1},
    {"file":"b.json","rule":"assume-role-any-role","place":"Resources/Role Hop","hash":"${entries[0]?.hash}","count":2}
  ]
}
`,
    );
    assert.deepEqual(readBaseline(text), entries.toReversed());
    assert.deepEqual(readBaseline(writeBaseline([])), []);
  });

  it('is none where it cannot be read', () => {
    for (const text of ['', '{', '[]', '{"version":2,"findings":[]}', '{"version":1}'])
      assert.equal(readBaseline(text), undefined);
    assert.deepEqual(readBaseline('{"version":1,"findings":[1,{"file":"a"}]}'), []);
  });

  it('accepts as many as there were, and no others', () => {
    const isAccepted = acceptedBy(acceptFindings('a.json', [hop, hop]));
    assert.equal(isAccepted({ ...hop, underlined: ' "*"\n' }), true);
    assert.equal(isAccepted({ ...hop, rule: 'wrong-type' }), false);
    assert.equal(isAccepted({ ...hop, place: 'Resources/Role Other' }), false);
    assert.equal(isAccepted({ ...hop, message: 'Wide.' }), false);
    assert.equal(isAccepted({ ...hop, underlined: '"arn:*"' }), false);
    assert.equal(isAccepted(hop), true);
    assert.equal(isAccepted(hop), false);
  });

  it('tells texts apart by marks of 14 digits, the same everywhere', () => {
    assert.equal(hashText(''), hashText(''));
    assert.equal(hashText('a'), '097901501c2ba7');
    const marks = new Set(Array.from({ length: 20_000 }, (_, index) => hashText(`text ${index}`)));
    assert.equal(marks.size, 20_000);
    for (const mark of marks) assert.match(mark, /^[\da-f]{14}$/);
  });
});
