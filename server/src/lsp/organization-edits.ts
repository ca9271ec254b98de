import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import { describePlace, type PathPlace, placeOrganizationPath } from '../features/place-organization-path.ts';
import { insertOrganizationPaths, type Paths } from '../features/place-organization-path-edit.ts';
import {
  type CheckedPath,
  type EditAnswer,
  organizationRequests,
  type PathPlace as PathPlaceView,
} from '../protocol/organization.ts';
import { createWorkspaceEdit } from './edits.ts';
import { fragmentsOf, type PlacedModel } from './fragments.ts';
import { onRequest } from './on-request.ts';
import { checkPath } from './organization-path-check.ts';
import { isRecord } from './record.ts';
import { type Analysed, analyseNow, type Session } from './session.ts';

/** Answers where a path would go, and the edit that puts it there. */
export function registerOrganizationEdits(session: Session): void {
  onRequest(session, organizationRequests.placeAt, async (params): Promise<PathPlaceView> => {
    const found = await findPlace(session, params);
    if (found === undefined) return { kind: 'nothing', preview: '' };
    const { place, analysed } = found;
    return { kind: place.kind, preview: describePlace(place), version: analysed.version };
  });
  onRequest(session, organizationRequests.insert, (params) => insert(session, params));
  onRequest(session, organizationRequests.checkPath, async (params): Promise<CheckedPath> => {
    const path = isRecord(params) && typeof params.path === 'string' ? params.path : '';
    return checkPath(path, await session.organizations.all());
  });
}

async function insert(session: Session, params: unknown): Promise<EditAnswer<WorkspaceEdit>> {
  const [first, ...more] = readPaths(params);
  const found = await findPlace(session, params);
  if (found === undefined || first === undefined) return { problem: 'No statement of a policy stands at the cursor.' };
  const { analysed, fragment, place } = found;
  if (isRecord(params) && params.version !== analysed.version)
    return { problem: 'The document has changed meanwhile: run the command again.' };
  const paths: Paths = [first, ...more];
  const changes = insertOrganizationPaths(fragment.model, place, paths);
  if (changes === undefined) {
    const several = paths.length > 1 ? 'Choose one path, or put' : 'Put';
    return { problem: `The path cannot be written there. ${several} the cursor on the value that it shall replace.` };
  }
  const placed = changes.map((change) => ({ ...change, span: shift(change.span, fragment.start) }));
  return { edit: createWorkspaceEdit(analysed.document, placed, session.client, false) };
}

interface FoundPlace {
  readonly analysed: Analysed;
  readonly fragment: PlacedModel;
  readonly place: PathPlace;
}

async function findPlace(session: Session, params: unknown): Promise<FoundPlace | undefined> {
  const asked = readPosition(params);
  const analysed = asked && (await analyseNow(session, asked.uri));
  if (asked === undefined || analysed === undefined) return undefined;
  const offset = analysed.document.offsetAt(asked.position);
  for (const fragment of fragmentsOf(analysed.analysis)) {
    const place = placeOrganizationPath(fragment.model, offset - fragment.start);
    if (place !== undefined) return { analysed, fragment, place };
  }
  return undefined;
}

function readPosition(params: unknown) {
  if (!isRecord(params) || typeof params.uri !== 'string' || !isRecord(params.position)) return undefined;
  const { line, character } = params.position;
  if (typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { uri: params.uri, position: { line, character } };
}

function readPaths(params: unknown): readonly string[] {
  if (!isRecord(params) || !Array.isArray(params.paths)) return [];
  return params.paths.filter((each) => typeof each === 'string');
}
