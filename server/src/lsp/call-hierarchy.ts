import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyPrepareParams,
  type CancellationToken,
  type Location,
  type Range,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Graph, Hop } from '../chain/graph.ts';
import { entityKey, indexGraph } from '../chain/graph-index.ts';
import { titleOf } from '../chain/hop-words.ts';
import type { Naming } from '../chain/naming.ts';
import { describeStep, inOrder, startsOfWalk } from '../features/role-walk.ts';
import type { Entity, EntityKind } from '../role/entity.ts';
import { textKey } from '../role/text.ts';
import { graphNow, locateEntity, locateNaming, type PointedInGraph, pointInGraph, rangeAt } from './chain-session.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** What an item carries, to find its entity again in a graph that may be another by then. */
interface ItemData {
  readonly entity: string;
}

const kinds: Readonly<Record<EntityKind, SymbolKind>> = {
  role: SymbolKind.Class,
  user: SymbolKind.Variable,
  function: SymbolKind.Function,
  service: SymbolKind.Interface,
  federated: SymbolKind.Event,
  account: SymbolKind.Namespace,
  anyone: SymbolKind.Namespace,
};

export const symbolKindOf = (kind: EntityKind): SymbolKind => kinds[kind];

/** Who may assume a role, and what it may assume, level after level. */
export function registerCallHierarchy(session: Session): void {
  const { connection, guard } = session;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare((params, token) =>
    guard.request('call hierarchy', token, () => prepare(session, params, token)),
  );
  callHierarchy.onIncomingCalls(({ item }, token) =>
    guard.request('incoming calls', token, () => findIncoming(session, item, token)),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    guard.request('outgoing calls', token, () => findOutgoing(session, item, token)),
  );
}

async function prepare(
  session: Session,
  { textDocument, position }: CallHierarchyPrepareParams,
  token: CancellationToken,
): Promise<CallHierarchyItem[] | null> {
  const pointed = await pointInGraph(session, textDocument.uri, position, token);
  if (pointed === undefined) return null;
  const starts = startsOfWalk(pointed.place, pointed.offset, pointed.graph);
  return starts.map((entity) =>
    createItem(entity, pointed.graph, undefined, locateEntity(session, entity) ?? here(pointed)),
  );
}

/** Of what is only named: where it is named. */
function here(pointed: PointedInGraph): ItemPlace {
  const { offset, document } = pointed;
  const range = rangeAt(pointed, { start: offset, end: offset });
  return { uri: document.uri, range, selection: range };
}

async function findIncoming(
  session: Session,
  item: CallHierarchyItem,
  token: CancellationToken,
): Promise<CallHierarchyIncomingCall[] | null> {
  const found = await findEntity(session, item, token);
  if (found === undefined) return null;
  const { entity, graph } = found;
  const look = createLook(session);
  return inOrder(indexGraph(graph).to(entity)).map((hop): CallHierarchyIncomingCall => {
    const { source } = hop;
    const place = locateEntity(session, source) ?? placeOfNaming(look, hop.byTarget) ?? placeOfItem(item);
    const from = createItem(source, graph, hop, place);
    return { from, fromRanges: rangesIn(from, [...hop.bySource, ...hop.byTarget], look) };
  });
}

async function findOutgoing(
  session: Session,
  item: CallHierarchyItem,
  token: CancellationToken,
): Promise<CallHierarchyOutgoingCall[] | null> {
  const found = await findEntity(session, item, token);
  if (found === undefined) return null;
  const { entity, graph } = found;
  const look = createLook(session);
  return inOrder(indexGraph(graph).from(entity)).map((hop): CallHierarchyOutgoingCall => {
    const { target } = hop;
    const place = locateEntity(session, target) ?? placeOfNaming(look, hop.bySource) ?? placeOfItem(item);
    return { to: createItem(target, graph, hop, place), fromRanges: rangesIn(item, hop.bySource, look) };
  });
}

async function findEntity(
  session: Session,
  { data }: CallHierarchyItem,
  token: CancellationToken,
): Promise<{ readonly entity: Entity; readonly graph: Graph } | undefined> {
  const graph = await graphNow(session, token);
  const key = isRecord(data) && typeof data.entity === 'string' ? data.entity : undefined;
  const entity = graph && key !== undefined ? indexGraph(graph).entity(key) : undefined;
  return graph && entity && { graph, entity };
}

interface ItemPlace {
  readonly uri: string;
  readonly range: Range;
  readonly selection: Range;
}

function createItem(
  entity: Entity,
  graph: Graph,
  hop: Hop | undefined,
  { uri, range, selection }: ItemPlace,
): CallHierarchyItem {
  const data: ItemData = { entity: entityKey(entity) };
  const detail = describeStep(entity, graph, hop);
  return {
    name: titleOf(entity),
    kind: kinds[entity.kind],
    ...(detail !== '' && { detail }),
    uri,
    range,
    selectionRange: selection,
    data,
  };
}

function placeOfItem({ uri, range, selectionRange }: CallHierarchyItem): ItemPlace {
  return { uri, range, selection: selectionRange };
}

type Look = (naming: Naming) => Location | undefined;

/** A role that hundreds may assume is named in as many files: of those that would have to be read, few are. */
const mostRead = 5;

/** Finds the place of each value once. */
function createLook(session: Session): Look {
  const read = new Set<string>();
  const found = new Map<Naming['grant'], Map<string, Location | undefined>>();
  const locate = (naming: Naming): Location | undefined => {
    const { file } = naming.grant.origin;
    const isKnown = session.chains.isAtHand(file) || session.chains.valuePlaceOf(naming) !== undefined;
    if (!isKnown && read.size >= mostRead && !read.has(file)) return undefined;
    if (!isKnown) read.add(file);
    return locateNaming(session, naming);
  };
  return (naming) => {
    const places = found.get(naming.grant) ?? new Map<string, Location | undefined>();
    found.set(naming.grant, places);
    const key = JSON.stringify([naming.part, 'arn' in naming.who ? textKey(naming.who.arn) : '']);
    if (!places.has(key)) places.set(key, locate(naming));
    return places.get(key);
  };
}

function placeOfNaming(look: Look, namings: readonly Naming[]): ItemPlace | undefined {
  for (const naming of namings) {
    const found = look(naming);
    if (found !== undefined) return { uri: found.uri, range: found.range, selection: found.range };
  }
  return undefined;
}

/** The values of a file that name the other; where they stand elsewhere, the role itself. */
function rangesIn({ uri, selectionRange }: CallHierarchyItem, namings: readonly Naming[], look: Look): Range[] {
  const ranges = namings.flatMap((naming) => {
    const found = look(naming);
    return found?.uri === uri ? [found.range] : [];
  });
  return ranges.length > 0 ? ranges : [selectionRange];
}
