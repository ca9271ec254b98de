import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Organization } from '../organization/organization.ts';
import { organizationShellCommand } from '../organization/organization-shell.ts';
import {
  type Answer,
  type KnownOrganization,
  type OpenedOrganization,
  type OrganizationAccounts,
  organizationRequests,
  type ProfilesAnswer,
  type UnitContents,
} from '../protocol/organization.ts';
import { onRequest } from './on-request.ts';
import { signalOf } from './organization-abort.ts';
import { viewFailure } from './organization-failure.ts';
import { viewAccounts, viewContents, viewOrganization } from './organization-views.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** Answers what an editor asks about organizations; see the protocol. */
export function registerOrganizationRequests(session: Session): void {
  const { organizations } = session;
  const answer = (name: string, work: (params: Params, signal: AbortSignal) => Promise<unknown>) =>
    onRequest(session, name, (params, token) => work(readParams(params), signalOf(token)));
  const ask = <T>(name: string, work: (params: Params, signal: AbortSignal) => Promise<Answer<T>>) =>
    answer(name, (params, signal) => orFailure(signal, () => work(params, signal)));

  answer(
    organizationRequests.profiles,
    async (): Promise<ProfilesAnswer> => ({ profiles: await organizations.listProfiles() }),
  );
  answer(organizationRequests.known, async (): Promise<readonly KnownOrganization[]> => {
    const known = (await organizations.all()).map(viewOrganization);
    return known.toSorted((a, b) => (a.loadedAt < b.loadedAt ? 1 : -1));
  });
  ask(organizationRequests.open, async (params, signal): Promise<Answer<OpenedOrganization>> => {
    if (params.from === 'known') {
      const kept = await organizations.kept(params.organization);
      return kept === undefined ? notKept(params.organization) : viewOpened(kept);
    }
    const live = await organizations.open(params.profile, signal);
    return viewOpened(live.organization, live.isPartial);
  });
  ask(organizationRequests.units, async ({ organization, unit, deep, from }, signal): Promise<Answer<UnitContents>> => {
    const live = from === 'known' ? undefined : organizations.live(organization);
    const found = live === undefined ? await organizations.kept(organization) : await live.enter(unit, signal);
    if (found === undefined) return notKept(organization);
    const value = viewContents(found, unit, deep);
    return value === undefined ? fail(`There is no ${unit} in ${organization}.`) : { value };
  });
  ask(organizationRequests.accounts, async ({ organization, from }, signal): Promise<Answer<OrganizationAccounts>> => {
    const live = from === 'known' ? undefined : organizations.live(organization);
    const found = live === undefined ? await organizations.kept(organization) : await live.whole(signal);
    if (found === undefined) return notKept(organization);
    const callerAccount = await live?.callerAccount(signal);
    return { value: { accounts: viewAccounts(found), ...(callerAccount !== undefined && { callerAccount }) } };
  });
  ask(organizationRequests.refresh, async ({ profile }, signal): Promise<Answer<KnownOrganization>> => {
    const live = await organizations.open(profile, signal);
    const stop = () => live.stop();
    signal.addEventListener('abort', stop, { once: true });
    return { value: viewOrganization(await live.whole(signal)) };
  });
  ask(organizationRequests.import, async ({ text }): Promise<Answer<KnownOrganization>> => {
    const { organization, problem } = await organizations.importText(text);
    return organization === undefined ? fail(problem) : { value: viewOrganization(organization) };
  });
  answer(organizationRequests.shellCommand, async (): Promise<string> => organizationShellCommand);
  answer(organizationRequests.forget, async ({ organization }): Promise<null> => {
    await organizations.forget(organization);
    return null;
  });
  answer(organizationRequests.stop, async ({ organization }): Promise<null> => {
    organizations.stop(organization);
    return null;
  });
}

/** Of all these requests: what is missing is empty. */
interface Params {
  readonly from: 'aws' | 'known';
  readonly organization: string;
  readonly unit: string;
  readonly deep: boolean;
  readonly text: string;
  readonly profile: string | undefined;
}

function readParams(params: unknown): Params {
  const given = isRecord(params) ? params : {};
  const read = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    from: given.from === 'known' ? 'known' : 'aws',
    organization: read('organization'),
    unit: read('unit'),
    deep: given.deep === true,
    text: read('text'),
    profile: read('profile') || undefined,
  };
}

function viewOpened(organization: Organization, partial = false): Answer<OpenedOrganization> {
  const top = viewContents(organization, organization.root.id);
  if (top === undefined) return fail(`The organization ${organization.id} has no root.`);
  return { value: { organization: viewOrganization(organization), top: { ...top, ...(partial && { partial }) } } };
}

function notKept(id: string): Answer<never> {
  return fail(`Nothing is kept of the organization ${id} any more: ask AWS for it again.`);
}

function fail(message: string): Answer<never> {
  return { failure: { kind: 'other', message } };
}

/** What went wrong at AWS is an answer; that the editor no longer waits is none. */
async function orFailure<T>(signal: AbortSignal, work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    const failure = viewFailure(error);
    if (failure === undefined) throw error;
    return { failure };
  }
}
