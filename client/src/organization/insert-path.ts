import { env, type TextEditor, window } from 'vscode';
import type { PathPlace } from '../../../server/src/protocol/organization.ts';
import { isSelected } from '../document-selector.ts';
import { applyToVersions, changedMeanwhile } from './apply-edit.ts';
import { chooseOrganization } from './choose-organization.ts';
import type { Dialog, Lookup } from './lookup.ts';
import type { OrganizationApi } from './organization-api.ts';
import type { Outcome } from './pick.ts';
import { QuickList } from './quick-list.ts';
import { typePath } from './type-path.ts';
import { walkOrganization } from './walk-organization.ts';

const title = 'Insert Organization Path';

/** Looks up a path and puts it where the cursor stands: over a placeholder, over a value, or as a condition. */
export async function insertOrganizationPath(lookup: Lookup): Promise<void> {
  const { api } = lookup;
  const editor = window.activeTextEditor;
  const target = editor !== undefined && isSelected(editor.document) ? await findTarget(api, editor) : undefined;
  if (target === undefined && !(await offerToCopy())) return;
  const list = new QuickList(lookup.mfa);
  const paths = await askPaths({ ...lookup, list }, titleFor(target)).finally(() => list.dispose());
  if (paths.kind !== 'done') return;
  if (target === undefined) await copy(paths.value);
  else await insert(api, target, paths.value);
}

/** Asks for an organization and then for paths in it, or for a path that is typed. */
async function askPaths(dialog: Dialog, shown: string): Promise<Outcome<readonly string[]>> {
  for (;;) {
    const others = [{ label: '$(edit) Type the path…', value: 'type' }];
    const chosen = await chooseOrganization(dialog, { title: shown, canGoBack: false, others });
    if (chosen.kind !== 'done') return chosen;
    const paths = await (chosen.value.kind === 'organization'
      ? walkOrganization(dialog, chosen.value.organization, { title: shown, canPickSeveral: true })
      : typeOne(dialog, shown));
    if (paths.kind !== 'back') return paths;
  }
}

async function typeOne({ api }: Dialog, shown: string): Promise<Outcome<readonly string[]>> {
  const typed = await typePath(api, shown);
  return typed.kind === 'done' ? { kind: 'done', value: [typed.value] } : typed;
}

interface Target {
  readonly editor: TextEditor;
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly version: number;
  readonly place: PathPlace;
}

async function findTarget(api: OrganizationApi, editor: TextEditor): Promise<Target | undefined> {
  const { line, character } = editor.selection.active;
  const asked = { uri: editor.document.uri.toString(), position: { line, character } };
  const place = await api.placeAt(asked);
  return place.version === undefined ? undefined : { editor, ...asked, version: place.version, place };
}

function titleFor(target: Target | undefined): string {
  return target === undefined ? `${title} (to the clipboard)` : `${title} ${target.place.preview.replaceAll('`', '')}`;
}

async function offerToCopy(): Promise<boolean> {
  const copyInstead = 'Copy a Path Instead';
  const message =
    'No statement of a policy is at the cursor. Put it on a placeholder, on a value of a key like aws:ResourceOrgPaths, or into a statement.';
  return (await window.showWarningMessage(message, copyInstead)) === copyInstead;
}

async function insert(api: OrganizationApi, target: Target, paths: readonly string[]): Promise<void> {
  const { uri, position, version, editor } = target;
  const { edit, problem } = await api.insert({ uri, position, version, paths });
  const versions = new Map([[editor.document, version]]);
  const isApplied = edit !== undefined && (await applyToVersions(edit, versions));
  if (isApplied) {
    await window.showTextDocument(editor.document, editor.viewColumn);
    return;
  }
  const copyInstead = 'Copy the Path';
  const message = problem ?? changedMeanwhile;
  if ((await window.showWarningMessage(message, copyInstead)) === copyInstead) await copy(paths);
}

async function copy(paths: readonly string[]): Promise<void> {
  await env.clipboard.writeText(paths.join('\n'));
}
