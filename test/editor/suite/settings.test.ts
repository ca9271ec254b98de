import * as vscode from 'vscode';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { codeOf, waitForDiagnostics, waitForFinding, waitForNoFinding } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';

const rule = 'trust-missing-source-arn';

const setRules = async (rules: Readonly<Record<string, string>> | undefined): Promise<void> =>
  vscode.workspace.getConfiguration('rolechain').update('rules', rules, vscode.ConfigurationTarget.Workspace);

describe('the setting rolechain.rules', () => {
  afterEach(async () => {
    await setRules(undefined);
    await closeEditors();
  });

  it('changes the severity of a finding at once, and takes it away', async () => {
    const { document } = await openUntitled('json', unsafeTrust());
    await waitForFinding(document.uri, rule);
    await setRules({ [rule]: 'error' });
    await waitForSeverity(document.uri, vscode.DiagnosticSeverity.Error);
    await setRules({ [rule]: 'off' });
    await waitForNoFinding(document.uri, rule);
    await setRules(undefined);
    await waitForSeverity(document.uri, vscode.DiagnosticSeverity.Warning);
  });
});

async function waitForSeverity(uri: vscode.Uri, severity: vscode.DiagnosticSeverity): Promise<void> {
  await waitForDiagnostics(uri, (all) => all.some((one) => codeOf(one) === rule && one.severity === severity));
}
