import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditedDocument } from '../../server/src/lsp/edited-document.ts';

const part = fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '\n\n', 'd\r\ne', '😀');
const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
const position = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 9 }) });
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

describe('an open document', () => {
  it('is what the one of the protocol package is, whatever is edited', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 6 }), (content, changes) => {
        const ours = new EditedDocument('file:///a', 'yaml', 1, content);
        const create = (version: number, its: string) => TextDocument.create('file:///a', 'yaml', version, its);
        let expected = content;
        for (const [index, each] of changes.entries()) {
          const before = ours.text;
          const was = expected;
          ours.update([each], index + 2);
          // Made anew each time: it loses count of its lines where a range lies behind its end.
          expected = TextDocument.update(create(0, expected), [each], 0).getText();
          assertSame(ours, create(index + 2, expected));
          assert.equal(before.whole(), was);
        }
        assertSame(ours, create(ours.version, expected));
      }),
      { numRuns: 300 },
    );
  });

  it('takes more new lines than a call takes arguments', () => {
    const ours = new EditedDocument('file:///a', 'yaml', 1, 'a\nb\nc');
    ours.update(
      [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, text: 'x\n'.repeat(20_000) }],
      2,
    );
    assert.equal(ours.lineCount, 20_003);
    assert.deepEqual(ours.positionAt(ours.offsetAt({ line: 20_002, character: 1 })), { line: 20_002, character: 1 });
    assert.equal(ours.getText({ start: { line: 20_001, character: 0 }, end: { line: 20_002, character: 1 } }), '\nc');
  });
});

function assertSame(ours: EditedDocument, theirs: TextDocument): void {
  assert.equal(ours.version, theirs.version);
  assert.equal(ours.lineCount, theirs.lineCount);
  const length = theirs.getText().length;
  for (let offset = -1; offset <= length + 1; offset++)
    assert.deepEqual(ours.positionAt(offset), theirs.positionAt(offset), `${offset}`);
  for (let line = -1; line <= theirs.lineCount; line++)
    for (const character of [-1, 0, 1, 2, 99])
      assert.equal(ours.offsetAt({ line, character }), theirs.offsetAt({ line, character }), `${line}:${character}`);
  for (let line = 0; line < theirs.lineCount; line++) {
    assert.deepEqual(ours.getLineRange(line), theirs.getLineRange(line), `${line}`);
    assert.equal(ours.getEOLCharacters(line), theirs.getEOLCharacters(line), `${line}`);
  }
  assert.equal(ours.getText(), theirs.getText());
}
