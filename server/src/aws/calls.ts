import {
  type Account as AwsAccount,
  type OrganizationalUnit as AwsUnit,
  DescribeOrganizationalUnitCommand,
  DescribeOrganizationCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { idKindOf } from '../organization/ids.ts';
import type { Account, Unit } from '../organization/organization.ts';
import type { Clients } from './clients.ts';
import { type How, paceCalls } from './paced.ts';
import type { Take } from './rates.ts';

/** The most that AWS gives at once. */
const MaxResults = 20;

/** What AWS is asked, with its answers as our own values. All reject as the SDK does. */
export interface Calls {
  readonly describeOrganization: (how: How) => Promise<Identity>;
  /** Undefined where AWS lists none. */
  readonly findRoot: (how: How) => Promise<FoundRoot | undefined>;
  /** The units directly in a unit or the root, page by page. Pages may be empty. */
  readonly unitsIn: (unitId: string, how: How) => AsyncGenerator<readonly Unit[]>;
  readonly accountsIn: (unitId: string, how: How) => AsyncGenerator<readonly Account[]>;
  /** A unit's path as AWS says it, undefined where it does not: the documentation leaves open when. */
  readonly describePath: (unitId: string, how: How) => Promise<string | undefined>;
  /** The id of the root or unit that holds a unit. */
  readonly findParent: (unitId: string, how: How) => Promise<string | undefined>;
  /** The account that the credentials belong to. */
  readonly findCaller: (signal: AbortSignal) => Promise<string | undefined>;
}

/** What tells one organization from another. */
export interface Identity {
  readonly id: string;
  readonly managementAccount?: string;
  readonly partition: string;
}

export interface FoundRoot {
  readonly root: Unit;
  /** The root's ARN says it too; undefined where it does not. */
  readonly identity: Identity | undefined;
}

export function createCalls({ organizations, sts }: Clients, take: Take): Calls {
  const paced = paceCalls(organizations, take);
  return {
    describeOrganization: async (how) => {
      const { Organization: found } = await paced('DescribeOrganization', how, (options) =>
        organizations.send(new DescribeOrganizationCommand({}), options),
      );
      const { Id: id, MasterAccountId: managementAccount, Arn } = found ?? {};
      if (id === undefined) throw new TypeError('DescribeOrganization: no organization in the answer');
      const partition = Arn?.split(':')[1] || 'aws';
      return { id, partition, ...(managementAccount !== undefined && { managementAccount }) };
    },
    findRoot: async (how) => {
      const pages = paging(async (NextToken) => {
        const page = await paced('ListRoots', how, (options) =>
          organizations.send(new ListRootsCommand({ MaxResults, NextToken }), options),
        );
        return { items: page.Roots, next: page.NextToken };
      });
      for await (const page of pages)
        for (const { Id: id, Name: name = 'Root', Arn } of page)
          if (id !== undefined) return { root: { id, name }, identity: readRootArn(Arn) };
      return undefined;
    },
    unitsIn: (ParentId, how) =>
      paging(async (NextToken) => {
        const page = await paced('ListOrganizationalUnitsForParent', how, (options) =>
          organizations.send(new ListOrganizationalUnitsForParentCommand({ ParentId, MaxResults, NextToken }), options),
        );
        return { items: page.OrganizationalUnits?.flatMap(readUnit), next: page.NextToken };
      }),
    accountsIn: (ParentId, how) =>
      paging(async (NextToken) => {
        const page = await paced('ListAccountsForParent', how, (options) =>
          organizations.send(new ListAccountsForParentCommand({ ParentId, MaxResults, NextToken }), options),
        );
        return { items: page.Accounts?.flatMap(readAccount), next: page.NextToken };
      }),
    describePath: async (OrganizationalUnitId, how) => {
      const { OrganizationalUnit: unit } = await paced('DescribeOrganizationalUnit', how, (options) =>
        organizations.send(new DescribeOrganizationalUnitCommand({ OrganizationalUnitId }), options),
      );
      return unit?.Path;
    },
    findParent: async (ChildId, how) => {
      const pages = paging(async (NextToken) => {
        const page = await paced('ListParents', how, (options) =>
          organizations.send(new ListParentsCommand({ ChildId, MaxResults, NextToken }), options),
        );
        return { items: page.Parents, next: page.NextToken };
      });
      for await (const page of pages) for (const { Id: id } of page) if (id !== undefined) return id;
      return undefined;
    },
    findCaller: async (abortSignal) => {
      // Most providers know the account already.
      const { accountId } = await organizations.config.credentials();
      return accountId ?? (await sts.send(new GetCallerIdentityCommand({}), { abortSignal })).Account;
    },
  };
}

/** Asks for pages until no token is left: AWS may send an empty page and more behind it. */
async function* paging<T>(
  ask: (
    token: string | undefined,
  ) => Promise<{ readonly items: readonly T[] | undefined; readonly next: string | undefined }>,
): AsyncGenerator<readonly T[]> {
  let token: string | undefined;
  do {
    const { items = [], next } = await ask(token);
    yield items;
    token = next;
  } while (token);
}

function readUnit({ Id: id, Name: name }: AwsUnit): readonly Unit[] {
  return id === undefined ? [] : [{ id, name: name ?? id }];
}

function readAccount({ Id: id, Name: name, State, Status }: AwsAccount): readonly Account[] {
  // `State` takes the place of `Status`, which AWS gives no longer than September 2026.
  const status = State ?? Status;
  return id === undefined ? [] : [{ id, name: name ?? id, ...(status !== undefined && { status }) }];
}

/** `arn:aws:organizations::111122223333:root/o-a1b2c3d4e5/r-ab12` */
function readRootArn(arn: string | undefined): Identity | undefined {
  const [, partition = '', , , managementAccount = '', resource = ''] = arn?.split(':') ?? [];
  const id = resource.split('/')[1] ?? '';
  if (partition === '' || idKindOf(id) !== 'organization' || idKindOf(managementAccount) !== 'account')
    return undefined;
  return { id, managementAccount, partition };
}
