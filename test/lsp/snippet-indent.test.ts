import assert from 'node:assert/strict';
import { relativeToLine } from '../../server/src/lsp/snippet-indent.ts';

const text = 'a:\n    b: c\n';
const behindC = { start: 11, end: 11 };

describe('a snippet’s indentation', () => {
  it('is that beyond the line it starts on', () => {
    const change = { span: behindC, parts: ['\n', '    d:', '\n      e: ', { name: 'name' }, '\n    f: g'] };
    assert.deepEqual(relativeToLine(change, text)?.parts, ['\nd:\n  e: ', { name: 'name' }, '\nf: g']);
  });

  it('is left alone where the line has none', () => {
    const change = { span: { start: 2, end: 2 }, parts: ['\n  d: ', { name: 'name' }] };
    assert.equal(relativeToLine(change, text), change);
  });

  it('counts as far as the snippet starts', () => {
    const change = { span: { start: 5, end: 5 }, parts: ['x\n  y'] };
    assert.deepEqual(relativeToLine(change, text)?.parts, ['x\ny']);
  });

  it('cannot be less than that of the line', () => {
    assert.equal(relativeToLine({ span: behindC, parts: ['\n  d: ', { name: 'name' }] }, text), undefined);
    assert.equal(relativeToLine({ span: behindC, parts: ['\n', { name: 'name' }] }, text), undefined);
  });

  it('does not matter on a blank line', () => {
    assert.deepEqual(relativeToLine({ span: behindC, parts: ['\n\n    d'] }, text)?.parts, ['\n\nd']);
  });
});
