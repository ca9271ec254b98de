import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  MessageType,
  type Range,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { type Span, shift } from '../base/span.ts';
import { tidy } from '../edit/change.ts';
import type { Refactoring, Scene } from '../features/refactor/refactoring.ts';
import { refactoringsAt } from '../features/refactor/refactorings.ts';
import { templateNames } from '../features/refactor/template-names.ts';
import type { Analysis } from '../service/analysis.ts';
import { fragmentAt } from '../service/fragment-at.ts';
import { type Piece, pieceAt, readPieceModel } from '../service/piece.ts';
import type { Fragment } from '../syntax/fragment.ts';
import { pathOf } from './document-uri.ts';
import { createWorkspaceEdit } from './edits.ts';
import { isRecord } from './record.ts';
import { type Analysed, analyseNow, openedDocument, type Session } from './session.ts';

const kinds = { rewrite: CodeActionKind.RefactorRewrite, extract: CodeActionKind.RefactorExtract } as const;

/** What an editor sends back of an action whose edit it wants. */
interface Chosen {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly id: string;
}

/** Ways to write what is selected otherwise. Edits come with the action only to an editor that cannot ask for them. */
export function createRefactorActions(
  session: Session,
  analysed: Analysed,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const { client } = session;
  const found = findRefactorings(session, analysed, range);
  if (found === undefined) return [];
  const { document, version } = analysed;
  const isAsked = context.only?.some((each) => each.startsWith(CodeActionKind.Refactor)) === true;
  return found.refactorings.flatMap((each): CodeAction[] => {
    const action = { title: each.title, kind: kinds[each.kind] };
    // A reason is shown to someone who asks for refactorings; in a list of all there is, it is in the way.
    if (each.refusal !== undefined)
      return client.disabledActions && isAsked ? [{ ...action, disabled: { reason: each.refusal } }] : [];
    const data: Chosen = { uri: document.uri, version, range, id: each.id };
    if (client.resolvesActions) return [{ ...action, data }];
    const edit = editOf(session, analysed, found.start, each);
    return typeof edit === 'string' ? [] : [{ ...action, edit }];
  });
}

/** Works out the edit of a chosen action; says so where there is none. */
export async function resolveRefactorAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const chosen = readChosen(action.data);
  const analysed = chosen && (await analyseNow(session, chosen.uri));
  if (chosen === undefined || analysed?.version !== chosen.version) return action;
  const found = findRefactorings(session, analysed, chosen.range);
  const refactoring = found?.refactorings.find(({ id }) => id === chosen.id);
  if (found === undefined || refactoring === undefined) return action;
  const edit = editOf(session, analysed, found.start, refactoring);
  if (typeof edit !== 'string') return { ...action, edit };
  const message = `${action.title}: ${edit}`;
  await session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  return action;
}

function editOf(session: Session, { document }: Analysed, start: number, { edit }: Refactoring) {
  const done = edit();
  if (done.changes === undefined) return done.refusal;
  const changes = done.changes.map((change) => ({ ...change, span: shift(change.span, start) }));
  return createWorkspaceEdit(document, tidy([...changes, ...(done.elsewhere ?? [])]), session.client, false);
}

/** Only the fragment that is pointed at is looked at. */
function findRefactorings(session: Session, { document, analysis }: Analysed, range: Range) {
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const fragment = fragmentAt(analysis, span.start);
  const kind = openedDocument(session, document.uri)?.kind;
  const request = {
    path: pathOf(document.uri),
    text: analysis.source,
    languageId: document.languageId,
    policyKind: kind,
  };
  const piece = fragment && pieceAt(request, span.start, analysis);
  if (piece === undefined || piece.start !== fragment?.start) return undefined;
  const { model, start } = fragment;
  const scene: Scene = {
    model,
    iamData: session.iamData(),
    reread: reader(piece),
    ...templateNames(() => fragmentsAround(analysis, start), model.format),
  };
  return { start, refactorings: refactoringsAt(scene, shift(span, -start) satisfies Span) };
}

function reader(piece: Piece): Scene['reread'] {
  return (text, offset) => readPieceModel(piece, text, offset);
}

/** Those of the document, of several in a file, in which a fragment stands. */
function fragmentsAround({ state }: Analysis, start: number): readonly Fragment[] {
  const documents = state?.file.documents ?? [];
  return documents.find(({ fragments }) => fragments.some((each) => each.start === start))?.fragments ?? [];
}

function readChosen(data: unknown): Chosen | undefined {
  if (!isRecord(data)) return undefined;
  const { uri, version, range, id } = data;
  const isOurs = typeof uri === 'string' && typeof version === 'number' && typeof id === 'string' && isRecord(range);
  return isOurs ? { uri, version, id, range: range as unknown as Range } : undefined;
}
