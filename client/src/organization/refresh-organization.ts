import { ProgressLocation, window } from 'vscode';
import type { OrganizationStatus } from '../../../server/src/protocol/organization.ts';
import { count } from './age.ts';
import { isLastProfile, listProfileChoices, rememberProfile } from './choose-profile.ts';
import { showFailure } from './failure.ts';
import { describeOrganization } from './import-organization.ts';
import type { Lookup } from './lookup.ts';
import type { StatusEvents } from './organization-status.ts';
import { pick } from './pick.ts';
import { requireTrustToAsk } from './trust.ts';

/** Loads the whole organization anew; what was loaded when the person cancels stays. */
export async function refreshOrganization(lookup: Lookup, events: StatusEvents): Promise<void> {
  const { api, memory } = lookup;
  if (!requireTrustToAsk()) return;
  const chosen = await pick({
    title: 'Refresh Organization',
    placeholder: 'Ask AWS as which profile?',
    canGoBack: false,
    items: listProfileChoices(lookup),
    isActive: (profile) => isLastProfile(memory, profile),
  });
  if (chosen.kind !== 'done') return;
  await rememberProfile(memory, chosen.value);
  const { name } = chosen.value;
  const options = { location: ProgressLocation.Notification, title: 'Loading the organization', cancellable: true };
  const answer = await window.withProgress(options, async (progress, token) => {
    const listener = events.onDidChange((status) => progress.report({ message: describeLoading(status) }));
    try {
      return await api.refresh(name === undefined ? {} : { profile: name }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  });
  if (answer?.failure !== undefined) showFailure(answer.failure);
  if (answer?.value !== undefined) void window.showInformationMessage(`Loaded ${describeOrganization(answer.value)}.`);
}

/** "120 of 500 organizational units, 340 accounts" */
export function describeLoading({ loading }: OrganizationStatus): string {
  if (loading === undefined) return '';
  // The root is no unit.
  const loaded = Math.max(0, loading.unitsLoaded - 1);
  return `${loaded} of ${count(loading.unitsKnown - 1, 'organizational unit')}, ${count(loading.accounts, 'account')}`;
}
