import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const run = <T>(command: string, ...args: readonly unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

/** The end of a file's path. */
const ending = (uri: vscode.Uri) => uri.path.split('/').slice(-2).join('/');

describe('a user who walks a role chain', () => {
  /** Both sides of the chain, open; the server runs by then. */
  async function openChain(): Promise<{ source: vscode.TextEditor; target: vscode.TextEditor }> {
    const { document } = await openSample('before', 'source-account.yaml');
    await waitForFinding(document.uri, 'trust-missing-source-arn');
    const target = await openSample('after', 'target-account.yaml');
    const source = await openSample('after', 'source-account.yaml');
    return { source, target };
  }

  afterEach(closeEditors);

  it('goes from the ARN of a role to its resource in another file', async () => {
    const { source, target } = await openChain();
    const position = await moveTo(source, 'SecurityAutoremediation');
    const found = await run<readonly vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      source.document.uri,
      position,
    );
    const link = found.find(({ targetUri }) => targetUri.toString() === target.document.uri.toString());
    assert.ok(link?.targetSelectionRange, found.map(({ targetUri }) => targetUri.toString()).join(', '));
    assert.equal(target.document.getText(link.targetSelectionRange), 'SecurityAutoremediationRole');
    assert.match(source.document.getText(link.originSelectionRange), /^!Sub 'arn.*SecurityAutoremediation'$/);
  });

  it('finds what names a role', async () => {
    const { source, target } = await openChain();
    const position = await moveTo(source, 'AutoremediationRole:');
    const found = await run<readonly vscode.Location[]>(
      'vscode.executeReferenceProvider',
      source.document.uri,
      position,
    );
    const texts = found.flatMap(({ uri, range }) => {
      const document = [source, target].find((each) => each.document.uri.toString() === uri.toString())?.document;
      return document ? [`${ending(uri)}: ${document.getText(range)}`] : [];
    });
    assert.ok(texts.includes('after/source-account.yaml: AutoremediationRole'), texts.join('\n'));
    assert.ok(
      texts.some((text) => /^after\/target-account\.yaml: .*role\/s3-autoremediation-lambda'$/.test(text)),
      texts.join('\n'),
    );
  });

  it('walks from the target to the source, and from there to the function', async () => {
    const { target } = await openChain();
    const position = await moveTo(target, 'SecurityAutoremediationRole');
    const [item] = await run<readonly vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      target.document.uri,
      position,
    );
    assert.equal(item?.name, 'SecurityAutoremediationRole');
    const callers = await run<readonly vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    const source = callers.find(({ from }) => ending(from.uri) === 'after/source-account.yaml');
    assert.equal(source?.from.name, 'AutoremediationRole', callers.map(({ from }) => from.name).join(', '));
    assert.match(source.from.detail ?? '', /^locked · account 111122223333/);
    const next = await run<readonly vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', source.from);
    assert.ok(
      next.some(({ from }) => from.name === 'AutoremediationFunction' && from.detail?.includes('locked')),
      next.map(({ from }) => `${from.name} ${from.detail}`).join(', '),
    );
    const called = await run<readonly vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', source.from);
    assert.ok(called.some(({ to }) => to.uri.toString() === target.document.uri.toString()));
  });

  it('reads over a role who may assume it, and gets the call hierarchy by a click', async () => {
    const { source } = await openChain();
    const lenses = await run<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', source.document.uri);
    const lens = lenses.find(({ command }) => command?.title.includes('may assume this'));
    assert.ok(lens?.command, lenses.map(({ command }) => command?.title).join(', '));
    assert.match(lens.command.title, /^2 may assume this \(2 locked\) · assumes \d/);
    assert.equal(source.document.getText(lens.range), 'AutoremediationRole');
    await run(lens.command.command, ...(lens.command.arguments ?? []));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), source.document.uri.toString());
    if (!uiAvailable) return;
    await ui('waitFor', '.call-hierarchy .monaco-list-row:has-text("AutoremediationFunction")');
    await ui('screenshot', 'chains-call-hierarchy');
    await ui('press', 'Escape');
  });

  it('reads on hover whether a hop happens', async () => {
    const { source } = await openChain();
    const position = await moveTo(source, 'SecurityAutoremediation');
    const hovers = await run<readonly vscode.Hover[]>('vscode.executeHoverProvider', source.document.uri, position);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /`AutoremediationRole`.* may assume `SecurityAutoremediationRole`/);
    assert.match(text, /Locked on both sides/);
  });

  it('finds roles by name and by ARN', async () => {
    const { target } = await openChain();
    const find = (query: string) =>
      run<readonly vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    for (const query of ['SecurityAutoremediationRole', ':role/SecurityOperations/SecurityAuto']) {
      const found = await find(query);
      assert.ok(
        found.some(({ location }) => location.uri.toString() === target.document.uri.toString()),
        `${query}: ${found.map(({ name }) => name).join(', ')}`,
      );
    }
  });
});
