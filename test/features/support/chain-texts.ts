import assert from 'node:assert/strict';
import { type Span, shift } from '../../../server/src/base/span.ts';
import type { Graph } from '../../../server/src/chain/graph.ts';
import { indexGraph } from '../../../server/src/chain/graph-index.ts';
import { indexMentions } from '../../../server/src/chain/mention-index.ts';
import type { FragmentPlace } from '../../../server/src/features/fragment-place.ts';
import { mentionSpan } from '../../../server/src/features/mention-place.ts';
import { referencesToRole } from '../../../server/src/features/role-references.ts';
import { rolesAt } from '../../../server/src/features/roles-at.ts';
import type { Entity } from '../../../server/src/role/entity.ts';
import type { Analysis } from '../../../server/src/service/analysis.ts';
import { allFragments, fragmentAt } from '../../../server/src/service/fragment-at.ts';
import { findFragment } from '../../../server/src/service/origin-span.ts';
import { readMarks } from '../../rules/support/marks.ts';
import { analysed } from '../../service/analysed.ts';
import { readWorkspaceTexts } from '../../support/workspace.ts';

/** A workspace of texts by path, one of which has a cursor. */
export interface ChainTexts {
  readonly graph: Graph;
  readonly analyses: ReadonlyMap<string, Analysis>;
  /** The fragment in which the cursor stands. */
  readonly place: FragmentPlace;
  readonly offset: number;
  /** What a span of that fragment holds. */
  readonly cut: (span: Span) => string;
}

/** Reads a workspace; the cursor is marked by `<|>`. */
export function openChains(files: Readonly<Record<string, string>>): ChainTexts {
  const marked = Object.entries(files).map(([path, text]) => ({ path, ...readMarks(text) }));
  const graph = readWorkspaceTexts(new Map(marked.map(({ path, text }) => [path, text]))).graph();
  const analyses = new Map(
    marked.map(({ path, text }) => [`/workspace/${path}`, analysed({ path: `/workspace/${path}`, text })]),
  );
  const pointed = marked.find(({ marks }) => marks.length > 0);
  const [cursor] = pointed?.marks ?? [];
  assert.ok(pointed && cursor, 'a cursor');
  const file = `/workspace/${pointed.path}`;
  const analysis = analyses.get(file);
  const fragment = analysis && fragmentAt(analysis, cursor.start);
  assert.ok(fragment, 'a fragment at the cursor');
  const { id, model, start } = fragment;
  const cut = (span: Span) => {
    const { start: from, end } = shift(span, start);
    return pointed.text.slice(from, end);
  };
  return { graph, analyses, place: { file, fragment: id, model }, offset: cursor.start - start, cut };
}

/** What is underlined at the cursor, and the ids of the roles that it means. */
export function rolesUnder(files: Readonly<Record<string, string>>): readonly string[] | undefined {
  const { graph, place, offset, cut } = openChains(files);
  const found = rolesAt(place, offset, graph);
  return found && [cut(found.span), ...found.entities.map(({ id }) => id)];
}

/** The role of that id. */
export function roleOf({ graph }: Pick<ChainTexts, 'graph'>, id: string): Entity {
  const found = graph.entities.find((each) => each.id === id);
  assert.ok(found, `no ${id} among ${graph.entities.map((each) => each.id).join(', ')}`);
  return found;
}

/** All values of a workspace that name a role, as `file: text`. */
export function namesOf({ graph, analyses }: ChainTexts, role: Entity): readonly string[] {
  const show = (file: string, start: number, span: Span) =>
    `${file.replace('/workspace/', '')}: ${analyses.get(file)?.source.slice(start + span.start, start + span.end)}`;
  const inStatements = indexMentions(graph)
    .of(role)
    .flatMap((mention) => {
      const { file, fragment } = mention.grant.origin;
      const analysis = analyses.get(file);
      const found = analysis && findFragment(analysis, fragment);
      const span = found && mentionSpan(found.model, mention);
      return found && span ? [show(file, found.fragment.start, span)] : [];
    });
  const inTemplate = [...analyses].flatMap(([file, analysis]) =>
    allFragments(analysis).flatMap(({ id, model, start }) =>
      referencesToRole({ file, fragment: id, model }, role).map((span) => show(file, start, span)),
    ),
  );
  return [...inStatements, ...inTemplate];
}

export { indexGraph };
