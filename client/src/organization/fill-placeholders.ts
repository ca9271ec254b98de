import { Uri, window, workspace } from 'vscode';
import type { FilledPlaceholder, PlaceholderItem, PlaceholderKind } from '../../../server/src/protocol/placeholders.ts';
import { count } from './age.ts';
import { applyToVersions, changedMeanwhile } from './apply-edit.ts';
import { askPlaceholder, type Round } from './ask-placeholder.ts';
import type { Lookup } from './lookup.ts';
import type { OrganizationApi } from './organization-api.ts';
import { choosePlaceholderSources } from './placeholder-sources.ts';
import { QuickList } from './quick-list.ts';

const title = 'Fill Placeholders';

/** Asks once for each placeholder and fills all of them in one edit. `given`: the URI of a document. */
export async function fillPlaceholders(lookup: Lookup, given: unknown): Promise<void> {
  const { api } = lookup;
  const documents = await choosePlaceholderSources(title, given);
  if (documents === undefined) return;
  const found = await api.findPlaceholders({ documents });
  if (found.length === 0) {
    void window.showInformationMessage('There is no placeholder to fill in the policies here.');
    return;
  }
  const list = new QuickList(lookup.mfa);
  const round: Round = { dialog: { ...lookup, list }, organization: undefined };
  const values = await askAll(found.toSorted(byKind), round).finally(() => list.dispose());
  if (values.length > 0) await fill(api, found, values);
}

/** Organizations first: their accounts are at hand then. */
const order: readonly PlaceholderKind[] = ['organization-path', 'organization-id', 'account-id'];

function byKind(a: PlaceholderItem, b: PlaceholderItem): number {
  const rank = ({ kind }: PlaceholderItem) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return rank(a) - rank(b);
}

/** None where the person cancelled. */
async function askAll(items: readonly PlaceholderItem[], round: Round): Promise<readonly FilledPlaceholder[]> {
  const answers = new Map<PlaceholderItem, string>();
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (item === undefined) break;
    const times = item.count > 1 ? `, ${item.count} times` : '';
    const step = items.length > 1 ? ` (${index + 1}/${items.length})` : '';
    const question = { title: `${title}${step}: ${item.text}${times}`, canGoBack: index > 0 };
    const answer = await askPlaceholder(round, item, question);
    if (answer.kind === 'cancelled') return [];
    if (answer.kind === 'done') answers.set(item, answer.value);
    index += answer.kind === 'back' ? -1 : 1;
  }
  return [...answers].flatMap(([{ text, kind }, value]) => (value === '' ? [] : { text, kind, value }));
}

async function fill(
  api: OrganizationApi,
  found: readonly PlaceholderItem[],
  values: readonly FilledPlaceholder[],
): Promise<void> {
  const filled = found.filter((item) => values.some(({ text, kind }) => text === item.text && kind === item.kind));
  const uris = [...new Set(filled.flatMap((item) => item.uris))];
  // The server edits what is open, so that the edit fits the very version that it was made for.
  const documents = await Promise.all(uris.map((uri) => workspace.openTextDocument(Uri.parse(uri))));
  const versions = new Map(documents.map((document) => [document, document.version]));
  const { edit, problem } = await api.fill({ uris, values });
  if (edit === undefined || !(await applyToVersions(edit, versions))) {
    void window.showWarningMessage(problem ?? changedMeanwhile);
    return;
  }
  const total = filled.reduce((sum, item) => sum + item.count, 0);
  const files = uris.length > 1 ? ` in ${count(uris.length, 'file')}` : '';
  window.setStatusBarMessage(`$(check) ${count(total, 'placeholder')} filled${files}`, 5_000);
}
