import assert from 'node:assert/strict';
import {
  applyChanges,
  hasPlaceholders,
  plainText,
  renderSnippets,
  snippetText,
  type TextChange,
  tidy,
} from '../../server/src/edit/change.ts';
import type { Text } from '../../server/src/edit/writable.ts';

const account = { name: 'account' };
const role = { name: 'role' };

function change(start: number, end: number, ...parts: Text): TextChange {
  return { span: { start, end }, parts };
}

describe('a change', () => {
  it('reads with placeholders in angle brackets', () => {
    assert.equal(plainText(change(0, 0, 'a:', account, '/', role)), 'a:<account>/<role>');
  });

  it('is a snippet with a tab stop for each name', () => {
    const text = change(0, 0, '${aws:x}\\', account, '/', role, '/', account);
    assert.equal(snippetText(text), '\\${aws:x\\}\\\\${1:<account>}/${2:<role>}/${1:<account>}');
    assert.equal(snippetText(text, 4), '\\${aws:x\\}\\\\${4:<account>}/${5:<role>}/${4:<account>}');
  });

  it('shares its tab stops with the others of a fix', () => {
    const texts = renderSnippets([change(0, 0, account), change(5, 6, role, account)]).map(({ text }) => text);
    assert.deepEqual(texts, ['${1:<account>}', '${2:<role>}${1:<account>}']);
  });

  it('has placeholders or not', () => {
    assert.equal(hasPlaceholders([change(0, 0, 'a'), change(0, 0, role)]), true);
    assert.equal(hasPlaceholders([change(0, 0, 'a')]), false);
  });

  it('becomes one with those that it touches, in their order', () => {
    const changes = tidy([change(4, 4, 'x'), change(0, 1, 'a'), change(4, 6, 'y'), change(7, 8)]);
    assert.deepEqual(changes, [change(0, 1, 'a'), change(4, 6, 'x', 'y'), change(7, 8)]);
    assert.equal(applyChanges('0123456789', changes), 'a123xy689');
  });
});
