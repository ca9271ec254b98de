import type { CancellationToken } from 'vscode';
import { type FindActionsParams, type FoundActions, findActionsRequest } from '../../../server/src/protocol/actions.ts';
import {
  type CheckAnswerParams,
  type CheckedAnswer,
  type RoleChainChoices,
  roleChainRequests,
  type WrittenRoleChain,
} from '../../../server/src/protocol/role-chain.ts';
import type { ServerHost } from '../server-host.ts';
import type { StartedAnswers } from './answers.ts';

/** What the language server answers about role chains that are to be written. */
export type RoleChainApi = ReturnType<typeof createRoleChainApi>;

/** Asks the language server, and starts it before if need be. A request that is cancelled rejects. */
export function createRoleChainApi(host: ServerHost) {
  const ask =
    <Params, Result>(name: string) =>
    (params: Params, token?: CancellationToken): Promise<Result> =>
      host.request<Result>(name, params, token);
  return {
    listChoices: ask<object, RoleChainChoices>(roleChainRequests.choices),
    check: ask<CheckAnswerParams, CheckedAnswer>(roleChainRequests.check),
    /** Answers that are not whole yet are answered with what is wrong with them. */
    write: ask<{ readonly answers: StartedAnswers }, WrittenRoleChain>(roleChainRequests.write),
    findActions: ask<FindActionsParams, FoundActions>(findActionsRequest),
  };
}
