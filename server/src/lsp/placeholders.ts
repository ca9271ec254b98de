import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import { fillPlaceholders, type PlacedPlaceholder, placeholdersIn } from '../features/fill-placeholders.ts';
import type { EditAnswer } from '../protocol/organization.ts';
import { type PlaceholderItem, placeholderRequests } from '../protocol/placeholders.ts';
import { type Analysis, analyse } from '../service/analysis.ts';
import { pathOf } from './document-uri.ts';
import { createWorkspaceEdit } from './edits.ts';
import { fragmentsOf } from './fragments.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import { type Analysed, analyseNow, type Session } from './session.ts';

/** Answers which placeholders documents hold, and the edit that fills them. */
export function registerPlaceholders(session: Session): void {
  onRequest(session, placeholderRequests.find, (params, token) => find(session, params, token));
  onRequest(session, placeholderRequests.fill, (params) => fill(session, params));
}

async function find(session: Session, params: unknown, token: CancellationToken): Promise<readonly PlaceholderItem[]> {
  const found = new Map<string, { first: PlacedPlaceholder; count: number; uris: Set<string> }>();
  for (const { uri, text } of readSources(params)) {
    if (token.isCancellationRequested) break;
    // An editor that looks for files of the workspace follows links out of it: nothing there is to be filled.
    if (text !== undefined && session.files.leadsOut(pathOf(uri))) continue;
    const analysis = text === undefined ? (await analyseNow(session, uri))?.analysis : analyseText(uri, text);
    if (analysis === undefined) continue;
    for (const each of fragmentsOf(analysis).flatMap(({ model }) => placeholdersIn(model))) {
      const known = found.get(keyOf(each)) ?? { first: each, count: 0, uris: new Set<string>() };
      known.count += 1;
      known.uris.add(uri);
      found.set(keyOf(each), known);
    }
  }
  return [...found.values()].map(({ first, count, uris }) => ({
    text: first.text,
    kind: first.kind,
    count,
    uris: [...uris],
  }));
}

/** Of a file that is not open only the placeholders are wanted: no rule needs to run. */
function analyseText(uri: string, text: string): Analysis {
  return analyse({ path: pathOf(uri), text }, { rules: {} });
}

async function fill(session: Session, params: unknown): Promise<EditAnswer<WorkspaceEdit>> {
  const values = readValues(params);
  const choose = (placeholder: PlacedPlaceholder) => values.get(keyOf(placeholder));
  const edits: WorkspaceEdit[] = [];
  for (const uri of readUris(params)) {
    const analysed = await analyseNow(session, uri);
    if (analysed === undefined) return { problem: `${pathOf(uri)} is not open any more.` };
    const changes = fillDocument(analysed, choose);
    if (changes === undefined)
      return {
        problem: `A placeholder of ${pathOf(uri)} stands where its value cannot be written: fill that one by hand.`,
      };
    if (changes.length > 0) edits.push(createWorkspaceEdit(analysed.document, changes, session.client, false));
  }
  return { edit: joinEdits(edits) };
}

function fillDocument(
  { analysis }: Analysed,
  choose: (placeholder: PlacedPlaceholder) => string | undefined,
): readonly TextChange[] | undefined {
  const all: TextChange[] = [];
  for (const { model, start } of fragmentsOf(analysis)) {
    const changes = fillPlaceholders(model, choose);
    if (changes === undefined) return undefined;
    all.push(...changes.map((change) => ({ ...change, span: shift(change.span, start) })));
  }
  return all.sort((a, b) => a.span.start - b.span.start);
}

function joinEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const versioned = edits.flatMap(({ documentChanges }) => documentChanges ?? []);
  if (versioned.length > 0) return { documentChanges: versioned };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
}

/** The same words in places of another kind are another placeholder. */
function keyOf({ text, kind }: { readonly text: string; readonly kind: string }): string {
  return `${kind} ${text}`;
}

function readSources(params: unknown): readonly { readonly uri: string; readonly text: string | undefined }[] {
  if (!isRecord(params) || !Array.isArray(params.documents)) return [];
  return params.documents.flatMap((each: unknown) => {
    if (!isRecord(each) || typeof each.uri !== 'string') return [];
    return { uri: each.uri, text: typeof each.text === 'string' ? each.text : undefined };
  });
}

function readUris(params: unknown): readonly string[] {
  if (!isRecord(params) || !Array.isArray(params.uris)) return [];
  return params.uris.filter((each) => typeof each === 'string');
}

function readValues(params: unknown): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (!isRecord(params) || !Array.isArray(params.values)) return values;
  for (const each of params.values as readonly unknown[]) {
    if (!isRecord(each) || typeof each.value !== 'string') continue;
    values.set(keyOf({ text: String(each.text), kind: String(each.kind) }), each.value);
  }
  return values;
}
