import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample, typeText } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { networkSockets, socketsAreListed, watchConnections, watchSockets } from '../support/network.ts';
import { findServer } from '../support/server-process.ts';

describe('the network', () => {
  before(function () {
    if (!socketsAreListed) this.skip();
  });

  afterEach(closeEditors);

  it('is seen to be used where it is', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const stop = watchConnections();
    const client = net.connect(port, '127.0.0.1');
    await once(client, 'connect');
    try {
      assert.deepEqual(stop(), [`127.0.0.1:${port}`]);
      assert.ok(networkSockets(process.pid).includes(`tcp 0100007F:${hex} -> 00000000:0000`));
      assert.ok(networkSockets(process.pid).some((each) => each.endsWith(`-> 0100007F:${hex}`)));
    } finally {
      client.destroy();
      server.close();
    }
  });

  it('is not used by server and client while policies are opened, typed, completed, explained and drawn', async () => {
    const editor = await openSample('before', 'source-account.yaml');
    const { uri } = editor.document;
    await waitForFinding(uri, 'trust-missing-source-arn');
    const server = findServer();
    const stopSockets = watchSockets(server);
    const stopConnections = watchConnections();
    const position = await moveTo(editor, 'lambda.amazonaws.com');
    await typeText(' ');
    const ask = (command: string, ...args: readonly unknown[]) =>
      vscode.commands.executeCommand<readonly unknown[] | { readonly items: readonly unknown[] } | undefined>(
        command,
        uri,
        ...args,
      );
    const range = new vscode.Range(position, position);
    await ask('vscode.executeCompletionItemProvider', position);
    await ask('vscode.executeHoverProvider', position);
    await ask('vscode.executeCodeActionProvider', range);
    await ask('vscode.executeCodeLensProvider', 100);
    await ask('vscode.executeDefinitionProvider', position);
    await vscode.commands.executeCommand('rolechain.showGraph');
    await vscode.commands.executeCommand('undo');
    await vscode.window.showTextDocument(editor.document);
    const { seen, looks } = stopSockets();
    const ui = new URL(process.env.ROLECHAIN_UI_URL ?? 'http://127.0.0.1:0').host;
    assert.deepEqual(seen, []);
    assert.ok(looks > 5, `looked ${looks} times`);
    assert.deepEqual(
      stopConnections().filter((each) => each !== ui),
      [],
    );
  });
});
