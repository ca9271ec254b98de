import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';

/** Chooses the code action of that name at the cursor. */
async function choose({ document }: vscode.TextEditor, at: vscode.Position, title: string): Promise<void> {
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.Refactor.value,
  );
  const command = actions.find((each) => each.title === title)?.command;
  assert.ok(command, `${title} is offered: ${actions.map((each) => each.title)}`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

function front(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}

describe('a user who takes a policy from a file into a template and back', () => {
  afterEach(closeEditors);

  it('gets each as an unsaved document, which is checked', async () => {
    const file = await openUntitled('json', unsafeTrust());
    await waitForFinding(file.document.uri, 'trust-missing-source-arn');
    await choose(file, await moveTo(file, 'Statement'), 'Open a copy in YAML, for a template');
    const yaml = front();
    assert.equal(yaml.languageId, 'yaml');
    assert.match(yaml.getText(), /^Version: '2012-10-17'\nStatement:\n/);
    await waitForFinding(yaml.uri, 'trust-missing-source-arn');

    const role = 'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n';
    const template = await openUntitled('yaml', role + yaml.getText().replace(/^(?=.)/gm, '        '));
    await waitForFinding(template.document.uri, 'trust-missing-source-arn');
    await choose(template, await moveTo(template, 'Statement'), 'Open a copy as a policy file in JSON');
    assert.equal(front().languageId, 'json');
    assert.deepEqual(JSON.parse(front().getText()), JSON.parse(file.document.getText()));
  });
});
