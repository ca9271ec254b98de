import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadQueue",
      "Effect": "Allow",
      "Action": ["sqs:ReceiveMessage", "sqs:*Tag*"],
      "Resource": "arn:aws:sqs:us-east-1:<account id>:jobs",
      "Condition": { "StringEquals": { "aws:PrincipalTag/team": "blue" } }
    }
  ]
}
`;

const run = <Result>(command: string, ...args: readonly unknown[]): Thenable<Result> =>
  vscode.commands.executeCommand<Result>(command, ...args);

const textOf = (content: vscode.MarkdownString | vscode.MarkedString): string =>
  typeof content === 'string' ? content : content.value;

describe('a user who reads a policy', () => {
  afterEach(closeEditors);

  it('sees on hover what an action does, with a link to its page', async () => {
    const editor = await openUntitled('json', policy);
    await waitForFinding(editor.document.uri, 'unfilled-placeholder');
    const position = await moveTo(editor, 'ReceiveMessage');
    const hovers = await run<readonly vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
    const [hover] = hovers.filter(({ contents }) => contents.some((each) => textOf(each).includes('ReceiveMessage')));
    assert.equal(hover?.range && editor.document.getText(hover.range), 'sqs:ReceiveMessage');
    // Commands and markup in it would do nothing, whoever's words they are.
    for (const each of hover?.contents ?? [])
      assert.ok(each instanceof vscode.MarkdownString && !each.isTrusted && !each.supportHtml);
    if (!uiAvailable) return;
    await run('editor.action.showHover');
    const shown = '.monaco-hover:has-text("Access level: Read")';
    await ui('waitFor', shown);
    await ui('waitFor', '.monaco-hover a:has-text("Service Authorization Reference")');
    assert.match(await ui('text', shown), /^sqs:ReceiveMessage, Amazon SQS\s/);
    await ui('screenshot', 'reading-hover');
  });

  it('has hints behind wildcards, links on words, and an outline of statements', async () => {
    const { document } = await openUntitled('json', policy);
    await waitForFinding(document.uri, 'unfilled-placeholder');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await run<readonly vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['3 actions'],
    );
    const links = await run<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ['sqs:ReceiveMessage', 'sqs:*Tag*', 'aws:PrincipalTag/team'],
    );
    const symbols = await run<readonly vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((each) => each.name)]);
    assert.ok(names.includes('Identity policy') && names.includes('ReadQueue'), names.join(', '));
  });

  it('keeps the folding of the editor in a template', async () => {
    const editor = await openSample('after', 'source-account.yaml');
    const position = await moveTo(editor, 'RoleName');
    const before = editor.visibleRanges.length;
    await run('editor.fold', { selectionLines: [position.line - 1] });
    assert.equal(before, 1);
    assert.equal(editor.visibleRanges.length, 2);
    await run('editor.unfoldAll');
  });
});
