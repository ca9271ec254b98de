import type { ClientCapabilities, WorkspaceSymbol } from 'vscode-languageserver/node';
import { richClient, type ServerProcess } from './server-process.ts';

/** An editor that tells of files and folders as they come and go. */
export const chainClient: ClientCapabilities = {
  ...richClient,
  workspace: {
    ...richClient.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
};

/** A template with one role, which other accounts may assume. */
export function roleTemplate(name: string, trusts = 'arn:aws:iam::111122223333:role/Nobody'): string {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: trusts }, Action: 'sts:AssumeRole' }],
  };
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: name, AssumeRolePolicyDocument: trust } };
  return JSON.stringify({ Resources: { [name]: role } }, undefined, 2);
}

/** The names of the roles that are declared in the workspace, as it is now. */
export async function rolesOf({ connection }: Pick<ServerProcess, 'connection'>): Promise<readonly string[]> {
  const symbols = await connection.sendRequest<readonly WorkspaceSymbol[]>('workspace/symbol', { query: '' });
  return symbols.map(({ name }) => name).sort();
}

/** The patterns of files that the server has asked to be told of. */
export function watchedPatterns({ registered }: ServerProcess): readonly string[] {
  return registered
    .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
    .flatMap(({ registerOptions }) => (registerOptions as { watchers: { globPattern: string }[] }).watchers)
    .map(({ globPattern }) => globPattern);
}
