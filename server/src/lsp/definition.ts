import type { CancellationToken, Definition, DefinitionLink, DefinitionParams } from 'vscode-languageserver/node';
import { rolesAt } from '../features/roles-at.ts';
import { locateEntity, pointInGraph, rangeAt } from './chain-session.ts';
import type { Session } from './session.ts';

/** From a value that names a role to the role: each that the value may mean. */
export function registerDefinition(session: Session): void {
  const { connection, guard } = session;
  connection.onDefinition((params, token) =>
    guard.request('definition', token, () => findDefinitions(session, params, token)),
  );
}

async function findDefinitions(
  session: Session,
  { textDocument, position }: DefinitionParams,
  token: CancellationToken,
): Promise<Definition | DefinitionLink[] | null> {
  const pointed = await pointInGraph(session, textDocument.uri, position, token);
  const at = pointed && rolesAt(pointed.place, pointed.offset, pointed.graph);
  if (pointed === undefined || at === undefined) return null;
  const locations = at.entities.flatMap((entity) => locateEntity(session, entity) ?? []);
  if (!session.client.definitionLinks) return locations.map(({ uri, selection }) => ({ uri, range: selection }));
  return locations.map(({ uri, range, selection }) => ({
    originSelectionRange: rangeAt(pointed, at.span),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: selection,
  }));
}
