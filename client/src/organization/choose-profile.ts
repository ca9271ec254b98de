import type { Memento } from 'vscode';
import type { OrganizationApi } from './organization-api.ts';
import type { Choice } from './pick.ts';

/** A profile of the AWS configuration files; the default credential chain where it has no name. */
export interface Profile {
  readonly name?: string;
}

const lastProfileKey = 'rolechain.lastProfile';

/** The profile that was used last by this person, whatever the workspace; undefined at the first time. */
export function lastProfile(memory: Memento): Profile | undefined {
  const name = memory.get(lastProfileKey);
  if (typeof name !== 'string') return undefined;
  return name === '' ? {} : { name };
}

export async function rememberProfile(memory: Memento, { name = '' }: Profile): Promise<void> {
  await memory.update(lastProfileKey, name);
}

/** The default credential chain, then the profiles by their names. */
export async function listProfileChoices<T>(
  api: OrganizationApi,
  memory: Memento,
  choose: (profile: Profile) => T,
): Promise<readonly Choice<T>[]> {
  const { profiles } = await api.listProfiles({});
  const last = lastProfile(memory);
  const named = profiles.map((name): Profile => ({ name }));
  return [{}, ...named].map(({ name }: Profile) => ({
    label: name === undefined ? '$(key) Default credential chain' : `$(account) ${name}`,
    description: [
      name === undefined ? 'environment, default profile, SSO, roles' : '',
      last !== undefined && last.name === name ? 'used last' : '',
    ]
      .filter(Boolean)
      .join(' · '),
    value: choose(name === undefined ? {} : { name }),
  }));
}
