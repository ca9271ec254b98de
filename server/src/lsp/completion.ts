import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionOptions,
  type CompletionParams,
} from 'vscode-languageserver/node';
import { shift } from '../base/span.ts';
import {
  completeOrganization,
  type OrganizationCompletion,
  type OrganizationCompletions,
} from '../features/complete-organization.ts';
import { fragmentAt } from '../service/fragment-at.ts';
import { rangeOf } from './diagnostics.ts';
import { namesFor } from './known-names.ts';
import { type Analysed, analyseNow, type Session } from './session.ts';

/** Where a value, a further id of a path or a field of an ARN begins. */
export const completionOptions: CompletionOptions = { triggerCharacters: ['"', "'", ':', '/'] };

export function registerCompletion(session: Session): void {
  const { connection, guard } = session;
  connection.onCompletion((params, token) => guard.request('completion', token, () => complete(session, params)));
}

async function complete(
  session: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionList | null> {
  const analysed = await analyseNow(session, textDocument.uri);
  if (analysed === undefined) return null;
  const offset = analysed.document.offsetAt(position);
  const fragment = fragmentAt(analysed.analysis, offset);
  if (fragment === undefined) return null;
  const { model, start } = fragment;
  const found = completeOrganization(model, offset - start, namesFor(session, analysed));
  return found === undefined ? null : createList(found, start, analysed, session);
}

function createList(
  { items, isIncomplete, span }: OrganizationCompletions,
  start: number,
  { document }: Analysed,
  { client }: Session,
): CompletionList {
  const range = rangeOf(document, shift(span, start));
  return {
    isIncomplete,
    items: items.map(
      ({ kind, label, detail, description, filterText, newText }, index): CompletionItem => ({
        label,
        ...(client.labelDetails && description !== undefined && { labelDetails: { description } }),
        kind: kinds[kind],
        detail,
        // In the order of the tree.
        sortText: String(index).padStart(6, '0'),
        filterText,
        textEdit: { range, newText },
      }),
    ),
  };
}

const kinds: Readonly<Record<OrganizationCompletion['kind'], CompletionItemKind>> = {
  path: CompletionItemKind.Folder,
  organization: CompletionItemKind.Module,
  account: CompletionItemKind.Constant,
};
