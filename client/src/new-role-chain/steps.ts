import type { RoleChainAnswerName, RoleChainAnswers } from '../../../server/src/protocol/role-chain.ts';
import type { Draft } from './draft.ts';

/** One question of the command. */
export interface Step {
  readonly id: StepId;
  /** Two or three words. */
  readonly title: string;
  /** Left out: always. Asked of a draft in which all questions before are answered. */
  readonly isAsked?: (draft: Draft, circumstances: Circumstances) => boolean;
  /** The answers that it asks for, by the beginning of their names: where a problem is told, this is the step to go to. */
  readonly answers?: readonly (RoleChainAnswerName | keyof RoleChainAnswers)[];
}

export type StepId =
  | 'source'
  | 'function'
  | 'service'
  | 'resource'
  | 'provider'
  | 'host'
  | 'saml-provider'
  | 'subject'
  | 'audience'
  | 'format'
  | 'region'
  | 'account'
  | 'source-role'
  | 'target-role'
  | 'targets'
  | 'deployment-role'
  | 'permissions'
  | 'function-lock'
  | 'root'
  | 'folder'
  | 'review';

/** What is not for the person to say. */
export interface Circumstances {
  /** The workspace has several folders. */
  readonly isMultiRoot: boolean;
}

/** All questions, in their order. */
export const steps: readonly Step[] = [
  { id: 'source', title: 'Source', answers: ['source'] },
  { id: 'function', title: 'Lambda Function', isAsked: isFrom('function'), answers: ['source.name'] },
  { id: 'service', title: 'Service', isAsked: isFrom('service'), answers: ['source.service'] },
  { id: 'provider', title: 'Identity Provider', isAsked: isFrom('federated') },
  { id: 'host', title: 'Host of the Provider', isAsked: isOf('gitlab', 'oidc'), answers: ['source.host'] },
  { id: 'saml-provider', title: 'SAML Provider', isAsked: isOf('saml'), answers: ['source.name'] },
  { id: 'subject', title: 'Subject', isAsked: isOf('github', 'gitlab', 'oidc'), answers: ['source.subject'] },
  { id: 'audience', title: 'Audience', isAsked: isOf('oidc'), answers: ['source.audience'] },
  { id: 'format', title: 'Template or JSON', answers: ['format'] },
  { id: 'region', title: 'Region', answers: ['source.region'] },
  { id: 'account', title: 'Account of the Source', answers: ['source.account'] },
  // Its ARN has the Region and the account in it.
  {
    id: 'resource',
    title: 'Resource of the Service',
    isAsked: ({ source, service }) => source === 'service' && service?.resource !== undefined,
    answers: ['source.resource'],
  },
  { id: 'source-role', title: 'Source Role', answers: ['sourceRole'] },
  { id: 'target-role', title: 'Target Role', answers: ['targetRole'] },
  { id: 'targets', title: 'Target Accounts', answers: ['targets'] },
  { id: 'deployment-role', title: 'Deployment Role', answers: ['deploymentRole'] },
  { id: 'permissions', title: 'Permissions of the Target', answers: ['permissions'] },
  { id: 'function-lock', title: 'Lock to the Function', isAsked: isFrom('function'), answers: ['lockFunction'] },
  { id: 'root', title: 'Folder of the Workspace', isAsked: (_draft, { isMultiRoot }) => isMultiRoot },
  { id: 'folder', title: 'Folder' },
  { id: 'review', title: 'Review' },
];

/** The questions that are asked, by what is known so far. */
export function askedSteps(draft: Draft, circumstances: Circumstances): readonly Step[] {
  return steps.filter(({ isAsked }) => isAsked?.(draft, circumstances) ?? true);
}

/** The question after this one; undefined after the last. */
export function stepAfter(asked: readonly Step[], id: StepId): StepId | undefined {
  return asked[indexOf(asked, id) + 1]?.id;
}

/** The question before this one; undefined before the first. */
export function stepBefore(asked: readonly Step[], id: StepId): StepId | undefined {
  return asked[indexOf(asked, id) - 1]?.id;
}

/** "New Role Chain (3/12): Source Role" */
export function titleOf(asked: readonly Step[], id: StepId): string {
  const index = indexOf(asked, id);
  return `New Role Chain (${index + 1}/${asked.length}): ${asked[index]?.title ?? ''}`;
}

/** Where the answer of this name is given, the closest of those that are asked; the last where there is none. */
export function stepOfAnswer(asked: readonly Step[], answer: string): StepId | undefined {
  const belongs = (prefix: string) => answer === prefix || new RegExp(`^${prefix}[.[]`).test(answer);
  const found = asked.filter(({ answers = [] }) => answers.some(belongs));
  return found.at(-1)?.id;
}

function indexOf(asked: readonly Step[], id: StepId): number {
  return asked.findIndex((step) => step.id === id);
}

/** Until a source is chosen, the questions are counted as for the first that is offered. */
function isFrom(kind: Draft['source']): (draft: Draft) => boolean {
  return ({ source = 'function' }) => source === kind;
}

function isOf(...providers: readonly Draft['provider'][]): (draft: Draft) => boolean {
  return ({ source, provider }) => source === 'federated' && providers.includes(provider);
}
