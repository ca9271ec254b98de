import { window } from 'vscode';
import { describeAge } from './age.ts';
import { describeOrganization } from './import-organization.ts';
import type { OrganizationApi } from './organization-api.ts';
import { pick } from './pick.ts';

/** Deletes what is kept of an organization. */
export async function forgetOrganization(api: OrganizationApi): Promise<void> {
  const known = await api.listKnown({});
  if (known.length === 0) {
    void window.showInformationMessage('Role Chain knows no organization.');
    return;
  }
  const chosen = await pick({
    title: 'Forget Organization',
    placeholder: 'Which one? What is kept of it on this machine is deleted; nothing changes in AWS.',
    canGoBack: false,
    items: known.map((each) => ({
      label: `$(organization) ${each.name}`,
      description: `${each.id} · ${describeAge(each.loadedAt, Date.now())}`,
      value: each,
    })),
  });
  if (chosen.kind !== 'done') return;
  await api.forget({ organization: chosen.value.id });
  void window.showInformationMessage(`Forgot ${describeOrganization(chosen.value)}.`);
}
