import assert from 'node:assert/strict';
import { type ClientCapabilities, type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver/node';
import { commands } from '../../server/src/protocol/commands.ts';
import { type CopyPolicyResult, copyPolicyRequest } from '../../server/src/protocol/policy-copy.ts';
import { applyAction } from './support/edits.ts';
import { richClient, type ServerProcess, withServer } from './support/server-process.ts';

const uri = 'file:///workspace/policy.json';

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:PutObject", "s3:GetObject"], "Resource": ["arn:aws:s3:::a/*"] },
    { "Effect": "Allow", "NotAction": "s3:PutObject", "Resource": "*" },
    { "Effect": "Allow", "NotAction": "s3:GetObject", "Resource": "*" }
  ]
}
`;

const lazy: ClientCapabilities = {
  ...richClient,
  textDocument: {
    ...richClient.textDocument,
    codeAction: {
      ...richClient.textDocument?.codeAction,
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

interface Asking {
  readonly line?: number;
  readonly only?: readonly string[];
  readonly triggerKind?: CodeActionTriggerKind;
}

function ask(server: ServerProcess, { line = 3, only, triggerKind }: Asking): Promise<CodeAction[]> {
  const position = { line, character: 50 };
  return server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
  });
}

function titles(actions: readonly CodeAction[]): readonly string[] {
  return actions.filter(({ kind }) => kind?.startsWith('refactor')).map(({ title }) => title);
}

describe('server: refactorings', () => {
  it('come with their edit where the editor cannot ask for it', () =>
    withServer({}, async (server) => {
      await server.open(uri, policy);
      const [sort] = (await ask(server, { only: ['refactor'] })).filter(({ title }) => title === 'Sort `Action`');
      assert.ok(sort);
      assert.equal(sort.kind, 'refactor.rewrite');
      assert.equal(
        applyAction(policy, sort, 1),
        policy.replace('"s3:PutObject", "s3:GetObject"', '"s3:GetObject", "s3:PutObject"'),
      );
    }));

  it('are worked out when they are chosen, for the version that they were offered for', () =>
    withServer({ capabilities: lazy }, async (server) => {
      await server.open(uri, policy);
      const [sort] = await ask(server, { only: ['refactor.rewrite'] });
      assert.ok(sort);
      assert.equal(sort.edit, undefined);
      const resolved = await server.connection.sendRequest<CodeAction>('codeAction/resolve', sort);
      assert.match(applyAction(policy, resolved, 1), /"s3:GetObject", "s3:PutObject"/);
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: `\n${policy}` }],
      });
      const late = await server.connection.sendRequest<CodeAction>('codeAction/resolve', sort);
      assert.equal(late.edit, undefined);
    }));

  it('are not offered to an editor that asks by the way', () =>
    withServer({ capabilities: lazy }, async (server) => {
      await server.open(uri, policy);
      assert.deepEqual(titles(await ask(server, { triggerKind: CodeActionTriggerKind.Automatic })), []);
      assert.deepEqual(titles(await ask(server, { triggerKind: CodeActionTriggerKind.Invoked })), ['Sort `Action`']);
      assert.deepEqual(titles(await ask(server, { only: ['quickfix'] })), []);
      assert.deepEqual(titles(await ask(server, { only: ['refactor.extract'] })), []);
    }));

  it('say why not to an editor that asks for them and shows it', () =>
    withServer({ capabilities: lazy }, async (server) => {
      await server.open(uri, policy);
      const [, merge] = await ask(server, { line: 4, only: ['refactor'] });
      assert.match(merge?.disabled?.reason ?? '', /^What several NotAction leave out/);
      assert.deepEqual(titles(await ask(server, { line: 4 })), ['Write `NotAction` as a list']);
    }));

  it('tell the person where one cannot be done after all', () =>
    withServer({ capabilities: lazy }, async (server) => {
      const told = new Promise<string>((resolve) => {
        server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message));
      });
      const commented = policy.replace('"s3:GetObject"]', '"s3:putobject", // twice\n"s3:GetObject"]');
      await server.open(uri, commented, 'jsonc');
      const [sort] = await ask(server, { only: ['refactor'] });
      assert.ok(sort);
      const resolved = await server.connection.sendRequest<CodeAction>('codeAction/resolve', sort);
      assert.equal(resolved.edit, undefined);
      assert.match(await told, /^Sort `Action` and remove .*: What stands around it .*\.$/);
    }));

  it('may write in other parts of the template too', () =>
    withServer({ capabilities: lazy }, async (server) => {
      const template = 'file:///workspace/template.yaml';
      const text = [
        'Parameters: {}',
        'Resources:',
        '  Policy:',
        '    Type: AWS::IAM::ManagedPolicy',
        '    Properties:',
        '      PolicyDocument:',
        '        Statement: { Effect: Allow, Action: "sts:AssumeRole", Resource: "111122223333" }',
        '',
      ].join('\n');
      await server.open(template, text, 'yaml');
      const position = { line: 6, character: 77 };
      const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: template },
        range: { start: position, end: position },
        context: { diagnostics: [], only: ['refactor'] },
      });
      const offered = actions.find(({ title }) => title.startsWith('Write a new parameter'));
      const resolved = await server.connection.sendRequest<CodeAction>('codeAction/resolve', offered);
      const after = applyAction(text, resolved, 1);
      assert.match(after, /^Parameters:.*AccountId.*111122223333/s);
      assert.match(after, /Resource: !Ref AccountId \}/);
    }));

  it('copy a policy for another kind of file where the editor can open such a text', () =>
    withServer({ capabilities: lazy, initializationOptions: { commands: [commands.copyPolicy] } }, async (server) => {
      await server.open(uri, policy);
      const copy = (await ask(server, { only: ['refactor'] })).find(({ title }) => title.startsWith('Open a copy'));
      assert.equal(copy?.command?.command, commands.copyPolicy);
      const [params] = copy?.command?.arguments ?? [];
      const done = await server.connection.sendRequest<CopyPolicyResult>(copyPolicyRequest, params);
      assert.equal(done.copy?.language, 'yaml');
      assert.match(done.copy?.text ?? '', /^Version: '2012-10-17'\nStatement:\n {2}- Effect: Allow\n/);
      const late = await server.connection.sendRequest<CopyPolicyResult>(copyPolicyRequest, { ...params, version: 7 });
      assert.match(late.failure ?? '', /changed meanwhile/);
      const none = await server.connection.sendRequest<CopyPolicyResult>(copyPolicyRequest, { uri });
      assert.equal(none.failure, 'No policy is named.');
    }));

  it('offer no copy to an editor without that command', () =>
    withServer({ capabilities: lazy }, async (server) => {
      await server.open(uri, policy);
      const offered = await ask(server, { only: ['refactor'] });
      assert.deepEqual(
        offered.filter(({ command }) => command !== undefined),
        [],
      );
    }));
});
