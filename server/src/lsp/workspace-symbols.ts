import type { CancellationToken, WorkspaceSymbol } from 'vscode-languageserver/node';
import { entityKey, indexGraph } from '../chain/graph-index.ts';
import { findRoleSymbols, type RoleSymbol } from '../features/role-symbols.ts';
import { symbolKindOf } from './call-hierarchy.ts';
import { graphNow, locateEntity } from './chain-session.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** Roles by name or ARN. Where each stands is looked up when it is chosen, as far as the editor can ask then. */
export function registerWorkspaceSymbols(session: Session): void {
  const { connection, guard } = session;
  connection.onWorkspaceSymbol(({ query }, token) =>
    guard.request('workspace symbols', token, () => findSymbols(session, query, token)),
  );
  connection.onWorkspaceSymbolResolve((symbol, token) =>
    guard.request('resolving a symbol', token, () => resolveSymbol(session, symbol, token)),
  );
}

async function findSymbols(
  session: Session,
  query: string,
  token: CancellationToken,
): Promise<WorkspaceSymbol[] | null> {
  const graph = await graphNow(session, token);
  if (graph === undefined) return null;
  return findRoleSymbols(graph, query).flatMap((symbol) => createSymbol(session, symbol) ?? []);
}

function createSymbol(session: Session, { entity, name, container }: RoleSymbol): WorkspaceSymbol | undefined {
  const { source } = entity;
  if (source === undefined) return undefined;
  const base = { name, kind: symbolKindOf(entity.kind), containerName: container, data: { entity: entityKey(entity) } };
  if (session.client.resolvesSymbols) return { ...base, location: { uri: session.chains.uriOf(source.file) } };
  const found = locateEntity(session, entity);
  return found && { ...base, location: { uri: found.uri, range: found.selection } };
}

async function resolveSymbol(
  session: Session,
  symbol: WorkspaceSymbol,
  token: CancellationToken,
): Promise<WorkspaceSymbol> {
  const data: unknown = symbol.data;
  const graph = await graphNow(session, token);
  const key = isRecord(data) && typeof data.entity === 'string' ? data.entity : undefined;
  const entity = graph && key !== undefined ? indexGraph(graph).entity(key) : undefined;
  const found = entity && locateEntity(session, entity);
  return found ? { ...symbol, location: { uri: found.uri, range: found.selection } } : symbol;
}
