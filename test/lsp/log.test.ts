import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeOrganization } from '../../server/src/organization/organization-file.ts';
import {
  type Answer,
  type OpenedOrganization,
  organizationRequests as requests,
} from '../../server/src/protocol/organization.ts';
import { useAws } from '../aws/support/environment.ts';
import { exampleOrganization } from '../aws/support/organizations.ts';
import { withFolder } from '../cli/temporary-folder.ts';
import { chainClient, rolesOf, roleTemplate } from './support/role-files.ts';
import { type ServerProcess, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const account = '111122223333';
const accessKey = 'AKIAEXAMPLEEXAMPLE12';
const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const sessionToken = `IQoJb3JpZ2luX2VjE${'Jz3/a+9Q'.repeat(60)}==`;

const credentials = { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_SESSION_TOKEN: sessionToken };

/** All that the server says to nobody in particular: the log at every level, traces, telemetry, and its streams. */
function listen({ connection, process }: ServerProcess): readonly string[] {
  const lines: string[] = [];
  for (const method of ['window/logMessage', 'window/showMessage', '$/logTrace', 'telemetry/event', '$/progress'])
    connection.onNotification(method, (given) => void lines.push(`${method} ${JSON.stringify(given)}`));
  process.stderr.on('data', (data) => lines.push(String(data)));
  return lines;
}

function assertPrivate(lines: readonly string[]): void {
  for (const line of lines) {
    assert.doesNotMatch(line, /\d{12}/, 'an account id');
    for (const secret of [accessKey, secretKey, sessionToken, sessionToken.slice(0, 50), 'A'.repeat(20)])
      assert.ok(!line.includes(secret), line);
  }
}

describe('server: the log', () => {
  const aws = useAws();
  beforeEach(() => aws.set(credentials));

  const ask = <Result>({ connection }: ServerProcess, name: string, params: object = {}) =>
    connection.sendRequest<Result>(name, params);

  it('has no account id and no credentials at any level, whatever is opened, imported and asked', async () => {
    const secret = roleTemplate('Secret').replace('"Secret"', `"Secret", "Keys": "${accessKey} ${secretKey}"`);
    await withFolder({ 'secret.json': secret, 'b.json': roleTemplate('B') }, async (folder) => {
      await aws.serve({ callerAccount: account });
      const initializationOptions = { storage: pathToFileURL(path.join(folder, 'kept')).href, status: true };
      const folders = [pathToFileURL(folder).href];
      await withServer({ capabilities: chainClient, folders, initializationOptions }, async (server) => {
        const lines = listen(server);
        const { connection } = server;
        await connection.sendNotification('$/setTrace', { value: 'verbose' });
        const uri = pathToFileURL(path.join(folder, 'secret.json')).href;
        await server.open(uri, secret);
        await server.open(`${uri}.json`, unsafeTrust.replace('lambda.amazonaws.com', account));
        await rolesOf(server);
        await ask(server, requests.import, { text: writeOrganization(exampleOrganization) });
        await ask(server, requests.import, { text: `{ "id": "${account}" ${accessKey}` });
        const { value } = await ask<Answer<OpenedOrganization>>(server, requests.open, { from: 'aws' });
        assert.equal(value?.organization.id, exampleOrganization.id);
        await ask(server, requests.accounts, { organization: exampleOrganization.id, from: 'aws' });

        // What fails is logged, and quotes what it was given.
        const quoted = `${account} ${accessKey} ${secretKey} ${sessionToken}`;
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: quoted },
          contentChanges: 1,
        });
        const content = `{"${quoted}": ${account}${accessKey}`;
        server.process.stdin.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
        await connection.sendRequest('textDocument/hover', { textDocument: quoted }).catch(() => undefined);
        await rolesOf(server);
        assert.equal(await server.stop(), 0);
        assert.ok(
          lines.some((line) => /<account id>|<key>|<secret>/.test(line)),
          lines.join('\n'),
        );
        assertPrivate(lines);
      });
    });
  });

  it('tells of a failure of AWS without what AWS says of the signature', async () => {
    await aws.serve({
      mishap: ({ operation }) =>
        operation.startsWith('List')
          ? {
              type: 'InvalidSignatureException',
              status: 403,
              message: `The canonical string was 'x-amz-security-token:${sessionToken}' by ${accessKey} of ${account}`,
            }
          : undefined,
    });
    await withServer({}, async (server) => {
      const lines = listen(server);
      const { failure } = await ask<Answer<OpenedOrganization>>(server, requests.open, { from: 'aws' });
      assert.equal(failure?.kind, 'no-credentials');
      assertPrivate([failure.message, ...lines]);
    });
  });

  it('tells why an organization cannot be kept', async () => {
    await withFolder({ kept: `a file of ${account}` }, async (folder) => {
      const storage = pathToFileURL(path.join(folder, 'kept', account)).href;
      await withServer({ initializationOptions: { storage } }, async (server) => {
        const lines = listen(server);
        const imported = { text: writeOrganization(exampleOrganization) };
        await assert.rejects(ask(server, requests.import, imported), /ENOTDIR/);
        assert.ok(
          lines.some((line) => line.includes('ENOTDIR')),
          lines.join('\n'),
        );
        assertPrivate(lines);
      });
    });
  });
});
