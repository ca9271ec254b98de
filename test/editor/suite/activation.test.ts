import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { note } from '../support/note.ts';
import { unsafeTrust } from '../support/policies.ts';

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/** What the extension host writes down of itself; `Developer: Show Running Extensions` shows it. */
const { MonacoPerformanceMarks } = globalThis as { MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } };

/** Milliseconds between the two marks of a phase of our extension. */
function took(phase: 'LoadExtensionCode' | 'ActivateExtension'): number {
  const timeOf = (word: 'will' | 'did') =>
    MonacoPerformanceMarks?.getMarks().find(({ name }) => name === `code/extHost/${word}${phase}/rolechain.rolechain`)
      ?.startTime;
  return (timeOf('did') ?? Number.NaN) - (timeOf('will') ?? Number.NaN);
}

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

  it('is loaded and activated once, which the editor times', () => {
    assert.ok(MonacoPerformanceMarks !== undefined, 'the editor writes down times');
    const [load, activate] = [took('LoadExtensionCode'), took('ActivateExtension')];
    note(`Activation: ${load.toFixed()} ms to load, ${activate.toFixed()} ms to activate`);
    assert.ok(load >= 0 && activate >= 0, `${load} ${activate}`);
  });
});
