import { QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import type { RoleChainFile, WrittenRoleChain } from '../../../server/src/protocol/role-chain.ts';
import { count } from '../organization/age.ts';
import type { Choice, Outcome } from '../organization/pick.ts';
import { answersOf } from './answers.ts';
import { folderOf } from './ask-folder.ts';
import type { StepId } from './steps.ts';
import { choose, type Turn, type Wizard } from './wizard.ts';
import { findExisting } from './write-files.ts';

/** What is to be written, and where. */
export interface Plan {
  readonly folder: Uri;
  readonly files: readonly RoleChainFile[];
}

/** A question that comes again: of an answer that does not fit, by its name, or one that a person wants back. */
export type Detour = { readonly answer: string } | { readonly step: StepId };

/** Shows what is to be written; a plan is agreed to, also that files are overwritten. */
export async function askReview(wizard: Wizard, turn: Turn): Promise<Outcome<Plan | Detour>> {
  const folder = folderOf(turn.draft);
  if (folder === undefined) return { kind: 'cancelled' };
  const written = wizard.api.write({ answers: answersOf(turn.draft) });
  for (;;) {
    const asked = await wizard.dialog.list.ask<'write', Plan | Detour>({
      title: turn.title,
      canGoBack: turn.canGoBack,
      placeholder: 'Nothing is written yet',
      items: listRows(written, workspace.asRelativePath(folder)),
      accept: async () => {
        const { files, problems } = await written;
        return files === undefined ? { answer: problems[0]?.answer ?? '' } : { folder, files };
      },
    });
    if (asked.kind !== 'done' || !('files' in asked.value)) return asked;
    const agreed = await askOverwrite(wizard, turn, asked.value);
    if (agreed.kind !== 'back') return agreed;
  }
}

async function listRows(written: Promise<WrittenRoleChain>, folder: string): Promise<readonly Choice<'write'>[]> {
  const { files, notes, problems } = await written;
  if (problems !== undefined)
    return problems
      .slice(0, 1)
      .map(({ message }) => ({ label: '$(error) An answer does not fit: go there', detail: message, value: 'write' }));
  return [
    { label: `$(check) Write ${count(files.length, 'file')} into ${folder}`, value: 'write' },
    ...section(
      'Files',
      files.map(({ path, title }) => ({ label: `$(file) ${path}`, description: title })),
    ),
    ...section('To know before it is deployed', notes.length === 0 ? [] : [toNotes(notes, files)]),
  ];
}

/** A line has no room for the sentences themselves. */
function toNotes(notes: readonly string[], files: readonly RoleChainFile[]): Choice<never> {
  const page = files.find(({ path }) => path.endsWith('.md'))?.path ?? 'the page';
  return { label: `$(info) ${count(notes.length, 'note')} in ${page}` };
}

function section(label: string, rows: readonly Choice<never>[]): readonly Choice<never>[] {
  return rows.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...rows];
}

/** Asks where files are there already, and names them. Back is the answer too where one of them cannot be written. */
async function askOverwrite(wizard: Wizard, turn: Turn, plan: Plan): Promise<Outcome<Plan | Detour>> {
  const { existing, unsaved } = await findExisting(plan.folder, plan.files);
  const place = workspace.asRelativePath(plan.folder);
  if (unsaved.length > 0) {
    const message = `${unsaved.join(', ')} in ${place} has changes that are not saved: save or close it first.`;
    void window.showWarningMessage(message);
    return { kind: 'back' };
  }
  if (existing.length === 0) return { kind: 'done', value: plan };
  const files = count(existing.length, 'file');
  return choose<Plan | Detour>(wizard, turn, {
    placeholder: `${files} in ${place} would be overwritten`,
    items: [
      { label: '$(folder) Choose another folder', value: { step: 'folder' } },
      { label: `$(warning) Overwrite ${files}`, value: plan },
      ...section(
        'Would be overwritten',
        existing.map((path) => ({ label: `$(file) ${path}` })),
      ),
    ],
  });
}
