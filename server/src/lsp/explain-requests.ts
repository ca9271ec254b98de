import path from 'node:path';
import { sayCut } from '../chain/closed-world.ts';
import { evaluateHop } from '../chain/evaluate-hop.ts';
import type { Graph } from '../chain/graph.ts';
import { wordOf } from '../chain/hop-words.ts';
import { renderExplanation } from '../export/explanation.ts';
import { type FileRange, reportRole } from '../export/graph-report.ts';
import { groupOf, labelOf } from '../export/graph-words.ts';
import { markdownText } from '../export/markdown-text.ts';
import { graphRequests, type HopEnd, type HopEnds, type TextAnswer } from '../protocol/graph.ts';
import type { Entity } from '../role/entity.ts';
import { withGraph } from './chain-session.ts';
import { isFile, pathOf } from './document-uri.ts';
import { entitiesAt } from './graph-focus.ts';
import { kindOf } from './graph-picture.ts';
import { createPlaces } from './graph-places.ts';
import { readPosition, shownPath } from './graph-requests.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** Answers which hops can be explained, and the explanation of one. */
export function registerExplain(session: Session): void {
  onRequest(session, graphRequests.ends, (params, token) => withGraph(session, token, () => listEnds(session, params)));
  onRequest(session, graphRequests.explain, (params, token) =>
    withGraph(session, token, () => explain(session, params)),
  );
}

function listEnds(session: Session, params: unknown): HopEnds {
  const graph = session.chains.graph();
  const { source } = isRecord(params) ? params : {};
  const words = wordsFrom(graph, source);
  const ends = graph.entities.filter(({ kind }) => kind !== 'anyone').map((each) => describe(session, each, graph));
  const targets = ends.flatMap(({ entity, end }): HopEnd[] => {
    const word = words.get(entity);
    if (entity.kind !== 'role') return [];
    return [word === undefined ? end : { ...end, word }];
  });
  const cut = sayCut(graph.world);
  return {
    ...(cut !== undefined && { cut }),
    sources: ends.map(({ end }) => end),
    targets: [...targets.filter(({ word }) => word !== undefined), ...targets.filter(({ word }) => word === undefined)],
    ...preselect(session, graph, params),
  };
}

function wordsFrom(graph: Graph, source: unknown): ReadonlyMap<Entity, string> {
  const hops = graph.hops.filter((hop) => hop.source.id === source);
  return new Map(
    hops.map(({ target, locked, verdict: { verdict, assumptions } }) => [
      target,
      wordOf({ verdict, locked, assumptions: assumptions.map(({ sentence }) => sentence) }),
    ]),
  );
}

function describe(
  session: Session,
  entity: Entity,
  { world }: Graph,
): { readonly entity: Entity; readonly end: HopEnd } {
  const role = reportRole(entity, undefined);
  const file = entity.source && shownPath(session, entity.source.file);
  const detail = [kindOf(role, world), groupOf(role), file].filter((each) => each !== undefined).join(' · ');
  return { entity, end: { id: entity.id, label: labelOf(role), detail } };
}

/** In a trust policy the role is the target, elsewhere the source, where it has such hops. */
function preselect({ chains }: Session, graph: Graph, params: unknown): Pick<HopEnds, 'source' | 'target'> {
  const { uri, position } = isRecord(params) ? params : {};
  const at = readPosition(position);
  if (typeof uri !== 'string' || !isFile(uri) || at === undefined) return {};
  const { entities, isExact, inTrust } = entitiesAt(graph, chains, pathOf(uri), at);
  const [entity] = entities;
  if (entity === undefined || !isExact) return {};
  const outgoing = graph.hops.find(({ source }) => source === entity);
  const incoming = graph.hops.find(({ target }) => target === entity);
  if (outgoing !== undefined && !inTrust) return { source: entity.id, target: outgoing.target.id };
  return { target: entity.id, ...(incoming && { source: incoming.source.id }) };
}

function explain(session: Session, params: unknown): TextAnswer {
  const { chains } = session;
  const graph = chains.graph();
  const { source: from, target: to } = isRecord(params) ? params : {};
  const source = graph.entities.find(({ id }) => id === from);
  const target = graph.entities.find(({ id }) => id === to);
  if (source === undefined) return { problem: `There is no role "${String(from)}" in the workspace any more.` };
  if (target === undefined) return { problem: `There is no role "${String(to)}" in the workspace any more.` };
  const listed = graph.hops.find((hop) => hop.source === source && hop.target === target);
  const verdict = listed?.verdict ?? evaluateHop(graph.world, source, target);
  const hop = { world: graph.world, source, target, verdict, ...(listed && { locked: listed.locked }) };
  const places = createPlaces(chains, (path) => path);
  const show = (at: FileRange) => linkTo(session, at);
  return { text: renderExplanation(hop, { ...places, show }) };
}

/**
 * A link that the preview of VS Code follows from a document that is no file: from the first folder on. It follows no
 * `file:` links.
 */
function linkTo(session: Session, { file, range: { start } }: FileRange): string {
  const name = markdownText(`${shownPath(session, file)}:${start.line + 1}`);
  const [folder] = session.folders.all();
  if (folder === undefined) return name;
  const steps = path.posix.relative(pathOf(folder), file).split('/').map(encodeURIComponent);
  return `[${name}](</${steps.join('/')}#L${start.line + 1},${start.character + 1}>)`;
}
