import { QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import type { RoleChainFile, WrittenRoleChain } from '../../../server/src/protocol/role-chain.ts';
import { count } from '../organization/age.ts';
import type { Choice, Outcome } from '../organization/pick.ts';
import { answersOf } from './answers.ts';
import { folderOf } from './ask-folder.ts';
import type { Turn, Wizard } from './wizard.ts';
import { findExisting } from './write-files.ts';

/** What is to be written, and where. */
export interface Plan {
  readonly folder: Uri;
  readonly files: readonly RoleChainFile[];
}

/** What is wrong with an answer: its question comes again. */
export interface Fault {
  readonly answer: string;
}

/** Shows what is to be written; a plan is agreed to, also that files are overwritten. */
export async function askReview(wizard: Wizard, turn: Turn): Promise<Outcome<Plan | Fault>> {
  const folder = folderOf(turn.draft);
  if (folder === undefined) return { kind: 'cancelled' };
  const written = wizard.api.write({ answers: answersOf(turn.draft) });
  const asked = await wizard.dialog.list.ask<'write', Plan | Fault>({
    title: turn.title,
    canGoBack: turn.canGoBack,
    placeholder: 'Nothing is written yet',
    items: listFiles(written, workspace.asRelativePath(folder)),
    accept: async () => {
      const { files, problems } = await written;
      if (files === undefined) return { answer: problems[0]?.answer ?? '' };
      return (await mayWrite(folder, files)) ? { folder, files } : undefined;
    },
  });
  return asked;
}

async function listFiles(written: Promise<WrittenRoleChain>, folder: string): Promise<readonly Choice<'write'>[]> {
  const { files, notes, problems } = await written;
  if (problems !== undefined)
    return problems.slice(0, 1).map(({ message }) => ({
      label: '$(error) An answer does not fit: go there',
      detail: message,
      value: 'write',
    }));
  return [
    { label: `$(check) Write ${count(files.length, 'file')} into ${folder}`, value: 'write' },
    ...section(
      'Files',
      files.map(({ path, title }) => ({ label: `$(file) ${path}`, description: title })),
    ),
    ...section(
      'To know before it is deployed',
      notes.map((label) => ({ label: `$(info) ${label}` })),
    ),
  ];
}

function section(label: string, rows: readonly Choice<'write'>[]): readonly Choice<'write'>[] {
  return rows.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...rows];
}

async function mayWrite(folder: Uri, files: readonly RoleChainFile[]): Promise<boolean> {
  const { existing, unsaved } = await findExisting(folder, files);
  const place = workspace.asRelativePath(folder);
  if (unsaved.length > 0) {
    const message = `Not written: ${unsaved.join(', ')} in ${place} has changes that are not saved. Save or close it first.`;
    void window.showWarningMessage(message);
    return false;
  }
  if (existing.length === 0) return true;
  const overwrite = 'Overwrite';
  const message = `${count(existing.length, 'file')} in ${place} would be overwritten.`;
  const answer = await window.showWarningMessage(message, { modal: true, detail: existing.join('\n') }, overwrite);
  return answer === overwrite;
}
