import type { Memento } from 'vscode';
import type { Lookup } from './lookup.ts';
import type { Choice } from './pick.ts';

/** A profile of the AWS configuration files; the default credential chain where it has no name. */
export interface Profile {
  readonly name?: string;
}

const lastProfileKey = 'rolechain.lastProfile';

/** True for the profile that was used last by this person, whatever the workspace. */
export function isLastProfile(memory: Memento, { name = '' }: Profile): boolean {
  return memory.get(lastProfileKey) === name;
}

export async function rememberProfile(memory: Memento, { name = '' }: Profile): Promise<void> {
  await memory.update(lastProfileKey, name);
}

/** The default credential chain, then the profiles by their names. */
export async function listProfileChoices({ api, memory }: Lookup): Promise<readonly Choice<Profile>[]> {
  const { profiles } = await api.listProfiles({});
  const all: readonly Profile[] = [{}, ...profiles.map((name) => ({ name }))];
  return all.map((profile) => {
    const about = profile.name === undefined ? 'environment, default profile, SSO, roles' : '';
    const last = isLastProfile(memory, profile) ? 'used last' : '';
    return {
      label: profile.name === undefined ? '$(key) Default credential chain' : `$(account) ${profile.name}`,
      description: [about, last].filter(Boolean).join(' · '),
      value: profile,
    };
  });
}
