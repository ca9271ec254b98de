import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { relativeToLine } from '../../server/src/lsp/snippet-indent.ts';

const document = TextDocument.create('file:///a', 'yaml', 1, 'a:\n    b: c\n');
const behindC = { start: 11, end: 11 };

describe('a snippet’s indentation', () => {
  it('is that beyond the line it starts on', () => {
    const change = { span: behindC, parts: ['\n', '    d:', '\n      e: ', { name: 'name' }, '\n    f: g'] };
    assert.deepEqual(relativeToLine(change, document)?.parts, ['\nd:\n  e: ', { name: 'name' }, '\nf: g']);
  });

  it('is left alone where the line has none', () => {
    const change = { span: { start: 2, end: 2 }, parts: ['\n  d: ', { name: 'name' }] };
    assert.equal(relativeToLine(change, document), change);
  });

  it('counts as far as the snippet starts', () => {
    const change = { span: { start: 5, end: 5 }, parts: ['x\n  y'] };
    assert.deepEqual(relativeToLine(change, document)?.parts, ['x\ny']);
  });

  it('cannot be less than that of the line', () => {
    assert.equal(relativeToLine({ span: behindC, parts: ['\n  d: ', { name: 'name' }] }, document), undefined);
    assert.equal(relativeToLine({ span: behindC, parts: ['\n', { name: 'name' }] }, document), undefined);
  });

  it('does not matter on a blank line', () => {
    assert.deepEqual(relativeToLine({ span: behindC, parts: ['\n\n    d'] }, document)?.parts, ['\n\nd']);
  });
});
