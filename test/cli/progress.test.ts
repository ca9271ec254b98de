import assert from 'node:assert/strict';
import { startProgress } from '../../server/src/cli/progress.ts';
import { createStatusLine, type Output } from '../../server/src/cli/status-line.ts';

describe('progress', () => {
  it('says nothing for a second, then how far it is, ten times a second', () => {
    let time = 5000;
    const lines: string[] = [];
    const progress = startProgress({ total: 12_345, showStatus: (line) => lines.push(line), now: () => time });
    for (let done = 0; done < 12_345; done += 1) {
      progress.report(done);
      time += 1;
    }
    progress.end();
    assert.equal(lines[0], 'checked 1,000 of 12,345 files');
    assert.equal(lines[1], 'checked 1,100 of 12,345 files');
    assert.equal(lines.at(-2), 'checked 12,300 of 12,345 files');
    assert.equal(lines.at(-1), '');
    assert.equal(lines.length, 115);
  });

  it('tells when the line has changed', () => {
    let time = 0;
    const progress = startProgress({ total: 3, showStatus: () => {}, now: () => time });
    assert.equal(progress.report(1), false);
    time = 1000;
    assert.deepEqual([progress.report(2), progress.report(3)], [true, false]);
  });
});

/** What a terminal shows of what is written: one line for each line feed, a carriage return going back. */
function createTerminal(
  isTTY: boolean,
): Output & { readonly lines: () => readonly string[]; readonly raw: () => string } {
  let raw = '';
  return {
    isTTY,
    write: (text: string) => {
      raw += text;
    },
    raw: () => raw,
    lines: () => raw.split('\n').map((line) => line.slice(line.lastIndexOf('\r\u001b[K') + 1).replace('\u001b[K', '')),
  };
}

describe('the status line', () => {
  it('is written over, and gone in the end', () => {
    const terminal = createTerminal(true);
    const status = createStatusLine(terminal, 'xterm-256color');
    status.show('checked 1 of 20 files');
    assert.deepEqual(terminal.lines(), ['checked 1 of 20 files']);
    status.show('checked 2');
    assert.deepEqual(terminal.lines(), ['checked 2']);
    status.show('');
    assert.deepEqual(terminal.lines(), ['']);
  });

  it('is out of the way of what is printed', () => {
    const terminal = createTerminal(true);
    const status = createStatusLine(terminal, undefined);
    status.show('checked 1');
    status.above(terminal, 'a finding\n');
    status.above(terminal, '');
    status.show('checked 2');
    assert.deepEqual(terminal.lines(), ['a finding', 'checked 2']);
  });

  it('stays while nothing is printed', () => {
    const terminal = createTerminal(true);
    const status = createStatusLine(terminal, undefined);
    status.show('checked 1');
    status.above(terminal, '');
    status.show('checked 1');
    assert.equal(terminal.raw(), 'checked 1');
  });

  it('is not for pipes, files and terminals that cannot erase', () => {
    for (const [isTTY, type] of [
      [false, 'xterm'],
      [true, 'dumb'],
    ] as const) {
      const terminal = createTerminal(isTTY);
      const status = createStatusLine(terminal, type);
      status.show('checked 1');
      status.above(terminal, 'a finding\n');
      status.show('');
      assert.equal(terminal.raw(), 'a finding\n');
    }
  });
});
