import { type CancellationToken, env, QuickPickItemKind, window, workspace } from 'vscode';
import type { KnownOrganization, OpenParams, UnitContents } from '../../../server/src/protocol/organization.ts';
import { count, describeAge } from './age.ts';
import { isLastProfile, listProfileChoices, type Profile, rememberProfile } from './choose-profile.ts';
import { showFailure } from './failure.ts';
import { importOrganization } from './import-organization.ts';
import type { Dialog, Lookup } from './lookup.ts';
import type { Choice, Outcome } from './pick.ts';
import { requireTrustToAsk } from './trust.ts';

/** An organization that can be walked. */
export interface ChosenOrganization {
  readonly id: string;
  readonly from: 'aws' | 'known';
  readonly top: UnitContents;
}

export interface ChooseOrganizationOptions {
  readonly title: string;
  readonly canGoBack: boolean;
  /** Offered beside the organizations. */
  readonly others: readonly Choice<string>[];
}

/** The organization, or the value of one of the `others`. */
export type OrganizationChoice =
  | { readonly kind: 'organization'; readonly organization: ChosenOrganization }
  | { readonly kind: 'other'; readonly name: string };

type Source =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'profile'; readonly profile: Profile }
  | { readonly kind: 'import' | 'shell' | 'restricted' }
  | { readonly kind: 'other'; readonly name: string };

/**
 * Asks where to take the organization from: what is kept comes first with its age, then the profiles to ask AWS with.
 * A profile that leads nowhere tells why, and the list stays.
 */
export async function chooseOrganization(
  dialog: Dialog,
  options: ChooseOrganizationOptions,
): Promise<Outcome<OrganizationChoice>> {
  for (;;) {
    const chosen = await askSource(dialog, options);
    if (chosen.kind !== 'done') return chosen;
    if (chosen.value.kind !== 'import') return { kind: 'done', value: chosen.value };
    // A dialog for files takes the place of the list.
    const imported = await importOrganization(dialog.api);
    const opened = imported && (await open(dialog, { from: 'known', organization: imported.id }));
    if (opened !== undefined) return { kind: 'done', value: opened };
  }
}

function askSource(dialog: Dialog, { title, canGoBack, others }: ChooseOrganizationOptions) {
  const { list, memory } = dialog;
  return list.ask<Source, OrganizationChoice | { readonly kind: 'import' }>({
    title,
    placeholder: 'Where from?',
    canGoBack,
    items: listSources(dialog, others),
    isActive: (source) =>
      source.kind === 'known' || (source.kind === 'profile' && isLastProfile(memory, source.profile)),
    accept: async (source, token) => {
      switch (source.kind) {
        case 'other':
          return source;
        case 'import':
          return { kind: 'import' };
        case 'shell':
          await copyShellCommand(dialog);
          return undefined;
        case 'restricted':
          requireTrustToAsk();
          return undefined;
        case 'known':
          return open(dialog, { from: 'known', organization: source.id }, token);
        case 'profile': {
          const { name } = source.profile;
          await rememberProfile(memory, source.profile);
          return open(dialog, { from: 'aws', ...(name !== undefined && { profile: name }) }, token);
        }
        default:
          return source satisfies never;
      }
    },
  });
}

async function open(
  { api }: Lookup,
  params: OpenParams,
  token?: CancellationToken,
): Promise<OrganizationChoice | undefined> {
  const { value, failure } = await api.open(params, token);
  if (failure !== undefined) {
    showFailure(failure);
    return undefined;
  }
  return { kind: 'organization', organization: { id: value.organization.id, from: params.from, top: value.top } };
}

async function listSources(lookup: Lookup, others: readonly Choice<string>[]): Promise<readonly Choice<Source>[]> {
  const [known, profiles] = await Promise.all([lookup.api.listKnown({}), listProfiles(lookup)]);
  return [
    ...(known.length > 0 ? [separator('Known organizations')] : []),
    ...known.map(toChoice),
    separator('Ask AWS'),
    ...profiles,
    separator('Without AWS'),
    { label: '$(folder-opened) Import an organization from a file…', value: { kind: 'import' } },
    { label: '$(terminal) Copy a command for AWS CloudShell that prints such a file', value: { kind: 'shell' } },
    ...others.map(({ value: name = '', ...item }): Choice<Source> => ({ ...item, value: { kind: 'other', name } })),
  ];
}

async function copyShellCommand({ api }: Lookup): Promise<void> {
  await env.clipboard.writeText(await api.readShellCommand({}));
  void window.showInformationMessage(
    'Copied. Paste it into AWS CloudShell in the management account, save what it prints as a file, and import that.',
  );
}

async function listProfiles(lookup: Lookup): Promise<readonly Choice<Source>[]> {
  if (!workspace.isTrusted)
    return [{ label: '$(shield) AWS is not asked in Restricted Mode', value: { kind: 'restricted' } }];
  const choices = await listProfileChoices(lookup);
  return choices.map(({ value: profile = {}, ...item }) => ({ ...item, value: { kind: 'profile', profile } }));
}

function toChoice({ id, name, loadedAt, source, complete, units, accounts }: KnownOrganization): Choice<Source> {
  const parts = [
    name === id ? '' : id,
    `${source === 'file' ? 'imported' : 'loaded'} ${describeAge(loadedAt, Date.now())}`,
    complete ? '' : 'not complete',
  ];
  return {
    label: `$(organization) ${name}`,
    description: parts.filter(Boolean).join(' · '),
    detail: `${count(units, 'organizational unit')}, ${count(accounts, 'account')}`,
    value: { kind: 'known', id },
  };
}

function separator(label: string): Choice<Source> {
  return { label, kind: QuickPickItemKind.Separator };
}
