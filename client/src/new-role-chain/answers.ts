import type { RoleChainAnswers, RoleChainRole, RoleChainSource } from '../../../server/src/protocol/role-chain.ts';
import { type Draft, splitRole } from './draft.ts';

/** The same with parts that are still missing; of a union the same for each of its members. */
type Started<T> = T extends object ? { readonly [Key in keyof T]?: T[Key] | undefined } : T;

/** Answers on the way to being whole; a part that is undefined is none when it is sent. */
export type StartedAnswers = Omit<Started<RoleChainAnswers>, 'source'> & {
  readonly source?: Started<RoleChainSource> | undefined;
};

/** The answers as the server takes them: only what the kind of source asks for. */
export function answersOf(draft: Draft): StartedAnswers {
  const { sourceRole, targetRole, targets, permissions, format, deploymentRole } = draft;
  return {
    source: sourceOf(draft),
    sourceRole: roleOf(sourceRole),
    targetRole: roleOf(targetRole),
    targets,
    permissions,
    lockFunction: draft.source === 'function' ? draft.lockFunction : undefined,
    deploymentRole: given(deploymentRole),
    format,
  };
}

function sourceOf(draft: Draft): StartedAnswers['source'] {
  const place = { region: given(draft.region), account: given(draft.account) };
  switch (draft.source) {
    case undefined:
      return undefined;
    case 'function':
      return { kind: 'function', name: draft.functionName, ...place };
    case 'service': {
      const { service } = draft;
      const resource = service?.resource === undefined ? undefined : draft.resource;
      return { kind: 'service', service: service?.service, resource, ...place };
    }
    case 'federated':
      return { kind: 'federated', ...providerOf(draft), ...place };
    default:
      return draft.source satisfies never;
  }
}

function providerOf({ provider, host, subject, audience, samlProvider }: Draft) {
  switch (provider) {
    case undefined:
      return {};
    case 'github':
      return { provider, subject };
    case 'gitlab':
      return { provider, subject, host: given(host) };
    case 'oidc':
      return { provider, subject, host, audience };
    case 'saml':
      return { provider, name: samlProvider };
    default:
      return provider satisfies never;
  }
}

function roleOf(text: string | undefined): RoleChainRole | undefined {
  return text === undefined ? undefined : splitRole(text);
}

/** What is left empty is left out. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
