import { Uri, window, workspace } from 'vscode';
import type { KnownOrganization } from '../../../server/src/protocol/organization.ts';
import { count } from './age.ts';
import { showFailure } from './failure.ts';
import type { OrganizationApi } from './organization-api.ts';

/** Reads an organization from a file that the person chooses; undefined where none was read. */
export async function importOrganization(
  api: OrganizationApi,
  given?: unknown,
): Promise<KnownOrganization | undefined> {
  const file = given instanceof Uri ? given : await askFile();
  if (file === undefined) return undefined;
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const { value, failure } = await api.importText({ text });
  if (failure !== undefined) {
    showFailure(failure);
    return undefined;
  }
  void window.showInformationMessage(`Imported ${describeOrganization(value)}.`);
  return value;
}

/** "the organization o-a1b2c3d4e5: 12 organizational units, 40 accounts" */
export function describeOrganization({ id, units, accounts }: KnownOrganization): string {
  return `the organization ${id}: ${count(units, 'organizational unit')}, ${count(accounts, 'account')}`;
}

async function askFile(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: 'Import Organization from File',
    openLabel: 'Import',
    filters: { JSON: ['json'] },
  });
  return files?.[0];
}
