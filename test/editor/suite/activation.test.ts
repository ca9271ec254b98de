import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';

describe('activation', () => {
  afterEach(closeEditors);

  it('runs the packaged extension, not the sources', () => {
    const extension = vscode.extensions.getExtension('rolechain.rolechain');
    assert.ok(extension, 'rolechain.rolechain is not installed');
    assert.notEqual(path.resolve(extension.extensionPath), path.resolve(process.env.ROLECHAIN_ROOT ?? ''));
    assert.match(path.basename(extension.extensionPath), /^rolechain\.rolechain-\d/);
  });

  it('finds a trust policy without a source ARN in an unsaved document', async () => {
    const { document } = await openUntitled('json', unsafeTrust());
    const finding = await waitForFinding(document.uri, 'trust-missing-source-arn');
    assert.equal(finding.source, 'rolechain');
  });
});
