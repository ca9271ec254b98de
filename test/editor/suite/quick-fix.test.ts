import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openSample, openUntitled, waitForText } from '../support/documents.ts';
import { waitForFinding, waitForNoFinding, waitUntil } from '../support/events.ts';
import { typeLines } from '../support/keyboard.ts';
import { unsafeTrust } from '../support/policies.ts';
import { chooseFromLightBulb, chooseQuickFix } from '../support/quick-fix.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const rule = 'trust-missing-source-arn';
const fix = 'add aws:SourceArn';

describe('a user who locks an open trust policy', function () {
  // Typing takes its time on a busy machine.
  this.timeout(60_000);

  before(function () {
    if (!uiAvailable) this.skip();
  });

  afterEach(closeEditors);

  it('types it into an unsaved JSON file, sees the finding and fixes it by the light bulb', async () => {
    const editor = await openUntitled('json', '');
    const { document } = editor;
    await typeLines(editor, [
      '{',
      '    "Version": "2012-10-17",',
      '    "Statement": [',
      '        {',
      '            "Effect": "Allow",',
      '            "Principal": { "Service": "lambda.amazonaws.com" },',
      '            "Action": "sts:AssumeRole"',
      '        }',
      '    ]',
      '}',
    ]);
    const finding = await waitForFinding(document.uri, rule);
    assert.equal(document.getText(finding.range), '"lambda.amazonaws.com"');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);

    await chooseFromLightBulb(editor, 'lambda', fix);
    await waitForText(document, (text) => text.includes('<function name>'));
    await ui('type', 'eu-west-1');
    await ui('press', 'Tab');
    await ui('type', '111122223333');
    await ui('press', 'Tab');
    await ui('type', 'repair');
    await waitForText(document, (text) => text.includes('"arn:aws:lambda:eu-west-1:111122223333:function:repair"'));
    await waitForNoFinding(document.uri, 'unfilled-placeholder');
    await waitForNoFinding(document.uri, rule);
    assert.doesNotThrow(() => JSON.parse(document.getText()));
  });

  it('types it into a YAML template and fixes it by the quick fix menu', async () => {
    const editor = await openUntitled('yaml', '');
    const { document } = editor;
    await typeLines(editor, [
      'Resources:',
      '  RuleRole:',
      '    Type: AWS::IAM::Role',
      '    Properties:',
      '      AssumeRolePolicyDocument:',
      "        Version: '2012-10-17'",
      '        Statement:',
      '          - Effect: Allow',
      '            Principal:',
      '              Service: events.amazonaws.com',
      '            Action: sts:AssumeRole',
    ]);
    const finding = await waitForFinding(document.uri, rule);
    assert.equal(document.getText(finding.range), 'events.amazonaws.com');

    await chooseQuickFix(editor, 'events', fix);
    await waitForText(document, (text) => text.includes('<rule name>'));
    await ui('type', 'nightly');
    const pinned = "!Sub 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/nightly'";
    await waitForText(document, (text) => text.includes(`aws:SourceArn: ${pinned}`));
    await waitForNoFinding(document.uri, 'unfilled-placeholder');
    await waitForNoFinding(document.uri, rule);
  });

  it('fixes a template on disk, in which the name of the function is known', async () => {
    const editor = await openSample('before', 'source-account.yaml');
    const { document } = editor;
    await waitForFinding(document.uri, rule);
    await chooseQuickFix(editor, 'lambda.amazonaws.com', fix);
    await waitForText(document, (text) =>
      text.includes(
        "aws:SourceArn: !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:s3-autoremediation'",
      ),
    );
    await waitForNoFinding(document.uri, rule);
  });

  it('opens the page of the rule as a preview', async () => {
    const editor = await openUntitled('json', unsafeTrust());
    await waitForFinding(editor.document.uri, rule);
    await chooseQuickFix(editor, 'events', `Open the page of ${rule}`);
    const input = await waitUntil('a preview', [vscode.window.tabGroups.onDidChangeTabs], () => {
      const shown: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputCustom ? shown : undefined;
    });
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    assert.equal(input.uri.path, `/${rule}.md`);
  });
});
