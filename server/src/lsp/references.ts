import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import { indexGraph } from '../chain/graph-index.ts';
import { indexMentions } from '../chain/mention-index.ts';
import { referencesToRole } from '../features/role-references.ts';
import { rolesAt } from '../features/roles-at.ts';
import type { Entity } from '../role/entity.ts';
import { allFragments } from '../service/fragment-at.ts';
import {
  locateEntity,
  locateMention,
  locationIn,
  type PointedInGraph,
  placeIn,
  pointInGraph,
} from './chain-session.ts';
import type { Session } from './session.ts';

/** All that names a role: statements of the workspace, and references in its own template. */
export function registerReferences(session: Session): void {
  const { connection, guard } = session;
  connection.onReferences((params, token) =>
    guard.request('references', token, () => findReferences(session, params, token)),
  );
}

async function findReferences(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const pointed = await pointInGraph(session, textDocument.uri, position, token);
  const at = pointed && rolesAt(pointed.place, pointed.offset, pointed.graph);
  if (pointed === undefined || at === undefined) return null;
  const declared = context.includeDeclaration
    ? at.entities.flatMap((entity) => {
        const found = locateEntity(session, entity);
        return found ? [{ uri: found.uri, range: found.selection }] : [];
      })
    : [];
  return inOrder([...declared, ...at.entities.flatMap((entity) => referencesTo(session, entity, pointed))]);
}

function referencesTo(session: Session, entity: Entity, { graph }: PointedInGraph): readonly Location[] {
  const named = indexMentions(graph)
    .of(entity)
    .flatMap((mention) => locateMention(session, mention) ?? []);
  const inTemplate = referencesInTemplate(session, entity);
  const users = indexGraph(graph)
    .runningAs(entity)
    .filter(({ source }) => source?.file !== entity.source?.file)
    .flatMap((user) => {
      const found = locateEntity(session, user);
      return found ? [{ uri: found.uri, range: found.selection }] : [];
    });
  return [...inTemplate, ...named.filter((each) => !inTemplate.some((other) => holds(each, other))), ...users];
}

function referencesInTemplate({ chains }: Session, entity: Entity): readonly Location[] {
  const { source } = entity;
  const analysis = source && chains.analysisOf(source.file);
  if (source === undefined || analysis === undefined) return [];
  const uri = chains.uriOf(source.file);
  return allFragments(analysis).flatMap((fragment) =>
    referencesToRole({ ...placeIn(uri, fragment), file: source.file }, entity).map((span) =>
      locationIn(uri, analysis, shift(span, fragment.start)),
    ),
  );
}

/** `!GetAtt Role.Arn` as a value of a statement, and the id in it, are one reference. */
function holds(outer: Location, inner: Location): boolean {
  return (
    outer.uri === inner.uri &&
    compare(outer.range.start, inner.range.start) <= 0 &&
    compare(outer.range.end, inner.range.end) >= 0
  );
}

type Place = Location['range']['start'];

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}

/** By file and place, each once. */
function inOrder(all: readonly Location[]): Location[] {
  const sorted = all.toSorted((a, b) =>
    a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : compare(a.range.start, b.range.start),
  );
  const seen = new Set<string>();
  return sorted.filter((each) => {
    const key = JSON.stringify(each);
    return !seen.has(key) && seen.add(key);
  });
}
