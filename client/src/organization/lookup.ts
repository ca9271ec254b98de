import type { Memento } from 'vscode';
import type { MfaPrompt } from './mfa.ts';
import type { OrganizationApi } from './organization-api.ts';
import type { QuickList } from './quick-list.ts';

/** What all commands of organizations have in common. */
export interface Lookup {
  readonly api: OrganizationApi;
  /** Of this person, in every workspace. */
  readonly memory: Memento;
  readonly mfa: MfaPrompt;
}

/** A command that asks one question after the other. */
export interface Dialog extends Lookup {
  readonly list: QuickList;
}
