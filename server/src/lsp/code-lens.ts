import {
  type CancellationToken,
  type CodeLens,
  type CodeLensParams,
  CodeLensRefreshRequest,
} from 'vscode-languageserver/node';
import { indexGraph } from '../chain/graph-index.ts';
import { describeRole } from '../features/role-lens.ts';
import { commands } from '../protocol/commands.ts';
import { graphNow, locateEntity } from './chain-session.ts';
import { isFile, pathOf } from './document-uri.ts';
import type { Session } from './session.ts';

/** Over each role of a file: how many may assume it, and how many it may assume. */
export function registerCodeLens(session: Session): { readonly refresh: () => void } {
  const { connection, client, guard } = session;
  connection.onCodeLens((params, token) =>
    guard.request('code lenses', token, () => createLenses(session, params, token)),
  );
  return {
    refresh: () => {
      if (client.refreshesCodeLenses)
        void guard.run('refreshing code lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
    },
  };
}

async function createLenses(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[] | null> {
  const { codeLens } = await session.settings.of(uri);
  const graph = codeLens && isFile(uri) ? await graphNow(session, token) : undefined;
  if (graph === undefined) return null;
  const index = indexGraph(graph);
  const roles = index.inFile(pathOf(uri)).filter(({ kind }) => kind === 'role');
  return roles.flatMap((role): CodeLens[] => {
    const place = locateEntity(session, role);
    if (place === undefined) return [];
    const title = describeRole(role, index);
    const range = place.selection;
    const canShow = session.client.options.commands?.includes(commands.showCallHierarchy) === true;
    // A lens without a command is text.
    const command = canShow
      ? { title, command: commands.showCallHierarchy, arguments: [uri, range.start] }
      : { title, command: '' };
    return [{ range, command }];
  });
}
