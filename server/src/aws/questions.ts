import type { Account, Unit } from '../organization/organization.ts';
import type { OrganizationFailure } from '../service/organization-source.ts';
import type { Calls, FoundRoot, Identity } from './calls.ts';
import { untilAborted } from './cancel.ts';
import { usesSingleSignOn } from './configuration.ts';
import { type Circumstances, deniedAction, describeFailure, tellMember } from './failure.ts';
import type { How } from './paced.ts';
import type { Operation } from './rates.ts';

/** What is asked of AWS, all pages of it. Rejects with an `OrganizationFailure`, at once when the signal is aborted. */
export interface Questions {
  /** Asked once. */
  readonly identify: (how: How) => Promise<Identity>;
  /** Undefined where it cannot be found out, for whatever reason. */
  readonly findCaller: (how: How) => Promise<string | undefined>;
  readonly findRoot: (how: How) => Promise<FoundRoot | undefined>;
  /** By name. `onPage` is told what is there, by name, as each page comes. */
  readonly loadUnits: (unitId: string, how: How, onPage?: (units: readonly Unit[]) => void) => Promise<readonly Unit[]>;
  /** By name. */
  readonly loadAccounts: (unitId: string, how: How) => Promise<readonly Account[]>;
  readonly describePath: (unitId: string, how: How) => Promise<string | undefined>;
  readonly findParent: (unitId: string, how: How) => Promise<string | undefined>;
}

/** `profile` is the one that the calls are made with; undefined: the default credential chain. */
export function createQuestions(calls: Calls, profile: string | undefined): Questions {
  let known: Promise<Identity> | undefined;

  const ask = async <T>(operation: Operation, how: How, work: () => Promise<T>): Promise<T> => {
    try {
      return await untilAborted(work, how.signal);
    } catch (error) {
      const circumstances = { operation, profile, usesSingleSignOn: await usesSingleSignOn(profile) };
      const failure = describeFailure(error, circumstances);
      const givesReason = deniedAction(error) !== undefined;
      if (failure.kind !== 'access-denied' || givesReason) throw failure;
      throw (await findMember(circumstances, how)) ?? failure;
    }
  };

  /** The failure to tell if a member account asked: AWS says no more than that access is denied. */
  const findMember = async (circumstances: Circumstances, how: How): Promise<OrganizationFailure | undefined> => {
    if (circumstances.operation === 'DescribeOrganization') return undefined;
    const [identity, account] = await Promise.all([identify(how).catch(() => undefined), findCaller(how)]);
    const management = identity?.managementAccount;
    return management === undefined || account === management
      ? undefined
      : tellMember(account, management, circumstances);
  };

  const findCaller = (how: How) => {
    return untilAborted(() => calls.findCaller(how.signal), how.signal).catch(() => undefined);
  };

  const identify = (how: How): Promise<Identity> => {
    if (known !== undefined) return known;
    const asked = ask('DescribeOrganization', how, () => calls.describeOrganization(how));
    known = asked;
    // Whoever asks next may have signed in meanwhile.
    asked.catch(() => {
      known = undefined;
    });
    return asked;
  };

  return {
    identify,
    findCaller,
    findRoot: (how) => ask('ListRoots', how, () => calls.findRoot(how)),
    loadUnits: (unitId, how, onPage) =>
      ask('ListOrganizationalUnitsForParent', how, () => collect(calls.unitsIn(unitId, how), onPage)),
    loadAccounts: (unitId, how) => ask('ListAccountsForParent', how, () => collect(calls.accountsIn(unitId, how))),
    describePath: (unitId, how) => ask('DescribeOrganizationalUnit', how, () => calls.describePath(unitId, how)),
    findParent: (unitId, how) => ask('ListParents', how, () => calls.findParent(unitId, how)),
  };
}

async function collect<T extends { readonly name: string }>(
  pages: AsyncGenerator<readonly T[]>,
  onPage: (items: readonly T[]) => void = () => {},
): Promise<readonly T[]> {
  let all: readonly T[] = [];
  for await (const page of pages) {
    all = [...all, ...page].sort((a, b) => names.compare(a.name, b.name));
    onPage(all);
  }
  return all;
}

const names = new Intl.Collator('en', { numeric: true });
