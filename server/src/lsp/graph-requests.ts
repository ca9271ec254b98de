import { sayCut } from '../chain/closed-world.ts';
import { renderDot } from '../export/graph-dot.ts';
import { renderMermaid } from '../export/graph-mermaid.ts';
import { type GraphReport, reportForReaders, reportGraph } from '../export/graph-report.ts';
import { renderSvg } from '../export/graph-svg.ts';
import {
  type GraphFilter,
  type GraphFocus,
  type GraphFormat,
  type GraphParams,
  type GraphPicture,
  graphRequests,
  hopStates,
  type Place,
  type TextAnswer,
} from '../protocol/graph.ts';
import { pathWithin } from '../service/configurations.ts';
import { withGraph } from './chain-session.ts';
import { pathOf, uriOfPath } from './document-uri.ts';
import { decidingOf, drawGraph, drawNothing, LayoutCache, mostRoles, placeOfRange } from './graph-picture.ts';
import { createPlaces } from './graph-places.ts';
import { selectGraph } from './graph-select.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** Answers the editor's questions about the graph: its picture, places in it, and the graph in formats of others. */
export function registerGraph(session: Session): void {
  const layouts = new LayoutCache();
  onRequest(session, graphRequests.graph, (params, token) =>
    withGraph(session, token, () => draw(session, readParams(params), layouts)),
  );
  onRequest(session, graphRequests.export, (params, token) => withGraph(session, token, () => write(session, params)));
  onRequest(session, graphRequests.place, (params, token) =>
    withGraph(session, token, () => findPlace(session, params)),
  );
}

function draw({ chains }: Session, params: GraphParams, layouts: LayoutCache): GraphPicture {
  const { graph, title, focus, meant, isGone } = selectGraph(chains, params);
  const frame = {
    title,
    focus,
    meant: new Set(meant.map(({ id }) => id)),
    isReading: !chains.isWhole,
    world: graph.world,
  };
  if (isGone) return drawNothing(frame, { type: 'gone' });
  if (graph.entities.length === 0) {
    const isEmpty = chains.graph().entities.length === 0;
    return drawNothing(frame, { type: isEmpty ? 'empty' : 'filtered' });
  }
  return drawGraph(
    reportGraph(
      graph,
      createPlaces(chains, (path) => chains.uriOf(path)),
    ),
    frame,
    layouts,
  );
}

/** The same text as that of the command line, run in the folder that is open. */
function write(session: Session, params: unknown): TextAnswer {
  const { chains } = session;
  const { graph } = selectGraph(chains, readParams(params));
  const format = isRecord(params) ? params.format : undefined;
  if (!isFormat(format)) return { problem: 'There is no such format.' };
  if (format === 'svg' && graph.entities.length > mostRoles)
    return {
      problem: `${graph.entities.length} roles are too many for a picture: show the chain of a role, or filter.`,
    };
  const places = createPlaces(chains, (path) => shownPath(session, path));
  const cut = sayCut(graph.world);
  return { text: writers[format](reportForReaders(graph, places)), ...(cut !== undefined && { cut }) };
}

const writers: Readonly<Record<GraphFormat, (report: GraphReport) => string>> = {
  svg: renderSvg,
  mermaid: renderMermaid,
  dot: renderDot,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

function isFormat(value: unknown): value is GraphFormat {
  return typeof value === 'string' && Object.hasOwn(writers, value);
}

/** Relative to the folder of the workspace that holds the file. */
export function shownPath({ folders }: Pick<Session, 'folders'>, path: string): string {
  const folder = folders.of(uriOfPath(path));
  return folder === undefined ? path : (pathWithin(pathOf(folder), path) ?? path);
}

function findPlace({ chains }: Session, params: unknown): Place | null {
  if (!isRecord(params)) return null;
  const { role, source, target, reason } = params;
  const graph = chains.graph();
  const places = createPlaces(chains, (path) => chains.uriOf(path));
  if (role !== undefined) {
    const entity = graph.entities.find(({ id }) => id === role);
    return placeOfRange(entity && places.ofEntity(entity));
  }
  const hop = graph.hops.find((each) => each.source.id === source && each.target.id === target);
  if (hop === undefined) return null;
  const all = hop.verdict.reasons.map((each) => {
    const at = places.ofReason(each);
    return { side: each.side, effect: each.effect, range: at?.range ?? null, at };
  });
  return placeOfRange((typeof reason === 'number' ? all[reason] : decidingOf(all))?.at);
}

function readParams(params: unknown): GraphParams {
  if (!isRecord(params)) return {};
  const focus = readFocus(params.focus);
  const filter = readFilter(params.filter);
  return { ...(focus && { focus }), ...(filter && { filter }) };
}

function readFocus(value: unknown): GraphFocus | undefined {
  if (!isRecord(value)) return undefined;
  const { roles, uri } = value;
  if (Array.isArray(roles)) return { roles: roles.filter((each) => typeof each === 'string') };
  if (typeof uri !== 'string') return undefined;
  const position = readPosition(value.position);
  return { uri, ...(position && { position }) };
}

/** A position of LSP, if it is one. */
export function readPosition(value: unknown): { readonly line: number; readonly character: number } | undefined {
  if (!isRecord(value)) return undefined;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : undefined;
}

function readFilter(value: unknown): GraphFilter | undefined {
  if (!isRecord(value)) return undefined;
  const { states, name } = value;
  return {
    ...(Array.isArray(states) && { states: hopStates.filter((each) => states.includes(each)) }),
    ...(typeof name === 'string' && { name }),
  };
}
