import type { CancellationToken, WorkspaceEdit } from 'vscode';
import type {
  Answer,
  CheckedPath,
  EditAnswer,
  ImportParams,
  InsertParams,
  KnownOrganization,
  OpenedOrganization,
  OpenParams,
  OrganizationAccounts,
  OrganizationParams,
  PathPlace,
  PlaceAtParams,
  ProfilesAnswer,
  RefreshParams,
  SourcedParams,
  UnitContents,
  UnitsParams,
} from '../../../server/src/protocol/organization.ts';
import { organizationRequests } from '../../../server/src/protocol/organization.ts';
import {
  type FillParams,
  type PlaceholderItem,
  type PlaceholdersParams,
  placeholderRequests,
} from '../../../server/src/protocol/placeholders.ts';
import type { ServerHost } from '../server-host.ts';

/** What the language server answers about organizations and placeholders. */
export type OrganizationApi = ReturnType<typeof createOrganizationApi>;

/** Asks the language server, and starts it before if need be. A request that is cancelled rejects. */
export function createOrganizationApi(host: ServerHost) {
  const ask =
    <Params, Result>(name: string) =>
    (params: Params, token?: CancellationToken): Promise<Result> =>
      host.request<Result>(name, params, token);
  return {
    listProfiles: ask<object, ProfilesAnswer>(organizationRequests.profiles),
    listKnown: ask<object, readonly KnownOrganization[]>(organizationRequests.known),
    open: ask<OpenParams, Answer<OpenedOrganization>>(organizationRequests.open),
    enter: ask<UnitsParams, Answer<UnitContents>>(organizationRequests.units),
    listAccounts: ask<SourcedParams, Answer<OrganizationAccounts>>(organizationRequests.accounts),
    refresh: ask<RefreshParams, Answer<KnownOrganization>>(organizationRequests.refresh),
    importText: ask<ImportParams, Answer<KnownOrganization>>(organizationRequests.import),
    readShellCommand: ask<object, string>(organizationRequests.shellCommand),
    forget: ask<OrganizationParams, null>(organizationRequests.forget),
    stop: ask<OrganizationParams, null>(organizationRequests.stop),
    placeAt: ask<PlaceAtParams, PathPlace>(organizationRequests.placeAt),
    insert: async (params: InsertParams): Promise<EditAnswer<WorkspaceEdit>> =>
      toEdit(host, await host.request(organizationRequests.insert, params)),
    checkPath: ask<{ path: string }, CheckedPath>(organizationRequests.checkPath),
    findPlaceholders: ask<PlaceholdersParams, readonly PlaceholderItem[]>(placeholderRequests.find),
    fill: async (params: FillParams): Promise<EditAnswer<WorkspaceEdit>> =>
      toEdit(host, await host.request(placeholderRequests.fill, params)),
  };
}

async function toEdit(host: ServerHost, answer: EditAnswer): Promise<EditAnswer<WorkspaceEdit>> {
  if (answer.problem !== undefined) return answer;
  return { edit: await host.toWorkspaceEdit(answer.edit) };
}
