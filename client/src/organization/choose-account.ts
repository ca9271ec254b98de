import type { AccountItem, OrganizationAccounts, SourcedParams } from '../../../server/src/protocol/organization.ts';
import { showFailure } from './failure.ts';
import type { Dialog } from './lookup.ts';
import type { OrganizationApi } from './organization-api.ts';
import type { Choice, Outcome } from './pick.ts';

/** A part of an id that is typed on. */
const accountId = /^\d{12}$/;

/** What a person chose: an id, to leave it, or to look in an organization first. */
export type AccountChoice = { readonly kind: 'id'; readonly id: string } | { readonly kind: 'skip' | 'look-up' };

export interface ChooseAccountOptions {
  readonly title: string;
  readonly canGoBack: boolean;
  /** Where accounts are listed from; undefined where no organization is at hand. */
  readonly organization: SourcedParams | undefined;
  /** For who gives none, with `none` where there has to be one. */
  readonly skip?: Choice<never> | 'none';
  /** What was answered before, empty for none: what is marked at the start. */
  readonly given?: string;
}

const leave: Choice<never> = { label: '$(debug-step-over) Leave it as it is' };

/** Asks for an account by its name, or for its id. */
export function chooseAccount(
  { api, list }: Dialog,
  { title, canGoBack, organization, skip = leave, given }: ChooseAccountOptions,
): Promise<Outcome<AccountChoice>> {
  const others = otherWays(organization, skip);
  return list.ask<AccountChoice, AccountChoice>({
    title,
    placeholder: 'Type a name, or an id of twelve digits',
    canGoBack,
    items: listAccounts(api, organization, others, given),
    meanwhile: others,
    typed: (text) => (accountId.test(text) ? toGiven(text) : undefined),
    isActive: (choice) => (given === '' ? choice.kind === 'skip' : choice.kind === 'id' && choice.id === given),
    accept: (choice) => choice,
  });
}

async function listAccounts(
  api: OrganizationApi,
  organization: SourcedParams | undefined,
  otherWays: readonly Choice<AccountChoice>[],
  given: string | undefined,
): Promise<readonly Choice<AccountChoice>[]> {
  const found = organization && (await load(api, organization));
  const caller = found?.callerAccount;
  const others = found?.accounts.filter(({ id }) => id !== caller) ?? [];
  const isListed = given === undefined || given === '' || given === caller || others.some(({ id }) => id === given);
  const own =
    found?.accounts.find(({ id }) => id === caller) ??
    (caller === undefined ? undefined : { id: caller, name: caller, names: '' });
  return [
    ...(isListed ? [] : [toGiven(given)]),
    ...(own ? [toChoice(own, 'the account of these credentials')] : []),
    ...others.map((each) => toChoice(each, '')),
    ...otherWays,
  ];
}

function toGiven(id: string): Choice<AccountChoice> {
  return { label: `$(check) ${id}`, value: { kind: 'id', id } };
}

/** What can be done without knowing the accounts. */
function otherWays(
  organization: SourcedParams | undefined,
  skip: Choice<never> | 'none',
): readonly Choice<AccountChoice>[] {
  const lookUp = organization ? 'Look in another organization…' : 'Look up the accounts of an organization…';
  return [
    { label: `$(cloud) ${lookUp}`, alwaysShow: true, value: { kind: 'look-up' } },
    ...(skip === 'none' ? [] : [{ ...skip, alwaysShow: true, value: { kind: 'skip' } as const }]),
  ];
}

async function load(api: OrganizationApi, organization: SourcedParams): Promise<OrganizationAccounts | undefined> {
  const { value, failure } = await api.listAccounts(organization);
  if (failure !== undefined) showFailure(failure);
  return value;
}

function toChoice({ id, name, names, status }: AccountItem, remark: string): Choice<AccountChoice> {
  const parts = [id, names, status === undefined || status === 'ACTIVE' ? '' : status.toLowerCase(), remark];
  return {
    label: `$(account) ${name}`,
    description: parts.filter(Boolean).join(' · '),
    value: { kind: 'id', id },
  };
}
