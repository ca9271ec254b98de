import { type Steps, takeAll } from '../base/steps.ts';
import { ownValue } from '../base/table.ts';
import type { Organization } from '../organization/organization.ts';
import type { AssemblyConfiguration, WorkspaceFile } from './assembly-input.ts';
import { attachPolicies } from './attach.ts';
import type { Geography } from './deployment.ts';
import { type Drafts, draftScopeInSteps, type IdentityDraft } from './draft.ts';
import type { AttachedControlPolicy, World } from './entity.ts';
import { finishEntitiesInSteps } from './finish-entities.ts';
import { type ResolvedScope, type World as ResolverWorld, resolveScopes } from './resolver.ts';
import { findScopes, type Scope } from './scope.ts';
import { findStandaloneRoles } from './standalone-roles.ts';
import { indexDocumentInSteps } from './template-index.ts';
import { literalText, textKey } from './text.ts';

/**
 * Puts together what all files of a workspace say of who may assume whom, or, with `cutAt`, the first of them, which are
 * all that were read. Whatever of it depends on files that have not
 * changed since an earlier call is the same object as then.
 */
export function assembleWorld(
  files: readonly WorkspaceFile[],
  configuration: AssemblyConfiguration = {},
  organizations: readonly Organization[] = [],
  cutAt?: number,
): World {
  return takeAll(assembleWorldInSteps(files, configuration, organizations, cutAt));
}

/** The same template by template and role by role. */
export function* assembleWorldInSteps(
  files: readonly WorkspaceFile[],
  configuration: AssemblyConfiguration,
  organizations: readonly Organization[],
  cutAt?: number,
): Steps<World> {
  for (const { declarations } of files) {
    // Templates are indexed once.
    for (const document of declarations.documents) yield* indexDocumentInSteps(document);
    yield;
  }
  const { scopes, geography, partition, resolve } = openScopes(files, configuration, organizations);
  yield;
  const drafts: Drafts[] = [];
  for (const scope of scopes.all) {
    drafts.push(yield* draftScopeInSteps(resolve(scope), geography));
    yield;
  }
  const made = distinctOutputs(drafts.flatMap((each) => each.identities));
  const roles = new Set(made.flatMap((each) => roleKey(each) ?? []));
  // A role that a template makes too, or an output prints, is that one: it tells more.
  const standalone = findStandaloneRoles(scopes.all, configuration, geography, [partition]).filter(
    ({ draft }) => !roles.has(roleKey(draft) ?? ''),
  );
  const identities = [...made, ...standalone.map(({ draft }) => draft)];
  yield;
  const attached = attachPolicies(
    identities,
    drafts.flatMap((each) => each.policies),
    cutAt === undefined,
  );
  const boundaries = new Map(
    standalone.flatMap(({ draft, boundary }) => (boundary ? [[draft, boundary] as const] : [])),
  );
  yield;
  const entities = yield* finishEntitiesInSteps(
    identities,
    drafts.flatMap((each) => each.uses),
    (identity) => {
      const boundary = boundaries.get(identity);
      return boundary ? { ...attached(identity), boundary: { type: 'seen', ...boundary } } : attached(identity);
    },
  );
  const [organization, ...others] = organizations;
  return {
    entities,
    controlPolicies: controlPoliciesOf(drafts, scopes.all, configuration),
    partition: [partition],
    ...(cutAt !== undefined && { cutAt }),
    ...(organization &&
      others.length === 0 && {
        organization: {
          id: organization.id,
          ...(organization.managementAccount !== undefined && { managementAccount: organization.managementAccount }),
        },
      }),
  };
}

/** The templates of a workspace, and what their expressions mean. */
export function openScopes(
  files: readonly WorkspaceFile[],
  configuration: AssemblyConfiguration = {},
  organizations: readonly Organization[] = [],
): OpenedScopes {
  const scopes = findScopes(files);
  const geography: Geography = { accounts: configuration.accounts ?? {}, organizations };
  const partition = partitionOf(scopes.all);
  return { scopes, geography, partition, resolve: resolveScopes({ scopes, geography, partition }) };
}

export interface OpenedScopes extends ResolverWorld {
  readonly resolve: (scope: Scope) => ResolvedScope;
}

/** What all ARNs that are written out agree on. */
function partitionOf(scopes: readonly Scope[]): string {
  const all = new Set(scopes.flatMap(({ index }) => [...index.partitions]));
  const [only] = all;
  return only !== undefined && all.size === 1 ? only : 'aws';
}

/** An account's dump and `get-role` may both print a role: the one that tells more is kept. */
function distinctOutputs(identities: readonly IdentityDraft[]): readonly IdentityDraft[] {
  const best = new Map<string, IdentityDraft>();
  for (const each of identities) {
    if (!each.isOutput) continue;
    const key = outputKey(each);
    const other = best.get(key);
    if (other === undefined || (isPartial(other) && !isPartial(each))) best.set(key, each);
  }
  return identities.filter((each) => !each.isOutput || best.get(outputKey(each)) === each);
}

/** Undefined where it is not known which role it is. */
function roleKey({ declared, arn, account }: IdentityDraft): string | undefined {
  return declared.declares === 'role' && literalText(account) !== undefined ? literalText(arn) : undefined;
}

function isPartial({ declared }: IdentityDraft): boolean {
  return declared.unseen !== undefined;
}

function outputKey({ declared, account, name }: IdentityDraft): string {
  return `${declared.declares}:${textKey(account)}:${textKey(name)}`;
}

function controlPoliciesOf(
  drafts: readonly Drafts[],
  scopes: readonly Scope[],
  { controlPolicies = [], accounts = {} }: AssemblyConfiguration,
): readonly AttachedControlPolicy[] {
  const written = drafts
    .flatMap((each) => each.controlPolicies)
    .map(({ kind, label, grants, targets, origin }) => ({ kind, label, grants, targets, origin }));
  const configured = controlPolicies.flatMap(({ file, kind, targets = [] }): AttachedControlPolicy[] => {
    const index = scopes.findIndex((scope) => scope.isFile && scope.file.declarations.path === file);
    const documents = drafts[index]?.documents ?? [];
    return documents.map(({ grants, label }) => ({
      kind,
      label,
      grants,
      targets: targets.map((target) => [ownValue(accounts, target) ?? target]),
      origin: { file, fragment: grants[0]?.origin.fragment ?? '', policy: grants[0]?.origin.policy ?? 0, label },
    }));
  });
  return [...written, ...configured];
}
