import type { CancellationToken, Location, Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Span, shift } from '../base/span.ts';
import type { Graph } from '../chain/graph.ts';
import type { Mention } from '../chain/mention.ts';
import type { Naming } from '../chain/naming.ts';
import type { FragmentPlace } from '../features/fragment-place.ts';
import { mentionSpan } from '../features/mention-place.ts';
import type { Entity } from '../role/entity.ts';
import type { Analysis } from '../service/analysis.ts';
import { fragmentAt, type PlacedFragment } from '../service/fragment-at.ts';
import { findFragment } from '../service/origin-span.ts';
import { rangeOf } from './diagnostics.ts';
import { isFile, pathOf } from './document-uri.ts';
import { type AnalysedPolicies, analyseNow, type Session } from './session.ts';
import { lineIndex, type SourcePlace } from './source-places.ts';

/** A position of a document that holds policies or is a template. */
export interface Pointed {
  readonly document: TextDocument;
  readonly analysed: AnalysedPolicies;
  readonly place: FragmentPlace;
  /** Where the fragment's text begins in the document. */
  readonly start: number;
  /** In the fragment's text. */
  readonly offset: number;
}

/** The same with the graph of the workspace as it is now. */
export interface PointedInGraph extends Pointed {
  readonly graph: Graph;
}

/**
 * The graph of the whole workspace, with all open documents as they are in this moment: a part of it would call open
 * what is closed, or blocked what is not. Undefined where the editor does not wait for the answer any more.
 */
export async function graphNow(session: Session, token: CancellationToken): Promise<Graph | undefined> {
  for (;;) {
    await learnAll(session, token);
    const graph = await waitForGraph(session, token);
    // What was typed while it was built counts too.
    if (graph !== undefined) await learnAll(session, token);
    if (graph === undefined || token.isCancellationRequested) return undefined;
    if (session.chains.graphIfCurrent() === graph) return graph;
  }
}

/** The graph of the workspace as the server knows it; undefined where the editor does not wait for it any more. */
export function waitForGraph({ guard, graphWork }: Session, token: CancellationToken): Promise<Graph | undefined> {
  return guard.wait(graphWork.graph(() => !token.isCancellationRequested));
}

/** An answer that is read from `chains.graph()`, which is at hand then. */
export async function withGraph<Answer>(
  session: Session,
  token: CancellationToken,
  answer: () => Answer,
): Promise<Answer | undefined> {
  const graph = await waitForGraph(session, token);
  return graph && answer();
}

/** The same for what does not wait: `later` where many hops are to be judged anew. */
export async function graphSoon(session: Session, token: CancellationToken): Promise<Graph | 'later' | undefined> {
  const { chains } = session;
  await learnAll(session, token);
  if (token.isCancellationRequested) return undefined;
  if (chains.graphIfCurrent() === undefined && !chains.isSmall) return 'later';
  return waitForGraph(session, token);
}

async function learnAll(session: Session, token: CancellationToken): Promise<void> {
  const { documents, chains } = session;
  await session.guard.wait(untilWhole(session, token));
  for (const uri of documents.keys()) {
    if (token.isCancellationRequested) return;
    if (!isFile(uri)) continue;
    const analysed = await analyseNow(session, uri);
    if (analysed !== undefined) chains.learn(pathOf(uri), uri, analysed.own);
  }
}

function untilWhole({ chains }: Session, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const cancelled = token.onCancellationRequested(() => {
      forget();
      resolve();
    });
    const forget = chains.whenWhole(() => {
      cancelled.dispose();
      resolve();
    });
  });
}

/** Undefined outside of policies and templates. */
export async function pointAt(session: Session, uri: string, position: Position): Promise<Pointed | undefined> {
  const analysed = await analyseNow(session, uri);
  if (analysed === undefined) return undefined;
  const { document, own } = analysed;
  const offset = document.offsetAt(position);
  const fragment = fragmentAt(own, offset);
  if (fragment === undefined) return undefined;
  const { start } = fragment;
  return { document, analysed, place: placeIn(uri, fragment), start, offset: offset - start };
}

export async function pointInGraph(
  session: Session,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<PointedInGraph | undefined> {
  const graph = await graphNow(session, token);
  const pointed = graph && (await pointAt(session, uri, position));
  return graph && pointed && { ...pointed, graph };
}

export function placeIn(uri: string, { id, model }: PlacedFragment): FragmentPlace {
  return { file: isFile(uri) ? pathOf(uri) : '', fragment: id, model };
}

/** A span of the fragment as a range of the document. */
export function rangeAt({ document, start }: Pointed, span: Span): Range {
  return rangeOf(document, shift(span, start));
}

export interface EntityLocation extends SourcePlace {
  readonly uri: string;
}

/** Where an entity is declared; undefined for one that is only named. */
export function locateEntity({ chains, documents }: Session, { source }: Entity): EntityLocation | undefined {
  if (source === undefined) return undefined;
  const uri = chains.uriOf(source.file);
  const place = chains.placeOf(source, documents.get(uri));
  return place && { uri, ...place };
}

/** The value by which one side of a hop names the other. */
export function locateNaming(session: Session, { who, grant, part }: Naming): Location | undefined {
  const condition = part.element === 'condition' ? grant.conditions[part.index] : undefined;
  // The names of a condition are the very texts of its values.
  const value = condition && 'arn' in who ? condition.values.indexOf(who.arn) : -1;
  return locateMention(session, { grant, part, ...(value >= 0 && { value }) });
}

/** The value that names a role. */
export function locateMention({ chains }: Session, mention: Omit<Mention, 'who'>): Location | undefined {
  const { file, fragment: id } = mention.grant.origin;
  const known = chains.valuePlaceOf(mention);
  if (known !== undefined) return { uri: chains.uriOf(file), range: known };
  const analysis = chains.analysisOf(file);
  const fragment = analysis && findFragment(analysis, id);
  const span = fragment && mentionSpan(fragment.model, mention);
  return analysis && span && locationIn(chains.uriOf(file), analysis, shift(span, fragment.fragment.start));
}

export function locationIn(uri: string, analysis: Analysis, { start, end }: Span): Location {
  const index = lineIndex(analysis);
  return { uri, range: { start: index.positionAt(start), end: index.positionAt(end) } };
}
