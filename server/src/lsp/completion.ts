import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver/node';
import type { LongText } from '../base/long-text.ts';
import { completeOrganization } from '../features/complete-organization.ts';
import { completePolicy } from '../features/completion/complete-policy.ts';
import type { KnownRole } from '../features/completion/complete-roles.ts';
import { describeSubject } from '../features/completion/describe-subject.ts';
import { type Piece, pieceAt, readPieceModel, wholePiece } from '../service/piece.ts';
import { createOrganizationItems, createPolicyItems, readSubject } from './completion-items.ts';
import { isFile, pathOf } from './document-uri.ts';
import { knownRoles } from './known-roles.ts';
import { analyseNow, type OpenedDocument, openedDocument, type Session } from './session.ts';

/** Tells what can be written at a place. */
export function registerCompletion(session: Session): void {
  const { connection, guard } = session;
  connection.onCompletion((params, token) => guard.request('completion', token, () => complete(session, params)));
  connection.onCompletionResolve((item, token) =>
    guard.request('completion of an item', token, async () => resolve(session, item)),
  );
}

async function complete(session: Session, params: CompletionParams): Promise<CompletionList | null> {
  const { uri } = params.textDocument;
  const opened = openedDocument(session, uri);
  if (opened === undefined) return null;
  const { document } = opened;
  const offset = document.offsetAt(params.position);
  const character = params.context?.triggerCharacter;
  if (character !== undefined && !mayBegin(character, document.text, offset)) return null;
  const piece = await pieceNow(session, opened, offset);
  if (piece === undefined) return null;
  return createList(session, opened, piece, offset);
}

/** A space begins something where it is the one behind a colon or a comma, or the first of an item. */
function mayBegin(character: string, text: LongText, offset: number): boolean {
  if (character !== ' ') return true;
  return /(?:^|\n)[ \t]*(?:- ?)+$|[:,[{] $/.test(text.slice(Math.max(0, offset - 200), offset));
}

/** The part of the document that is to be read: an earlier analysis tells which, so that no other part is. */
async function pieceNow(session: Session, opened: OpenedDocument, offset: number): Promise<Piece | undefined> {
  const { document, kind } = opened;
  const { uri, languageId } = document;
  const request = { path: pathOf(uri), text: document.text, languageId, policyKind: kind };
  const found = pieceAt(request, offset, session.analyses.last(uri));
  if (found !== undefined) return found;
  const analysed = await analyseNow(session, uri);
  if (analysed === undefined || analysed.version !== document.version) return undefined;
  return pieceAt(request, offset, analysed.own) ?? wholePiece(request);
}

function createList(
  session: Session,
  { document, accounts }: OpenedDocument,
  piece: Piece,
  offset: number,
): CompletionList | null {
  const { client, organizations } = session;
  const at = offset - piece.start;
  const model = readPieceModel(piece, piece.text, at) ?? emptyModel(piece);
  const ids = completeOrganization(model, at, { organizations: organizations.known(), accounts });
  const found = completePolicy({
    model,
    offset: at,
    read: (text, inText) => readPieceModel(piece, text, inText),
    readTemplate: (text, inText, format) =>
      readPieceModel({ ...piece, text, start: 0, kind: 'document', format, inTemplate: false }, text, inText),
    data: session.iamData(),
    roles: () => rolesFor(session, document.uri),
  });
  if (ids === undefined && found === undefined) return null;
  const place = { document, start: piece.start, client };
  const items: CompletionItem[] = [
    ...(ids === undefined ? [] : createOrganizationItems(ids, place)),
    ...(found === undefined ? [] : createPolicyItems(found, place)),
  ];
  return {
    isIncomplete: ids?.isIncomplete === true || found?.isIncomplete === true,
    // In the order in which they are offered: ids of the organization, then by use.
    items: items.map((item, index) => ({ ...item, sortText: String(index).padStart(6, '0') })),
  };
}

/** Typing does not wait for the graph to be worked out anew. */
function rolesFor({ chains }: Session, uri: string): readonly KnownRole[] {
  const world = isFile(uri) ? chains.recentWorld() : undefined;
  return world === undefined ? [] : knownRoles(world, pathOf(uri));
}

/** Of a text in which nothing is found as it stands. */
function emptyModel({ text, format, inTemplate }: Piece) {
  const tree = { path: [], root: undefined, problems: [] };
  return { tree, text, format, inTemplate, policies: [], summary: undefined, nested: [] };
}

function resolve({ iamData, iamDescriptions, client }: Session, item: CompletionItem): CompletionItem {
  const subject = readSubject(item.data);
  if (subject === undefined) return item;
  const paragraphs = describeSubject(subject, iamData(), iamDescriptions);
  if (paragraphs.length === 0) return item;
  const text = paragraphs.join('\n\n');
  const documentation = client.markdownDocumentation
    ? { kind: 'markdown' as const, value: text }
    : { kind: 'plaintext' as const, value: text.replaceAll('`', '') };
  return { ...item, documentation };
}
