import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const run = (command: string, ...args: readonly unknown[]) => vscode.commands.executeCommand(command, ...args);

/** What *Expand Selection* takes, step by step, until all is selected; of several lines the first and the last. */
async function grow(editor: vscode.TextEditor): Promise<readonly string[]> {
  const steps: string[] = [];
  const all = editor.document.getText();
  for (let step = 0; step < 60; step++) {
    await run('editor.action.smartSelect.expand');
    const text = editor.document.getText(editor.selection);
    if (text === all) return steps;
    steps.push(shorten(text));
  }
  throw new Error(`All is not selected after ${steps.join(' | ')}`);
}

function shorten(text: string): string {
  const [first = '', ...more] = text.split('\n');
  return more.length === 0 ? first : `${first} … ${more.at(-1)?.trim()}`;
}

/** Those that are to come, in this order. Others may come between: VS Code grows by words and lines, too. */
function includesInOrder(steps: readonly string[], expected: readonly string[]): void {
  const found = steps.filter((step) => expected.includes(step));
  assert.deepEqual(found, expected, steps.join('\n'));
}

/** Folds at a text. Answers the last line above what is hidden, and the first below it; both count from 1. */
async function fold(editor: vscode.TextEditor, text: string): Promise<readonly (number | undefined)[]> {
  const { line } = await moveTo(editor, text);
  await run('editor.unfoldAll');
  assert.equal(editor.visibleRanges.length, 1);
  await run('editor.fold', { selectionLines: [line] });
  const [above, below] = editor.visibleRanges;
  return [above && above.end.line + 1, below && below.start.line + 1];
}

describe('a user who selects and folds', () => {
  afterEach(closeEditors);

  /** The server runs, and has told the editor what it offers. */
  const startServer = async () => {
    const { document } = await openSample('before', 'source-account.yaml');
    await waitForFinding(document.uri, 'trust-missing-source-arn');
  };

  it('grows the selection from the part of an ARN to the statement and the resource of a template', async () => {
    await startServer();
    const editor = await openSample('after', 'source-account.yaml');
    await moveTo(editor, 'SecurityAutoremediation');
    const end = "aws:ResourceOrgPaths: !Sub '${WorkloadsOrgPath}/*'";
    includesInOrder(await grow(editor), [
      'SecurityAutoremediation',
      'role/SecurityOperations/SecurityAutoremediation',
      'arn:${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation',
      "'arn:${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation'",
      "!Sub 'arn:${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation'",
      "Resource: !Sub 'arn:${AWS::Partition}:iam::*:role/SecurityOperations/SecurityAutoremediation'",
      `Effect: Allow … ${end}`,
      `- Effect: Allow … ${end}`,
      // The list, which begins like its first item.
      `- Effect: Allow … ${end}`,
      `Statement: … ${end}`,
      `Version: '2012-10-17' … ${end}`,
      `PolicyDocument: … ${end}`,
      `PolicyName: autoremediation … ${end}`,
      `Policies: … ${end}`,
      `Properties: … ${end}`,
      `AutoremediationRole: … ${end}`,
    ]);
    await moveTo(editor, 'SecurityAutoremediation');
    for (let step = 0; step < 10; step++) await run('editor.action.smartSelect.expand');
    if (uiAvailable) await ui('screenshot', 'selecting-statement');
  });

  it('grows it in a policy in JSON, with what VS Code has there', async () => {
    await startServer();
    const editor = await openSample('after', 'source-role.trust.json');
    await moveTo(editor, 'AssumeRole"');
    includesInOrder(await grow(editor), [
      'AssumeRole',
      'sts:AssumeRole',
      '"sts:AssumeRole"',
      '"Action": "sts:AssumeRole"',
      '{ … }',
      '[ … ]',
      '"Statement": [ … ]',
      '{ … }',
    ]);
  });

  it('grows it in YAML that holds no policy, by brackets too', async () => {
    await startServer();
    const editor = await openUntitled('yaml', 'web:\n  image: { name: nginx, tags: [one, two] } # the (only) one\n');
    await moveTo(editor, 'one,');
    includesInOrder(await grow(editor), [
      'one',
      'one, two',
      '[one, two]',
      'tags: [one, two]',
      ' name: nginx, tags: [one, two] ',
      '{ name: nginx, tags: [one, two] }',
      'image: { name: nginx, tags: [one, two] }',
    ]);
    await moveTo(editor, 'only');
    includesInOrder(await grow(editor), ['only', '(only)', 'the (only) one', '# the (only) one']);
  });

  it('folds a statement, a policy and a resource as before', async () => {
    await startServer();
    const yaml = await openSample('after', 'source-account.yaml');
    assert.deepEqual(await fold(yaml, '- Effect'), [19, 26]);
    if (uiAvailable) await ui('screenshot', 'folding-statement');
    assert.deepEqual(await fold(yaml, 'Statement:'), [17, 26]);
    assert.deepEqual(await fold(yaml, 'AssumeRolePolicyDocument:'), [15, 26]);
    assert.deepEqual(await fold(yaml, 'AutoremediationRole:'), [11, 44]);
    assert.deepEqual(await fold(yaml, 'Resources:'), [10, undefined]);
    const json = await openSample('after', 'source-role.trust.json');
    assert.deepEqual(await fold(json, '{\n      "'), [4, 15]);
    if (uiAvailable) await ui('screenshot', 'folding-statement-json');
    assert.deepEqual(await fold(json, '"Statement"'), [3, 16]);
    assert.deepEqual(await fold(json, '"Condition"'), [10, 14]);
  });
});
