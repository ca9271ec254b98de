import assert from 'node:assert/strict';
import type { Diagnostic, LogMessageParams, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { IamData } from '../../server/src/catalog/iam-data.ts';
import { iamData } from '../support/iam-data.ts';
import { openServerHere } from './support/server-here.ts';

const uri = 'file:///workspace/policy.json';

/** With one finding that needs no data of AWS, and one that does. */
const policy = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'same', Effect: 'Allow', Action: action, Resource: '*' },
      { Sid: 'same', Effect: 'Allow', Action: 'ec2:DescribeNothing', Resource: '*' },
    ],
  });

const broken: IamData = {
  ...iamData,
  findService: (prefix) => {
    if (prefix === 's3') throw new Error('no such service in 111122223333 for AKIAEXAMPLEEXAMPLE12');
    return iamData.findService(prefix);
  },
};

/** The server in this process, with data of AWS that make rules throw. */
function openBroken() {
  const editor = openServerHere({ iamData: () => broken });
  const log: string[] = [];
  const waiting: ((diagnostics: readonly Diagnostic[]) => void)[] = [];
  editor.onNotification('window/logMessage', ({ message }: LogMessageParams) => void log.push(message));
  editor.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: PublishDiagnosticsParams) =>
    waiting.shift()?.(diagnostics),
  );
  editor.listen();
  return {
    editor,
    log,
    /** The rules whose findings are published next. */
    rules: async (act: () => Promise<void>) => {
      const next = new Promise<readonly Diagnostic[]>((resolve) => waiting.push(resolve));
      await act();
      return [...new Set((await next).map(({ code }) => String(code)))].sort();
    },
  };
}

describe('server: a rule that throws', () => {
  it('loses its findings and gets one line of the log; all else stands, and the next key too', async () => {
    const { editor, log, rules } = openBroken();
    await editor.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await editor.sendNotification('initialized', {});
    const open = (text: string) =>
      editor.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
    const edit = (version: number, text: string) =>
      editor.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });

    const whole = await rules(() => open(policy('iam:GetRole')));
    assert.ok(whole.includes('unknown-action') && whole.includes('duplicate-sid'), whole.join());
    assert.deepEqual(log, []);

    const left = await rules(() => edit(2, policy('s3:GetObject')));
    assert.ok(!left.includes('unknown-action') && left.includes('duplicate-sid'), left.join());
    const failed = log.map((line) => /^The rule ([a-z-]+) failed/.exec(line)?.[1]);
    assert.ok(failed.includes('unknown-action'), log.join('\n'));
    assert.ok(!failed.includes(undefined) && new Set(failed).size === failed.length, failed.join());
    for (const line of log) assert.match(line, /no such service in <account id> for <key>/);

    const told = log.length;
    assert.deepEqual(await rules(() => edit(3, policy('s3:GetObjec'))), left);
    assert.equal(log.length, told, 'it is told once');
    assert.deepEqual(await rules(() => edit(4, policy('iam:GetRole'))), whole);

    // What a person asks for fails alone too.
    const position = { line: 0, character: policy('s3:GetObject').indexOf('s3:GetObject') + 4 };
    await rules(() => edit(5, policy('s3:GetObject')));
    await assert.rejects(editor.sendRequest('textDocument/hover', { textDocument: { uri }, position }));
    assert.match(log.at(-1) ?? '', /<account id>/);
    assert.ok(log.every((line) => !/111122223333|AKIA/.test(line)));
    editor.dispose();
  });
});
