import assert from 'node:assert/strict';
import { reportCrash } from '../../server/src/lsp/crash.ts';
import { withoutSecrets } from '../../server/src/protocol/without-secrets.ts';

const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const token = `IQoJb3JpZ2luX2VjE${'Jz3/a+9Q'.repeat(60)}==`;

describe('a line of a log', () => {
  for (const [line, logged] of [
    ['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::<account id>:role/x'],
    ['"222233334444",1234-5678-9012', '"<account id>",<account id>'],
    ['key AKIAIOSFODNN7EXAMPLE, role AROADBQP57FF2AEXAMPLE:session', 'key <key>, role <key>:session'],
    [`secret=${secretKey}.`, 'secret=<secret>.'],
    [`X-Amz-Security-Token: ${token}&x`, 'X-Amz-Security-Token: <secret>&x'],
  ] as const)
    it(`has none of ${line.slice(0, 40)}`, () => assert.equal(withoutSecrets(line), logged));

  for (const line of [
    "Received response 'textDocument/hover - (12)' in 1234567890123ms.",
    '    at /home/Anna1/a/very/long/path/to/the/folder/of/the/Project2/server/src/lsp/server.ts:12:34',
    'file:///C:/Users/Anna1/AppData/Local/Programs/MicrosoftVSCode/resources/app/out/bootstrap',
    'TypeError: cannot read properties of undefined at withChainFindingsOfTheWholeWorkspace',
  ])
    it(`is left as it is: ${line.slice(0, 40)}`, () => assert.equal(withoutSecrets(line), line));

  it('is what a crash leaves', () => {
    const error = new Error('111122223333');
    assert.match(reportCrash(error), /^Error: <account id>\n {4}at .*without-secrets/);
  });
});
