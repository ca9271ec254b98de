import { type CancellationToken, commands, type Memento, QuickPickItemKind, workspace } from 'vscode';
import type { KnownOrganization, OpenParams, UnitContents } from '../../../server/src/protocol/organization.ts';
import { count, describeAge } from './age.ts';
import { lastProfile, listProfileChoices, type Profile, rememberProfile } from './choose-profile.ts';
import { showFailure } from './failure.ts';
import { importOrganization } from './import-organization.ts';
import type { OrganizationApi } from './organization-api.ts';
import { type Choice, type Outcome, pick } from './pick.ts';
import { restricted } from './trust.ts';

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

type Source =
  | { readonly kind: 'open'; readonly params: OpenParams; readonly profile?: Profile }
  | { readonly kind: 'import' | 'trust' }
  | { readonly kind: 'other'; readonly name: string };

/** The organization, or the value of one of the `others`. */
export type OrganizationChoice =
  | { readonly kind: 'organization'; readonly organization: ChosenOrganization }
  | { readonly kind: 'other'; readonly name: string };

/**
 * Asks where to take the organization from: what is kept comes first with its age, then the profiles to ask AWS with.
 * A profile that leads nowhere tells why, and the list stays.
 */
export function chooseOrganization(
  api: OrganizationApi,
  memory: Memento,
  { title, canGoBack, others }: ChooseOrganizationOptions,
): Promise<Outcome<OrganizationChoice>> {
  return pick<Source, OrganizationChoice>({
    title,
    placeholder: 'Where from?',
    canGoBack,
    items: listSources(api, memory, others),
    accept: async (source, token) => {
      switch (source.kind) {
        case 'other':
          return { kind: 'other', name: source.name };
        case 'trust':
          await commands.executeCommand('workbench.trust.manage');
          return undefined;
        case 'import': {
          const imported = await importOrganization(api);
          return imported && open(api, { from: 'known', organization: imported.id }, token);
        }
        case 'open': {
          if (source.profile !== undefined) await rememberProfile(memory, source.profile);
          return open(api, source.params, token);
        }
        default:
          return source satisfies never;
      }
    },
    isActive: (source) => isUsedLast(source, memory),
  });
}

async function open(
  api: OrganizationApi,
  params: OpenParams,
  token: CancellationToken,
): Promise<OrganizationChoice | undefined> {
  const { value, failure } = await api.open(params, token);
  if (failure !== undefined) {
    showFailure(failure);
    return undefined;
  }
  return { kind: 'organization', organization: { id: value.organization.id, from: params.from, top: value.top } };
}

/** Without a kept organization the profile that was used last is at hand. */
function isUsedLast(source: Source, memory: Memento): boolean {
  const last = lastProfile(memory);
  return (
    last !== undefined && source.kind === 'open' && source.profile?.name === last.name && source.profile !== undefined
  );
}

async function listSources(
  api: OrganizationApi,
  memory: Memento,
  others: readonly Choice<string>[],
): Promise<readonly Choice<Source>[]> {
  const [known, profiles] = await Promise.all([api.listKnown({}), listProfiles(api, memory)]);
  return [
    ...(known.length > 0 ? [separator('Known organizations')] : []),
    ...known.map(toChoice),
    separator('Ask AWS'),
    ...profiles,
    separator('Without AWS'),
    { label: '$(folder-opened) Import an organization from a file…', value: { kind: 'import' } },
    ...others.map(({ value: name = '', ...item }): Choice<Source> => ({ ...item, value: { kind: 'other', name } })),
  ];
}

async function listProfiles(api: OrganizationApi, memory: Memento): Promise<readonly Choice<Source>[]> {
  if (!workspace.isTrusted)
    return [{ label: '$(shield) Restricted Mode', detail: restricted, value: { kind: 'trust' } }];
  return listProfileChoices(api, memory, (profile): Source => {
    const { name } = profile;
    return { kind: 'open', profile, params: { from: 'aws', ...(name !== undefined && { profile: name }) } };
  });
}

function toChoice({ id, name, loadedAt, source, complete, units, accounts }: KnownOrganization): Choice<Source> {
  const parts = [
    name === id ? '' : id,
    `${source === 'file' ? 'imported' : 'loaded'} ${describeAge(loadedAt, Date.now())}`,
    `${count(units, 'organizational unit')}, ${count(accounts, 'account')}`,
    complete ? '' : 'not complete',
  ];
  return {
    label: `$(organization) ${name}`,
    description: parts.filter(Boolean).join(' · '),
    value: { kind: 'open', params: { from: 'known', organization: id } },
  };
}

function separator(label: string): Choice<Source> {
  return { label, kind: QuickPickItemKind.Separator };
}
