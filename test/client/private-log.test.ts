import assert from 'node:assert/strict';
import type { LogOutputChannel } from 'vscode';
import { privateLog, traceLog } from '../../client/src/private-log.ts';

/** An output that keeps what is written. */
function record() {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (...given: readonly unknown[]) =>
      void lines.push([level, ...given].join(' '));
  const methods = ['trace', 'debug', 'info', 'warn', 'error', 'append', 'appendLine', 'replace', 'show'] as const;
  const output = Object.fromEntries(methods.map((each) => [each, write(each)]));
  return { lines, output: { name: 'Role Chain', logLevel: 1, ...output } as unknown as LogOutputChannel };
}

const secret = '111122223333 AKIAEXAMPLEEXAMPLE12 wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const gone = '<account id> <key> <secret>';

describe('the output of the extension', () => {
  it('has no account ids and no credentials at any level', () => {
    const { lines, output } = record();
    const log = privateLog(output);
    for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) log[level](`a ${secret}`, { b: secret });
    for (const way of ['append', 'appendLine', 'replace'] as const) log[way](secret);
    log.error(new TypeError(secret));
    assert.deepEqual(lines.slice(0, 8), [
      ...['trace', 'debug', 'info', 'warn', 'error'].map((level) => `${level} a ${gone} {"b":"${gone}"}`),
      ...['append', 'appendLine', 'replace'].map((way) => `${way} ${gone}`),
    ]);
    assert.match(lines[8] ?? '', new RegExp(`^error TypeError: ${gone}\\n {4}at `));
  });

  it('comes to the front as it is asked to', () => {
    const { lines, output } = record();
    privateLog(output).show();
    privateLog(output).show(true);
    assert.deepEqual(lines, ['show false', 'show true']);
    assert.deepEqual([privateLog(output).name, privateLog(output).logLevel], ['Role Chain', 1]);
  });

  it('has of messages their names and times alone', () => {
    const { lines, output } = record();
    const log = traceLog(output);
    log.trace('Sending notification \'textDocument/didOpen\'.\nParams: { "text": "{}" }');
    log.trace("Received response 'rolechain/organization/mfaCode - (3)' in 5ms.\nResult: { code: '123456' }");
    log.trace('{"type":"send-notification","message":{"params":{"text":"{}"}}}');
    log.info('ready');
    assert.deepEqual(lines, [
      "trace Sending notification 'textDocument/didOpen'.",
      "trace Received response 'rolechain/organization/mfaCode - (3)' in 5ms.",
      'info ready',
    ]);
  });
});
