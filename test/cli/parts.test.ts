import assert from 'node:assert/strict';
import { renderMarkdown } from '../../server/src/cli/markdown.ts';
import { nearest } from '../../server/src/cli/nearest.ts';
import { hasColours } from '../../server/src/cli/terminal.ts';
import { ansiPaint, plainPaint } from '../../server/src/export/paint.ts';
import { decode } from '../../server/src/files/decode.ts';

describe('decoding files', () => {
  const bytes = (...values: readonly number[]) => Uint8Array.from(values);

  it('reads UTF-8 with and without its mark', () => {
    assert.deepEqual(decode(bytes(0x7b, 0xc3, 0xa9)), { text: '{é', isDamaged: false });
    assert.deepEqual(decode(bytes(0xef, 0xbb, 0xbf, 0x7b)), { text: '{', isDamaged: false });
    assert.deepEqual(decode(bytes()), { text: '', isDamaged: false });
  });

  it('reads UTF-16 by its mark', () => {
    assert.deepEqual(decode(bytes(0xff, 0xfe, 0x7b, 0, 0xe9, 0)), { text: '{é', isDamaged: false });
    assert.deepEqual(decode(bytes(0xfe, 0xff, 0, 0x7b)), { text: '{', isDamaged: false });
  });

  it('goes on behind bytes that are no UTF-8, and says so', () => {
    assert.deepEqual(decode(bytes(0x61, 0xff, 0x62)), { text: 'a\ufffdb', isDamaged: true });
  });

  it('takes no binary file for a text', () => {
    assert.deepEqual(decode(bytes(0x61, 0, 0x62)), { text: undefined, message: 'not a text file' });
  });
});

describe('names meant', () => {
  const names = ['trust-any-principal', 'trust-missing-source-arn', 'source-arn-too-broad'];

  it('are those that differ in few letters', () => {
    assert.deepEqual(nearest('trust-any-principle', names), ['trust-any-principal']);
    assert.deepEqual(nearest('TRUST-ANY-PRINCIPAL', names), ['trust-any-principal']);
  });

  it('are those that hold every word', () => {
    assert.deepEqual(nearest('source-arn', names), ['source-arn-too-broad', 'trust-missing-source-arn']);
  });

  it('are none where nothing is near', () => {
    assert.deepEqual(nearest('s3-public', names), []);
    assert.deepEqual(nearest('x'.repeat(100_000), names), []);
  });
});

describe('colours', () => {
  it('are for terminals that have them', () => {
    assert.equal(hasColours({}, true), true);
    assert.equal(hasColours({}, false), false);
    assert.equal(hasColours({ TERM: 'dumb' }, true), false);
  });

  it('are turned off by NO_COLOR and on or off by FORCE_COLOR', () => {
    assert.equal(hasColours({ NO_COLOR: '1' }, true), false);
    assert.equal(hasColours({ NO_COLOR: '' }, true), true);
    assert.equal(hasColours({ FORCE_COLOR: '1', NO_COLOR: '1' }, false), true);
    assert.equal(hasColours({ FORCE_COLOR: '0' }, true), false);
  });
});

describe('pages in a terminal', () => {
  const page = '# Title\n\nUse `a` and **b**:\n\n```yaml\n# not a title\n```\n\n';

  it('stay Markdown without colours', () => {
    assert.equal(renderMarkdown(page, plainPaint), page.replace(/\n+$/, '\n'));
  });

  it('lose their comments, but not those of their code', () => {
    const commented = 'a\n<!-- finds: b -->\n```yaml\n<!-- c -->\n```\n';
    assert.equal(renderMarkdown(commented, plainPaint), 'a\n```yaml\n<!-- c -->\n```\n');
  });

  it('have titles, code and stressed words dressed', () => {
    const dress = (tone: string, text: string) => `[${tone} ${text}]`;
    const lines = ['[strong # Title]', '', 'Use [code `a`] and [strong **b**]:', ''];
    const code = ['[faint ```yaml]', '[code # not a title]', '[faint ```]', ''];
    assert.equal(renderMarkdown(page, dress), [...lines, ...code].join('\n'));
    assert.ok(renderMarkdown(page, ansiPaint).startsWith('\u001b[1m# Title\u001b[22m\n'));
  });
});
