import type { Position } from 'vscode-languageserver/node';
import type { Graph } from '../chain/graph.ts';
import type { Entity } from '../role/entity.ts';
import type { Origin } from '../role/grant.ts';
import type { Analysis } from '../service/analysis.ts';
import { fragmentId, placedPolicies } from '../service/declarations.ts';
import { sourceSpan } from '../service/origin-span.ts';
import type { Chains } from './chains.ts';

/** What a place of a file means in the graph. */
export interface Meant {
  readonly entities: readonly Entity[];
  /** The place is in one resource or policy: `entities` are those that it writes. */
  readonly isExact: boolean;
  /** It is in a trust policy. */
  readonly inTrust: boolean;
}

/** Those that are written where a cursor stands, else all that are written in the file. */
export function entitiesAt(graph: Graph, chains: Chains, path: string, position?: Position): Meant {
  const ofFile = graph.entities.filter((each) => isOf(each, (origin) => origin.file === path));
  const document = position && chains.documentOf(path);
  const analysis = document && chains.analysisOf(path);
  if (document === undefined || analysis === undefined || position === undefined)
    return { entities: ofFile, isExact: false, inTrust: false };
  const offset = document.offsetAt(position);
  const cursor = fragmentAt(analysis, offset);
  if (cursor === undefined) return { entities: ofFile, isExact: false, inTrust: false };
  const here = ofFile.filter(({ source }) => source?.file === path && source.fragment === cursor.id);
  const own = here.length > 1 ? lastBefore(here, analysis, offset) : here;
  const using = ofFile.filter((each) => isOf(each, (origin) => origin.file === path && origin.fragment === cursor.id));
  const entities = own.length > 0 ? own : using;
  if (entities.length === 0) return { entities: ofFile, isExact: false, inTrust: false };
  return { entities, isExact: true, inTrust: cursor.inTrust };
}

/** In the output of a tool many stand in one file: the one whose name stands last before the cursor. */
function lastBefore(entities: readonly Entity[], analysis: Analysis, offset: number): readonly Entity[] {
  const placed = entities.flatMap((entity) => {
    const span = entity.source && sourceSpan(analysis, entity.source);
    return span === undefined ? [] : [{ entity, start: span.start }];
  });
  const sorted = placed.toSorted((a, b) => a.start - b.start);
  const found = sorted.findLast(({ start }) => start <= offset) ?? sorted[0];
  return found === undefined ? [] : [found.entity];
}

function isOf(
  { source, trust = [], permissions }: Entity,
  means: (origin: Pick<Origin, 'file' | 'fragment'>) => boolean,
): boolean {
  if (source !== undefined && means(source)) return true;
  return [...trust, ...permissions].some(({ origin }) => means(origin));
}

function fragmentAt(
  { state, recognised }: Analysis,
  offset: number,
): { readonly id: string; readonly inTrust: boolean } | undefined {
  if (!recognised || state === undefined) return undefined;
  const all = state.documents.flatMap(({ fragments }, document) =>
    fragments.map((each) => ({ ...each, id: fragmentId(document, each) })),
  );
  const found = all.findLast(({ fragment: { start, text, tree } }) => {
    const begin = start + (tree.key?.span.start ?? 0);
    return begin <= offset && offset <= start + text.length;
  });
  if (found === undefined) return undefined;
  const at = offset - found.fragment.start;
  const held = placedPolicies(found.model).find(({ policy: { embedding, root } }) => {
    const { span } = embedding?.host ?? root;
    return span.start <= at && at <= span.end;
  });
  return { id: found.id, inTrust: held?.policy.kind === 'trust' };
}
