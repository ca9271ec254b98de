import { env, type Memento, type TextEditor, window, workspace } from 'vscode';
import type { PathPlace } from '../../../server/src/protocol/organization.ts';
import { isSelected } from '../document-selector.ts';
import { chooseOrganization } from './choose-organization.ts';
import type { OrganizationApi } from './organization-api.ts';
import type { Outcome } from './pick.ts';
import { typePath } from './type-path.ts';
import { walkOrganization } from './walk-organization.ts';

const title = 'Insert Organization Path';

/** Looks up a path and puts it where the cursor stands: over a placeholder, over a value, or as a condition. */
export async function insertOrganizationPath(api: OrganizationApi, memory: Memento): Promise<void> {
  const editor = window.activeTextEditor;
  const target = editor !== undefined && isSelected(editor.document) ? await findTarget(api, editor) : undefined;
  if (target === undefined && !(await offerToCopy())) return;
  const paths = await askPaths(api, memory, { canPickSeveral: true, title: titleFor(target) });
  if (paths.kind !== 'done') return;
  if (target === undefined) await copy(paths.value);
  else await insert(api, target, paths.value);
}

/** Asks for an organization and then for paths in it, or for a path that is typed. */
export async function askPaths(
  api: OrganizationApi,
  memory: Memento,
  options: { readonly title: string; readonly canPickSeveral: boolean },
): Promise<Outcome<readonly string[]>> {
  for (;;) {
    const chosen = await chooseOrganization(api, memory, {
      title: options.title,
      canGoBack: false,
      others: [{ label: '$(edit) Type the path…', value: 'type' }],
    });
    if (chosen.kind !== 'done') return chosen;
    const paths = await (chosen.value.kind === 'organization'
      ? walkOrganization(api, chosen.value.organization, options)
      : typeOne(api, options.title));
    if (paths.kind !== 'back') return paths;
  }
}

async function typeOne(api: OrganizationApi, shown: string): Promise<Outcome<readonly string[]>> {
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
  const isApplied = edit !== undefined && (await workspace.applyEdit(edit));
  if (isApplied) {
    await window.showTextDocument(editor.document, editor.viewColumn);
    return;
  }
  const copyInstead = 'Copy the Path';
  const message = problem ?? 'The document has changed meanwhile: run the command again.';
  if ((await window.showWarningMessage(message, copyInstead)) === copyInstead) await copy(paths);
}

async function copy(paths: readonly string[]): Promise<void> {
  await env.clipboard.writeText(paths.join('\n'));
}
