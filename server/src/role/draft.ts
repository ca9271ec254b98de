import { keptWith } from '../base/once.ts';
import { isSameValue } from '../base/same-value.ts';
import type { Steps } from '../base/steps.ts';
import type {
  AttachedTo,
  ControlPolicyDeclaration,
  Declaration,
  DocumentDeclaration,
  GlobalsDeclaration,
  IdentityDeclaration,
  ManagedReference,
  PolicyDeclaration,
  UseDeclaration,
} from './declaration.ts';
import { type Geography, placeOfAccount } from './deployment.ts';
import type { EntityTags, Place } from './entity.ts';
import type { Grant } from './grant.ts';
import { readLocal } from './local-text.ts';
import { resolveGrants } from './resolve-grant.ts';
import type { ResolvedScope } from './resolver.ts';
import type { Text, Unknown } from './text.ts';

/** A role, user or group with its texts looked up; what is attached from elsewhere is still to come. */
export interface IdentityDraft {
  readonly declared: Pick<
    IdentityDeclaration,
    'declares' | 'id' | 'source' | 'maxSessionDuration' | 'unseen' | 'condition'
  >;
  /** Tells scopes apart; see `Scope`. */
  readonly scope: string;
  /** Of an output, not of a template. */
  readonly isOutput: boolean;
  readonly name: Text;
  readonly path: Text;
  readonly arn: Text;
  readonly places: readonly Place[];
  /** The account of its own texts. */
  readonly account: Text;
  readonly trust: readonly Grant[] | undefined;
  /** Those of inline policies. */
  readonly permissions: readonly Grant[];
  readonly managed: readonly ManagedReference[];
  /** The boundary's ARN. */
  readonly boundary: Text | undefined;
  readonly tags: EntityTags;
  /** Names of the groups that a user is in. */
  readonly groups: readonly Text[];
}

export interface PolicyDraft {
  readonly declared: PolicyDeclaration;
  readonly scope: string;
  /** Of a managed policy. */
  readonly arn: Text | undefined;
  readonly account: Text;
  readonly grants: readonly Grant[];
  readonly roles: readonly AttachedTo[];
  readonly users: readonly AttachedTo[];
  readonly groups: readonly AttachedTo[];
}

export interface UseDraft {
  readonly declared: UseDeclaration;
  readonly scope: string;
  readonly roles: readonly Text[];
  readonly name: Text;
  readonly arn: Text | undefined;
  readonly places: readonly Place[];
}

/** All that one template says, looked up. */
export interface Drafts {
  readonly identities: readonly IdentityDraft[];
  readonly policies: readonly PolicyDraft[];
  readonly uses: readonly UseDraft[];
  readonly controlPolicies: readonly ControlPolicyDeclaration[];
  readonly documents: readonly DocumentDeclaration[];
}

interface Known {
  /** All that they depended on. */
  readonly key: string;
  readonly drafts: Drafts;
  readonly inputs: readonly unknown[];
}

/** The last drafts of a template's declarations. */
const known = keptWith<readonly Declaration[], Known>();

const accountKeys = keptWith<Geography, string>();

/** What decides alone about a template that depends on no other one; undefined where it may. */
function inputsOf({ scope, partition }: ResolvedScope, geography: Geography): readonly unknown[] | undefined {
  const { id, file, index, parents, isFile } = scope;
  const isAlone = isFile && parents.length === 0 && !index.locals.some(looksElsewhere);
  if (!isAlone) return undefined;
  const accounts = accountKeys.get(geography) ?? JSON.stringify(geography.accounts);
  accountKeys.set(geography, accounts);
  return [id, file.parameters, file.deployments, ...partition, accounts, ...geography.organizations];
}

function looksElsewhere(local: Unknown): boolean {
  const { why, symbol } = readLocal(local);
  return why === 'import' || symbol.includes('.Outputs.');
}

/** The same drafts as long as neither the template nor what its expressions stand for has changed. */
export function* draftScopeInSteps(scope: ResolvedScope, geography: Geography): Steps<Drafts> {
  const { declarations } = scope.scope.index;
  const found = known.get(declarations);
  const inputs = inputsOf(scope, geography) ?? [];
  if (inputs.length > 0 && found?.inputs.length === inputs.length)
    if (inputs.every((each, index) => each === found.inputs[index])) return found.drafts;
  const key = scope.key();
  const drafts = found?.key === key ? found.drafts : yield* draftAll(scope, geography);
  known.set(declarations, { key, drafts, inputs });
  return drafts;
}

function* draftAll(scope: ResolvedScope, geography: Geography): Steps<Drafts> {
  const { declarations } = scope.scope.index;
  const globals = declarations.find((each) => each.declares === 'globals');
  const policies: PolicyDraft[] = [];
  const identities: IdentityDraft[] = [];
  const uses: UseDraft[] = [];
  const controlPolicies: ControlPolicyDeclaration[] = [];
  const documents: DocumentDeclaration[] = [];
  for (const each of declarations) {
    if (each.declares === 'role' || each.declares === 'user' || each.declares === 'group')
      identities.push(
        lastIdentity(
          each,
          draftIdentity(each.madeBySam && globals ? withGlobals(each, globals) : each, scope, geography),
        ),
      );
    else if (each.declares === 'policy') policies.push(lastPolicy(each, draftPolicy(each, scope)));
    else if (each.declares === 'use') uses.push(lastUse(each, draftUse(each, scope)));
    else if (each.declares === 'control-policy')
      controlPolicies.push({
        ...each,
        grants: resolveGrants(each.grants, scope),
        targets: each.targets.flatMap((target) => scope.list(target) ?? []),
      });
    else if (each.declares === 'document') documents.push({ ...each, grants: resolveGrants(each.grants, scope) });
    yield;
  }
  return { identities, policies, uses, controlPolicies, documents };
}

/**
 * Drafts of one declaration: the last again where it says the same, so that a change to one role of a template is none
 * of the others, whatever of the template their texts were looked up in.
 */
function keepLast<Draft extends object>(): (declared: Declaration, draft: Draft) => Draft {
  const last = new WeakMap<Declaration, Draft>();
  return (declared, draft) => {
    const before = last.get(declared);
    if (before !== undefined && isSameValue(before, draft)) return before;
    last.set(declared, draft);
    return draft;
  };
}

const lastIdentity = keepLast<IdentityDraft>();
const lastPolicy = keepLast<PolicyDraft>();
const lastUse = keepLast<UseDraft>();

function draftIdentity(declared: IdentityDeclaration, scope: ResolvedScope, geography: Geography): IdentityDraft {
  const { account: id, boundary, trust } = declared;
  return {
    declared,
    scope: scope.scope.id,
    isOutput: id !== undefined || declared.unseen !== undefined,
    name: scope.nameOf(declared),
    path: scope.text(declared.path),
    arn: scope.arnOf(declared) ?? [],
    account: id === undefined ? scope.account : [id],
    places: id === undefined ? scope.places : [placeOfAccount([id], geography)],
    trust: trust && resolveGrants(trust, scope),
    permissions: resolveGrants(declared.permissions, scope),
    managed: declared.managed.flatMap((each) => draftManaged(each, declared, scope)),
    boundary: boundary && scope.text(boundary),
    tags: draftTags(declared.tags, scope),
    groups: (declared.groups ?? []).flatMap((group) => scope.list(group) ?? []),
  };
}

/** A list of ARNs that is a parameter without a value hides what is attached. */
function draftManaged(
  reference: ManagedReference,
  { id }: IdentityDeclaration,
  scope: ResolvedScope,
): readonly ManagedReference[] {
  const texts = scope.list(reference.policy);
  if (texts !== undefined) return texts.map((policy) => ({ policy, certain: reference.certain }));
  const label = `the managed policies of \`${id}\` that a parameter lists`;
  return [{ policy: [{ unknown: `${scope.scope.id}#${id}.ManagedPolicyArns`, label, type: 'text' }], certain: false }];
}

function draftTags(tags: EntityTags, scope: ResolvedScope): EntityTags {
  return tags.values.length === 0
    ? tags
    : { ...tags, values: tags.values.map(({ key, value }) => ({ key, value: scope.text(value) })) };
}

function draftPolicy(declared: PolicyDeclaration, scope: ResolvedScope): PolicyDraft {
  const resolve = (all: readonly AttachedTo[]) =>
    all.flatMap((each) => (scope.list(each.name) ?? []).map((name) => ({ ...each, name })));
  return {
    declared,
    scope: scope.scope.id,
    account: scope.account,
    arn: scope.arnOf(declared),
    grants: resolveGrants(declared.grants, scope),
    roles: resolve(declared.roles),
    users: resolve(declared.users),
    groups: resolve(declared.groups),
  };
}

function draftUse(declared: UseDeclaration, scope: ResolvedScope): UseDraft {
  return {
    declared,
    scope: scope.scope.id,
    roles: declared.roles.map((role) => scope.text(role)),
    name: scope.nameOf(declared),
    arn: scope.arnOf(declared),
    places: scope.places,
  };
}

/**
 * What the resource says goes before what `Globals` says (AWS SAM Developer Guide, Globals section). A trust policy of
 * `Globals` is not read: that the role has one of its own stays unknown.
 */
function withGlobals(
  role: IdentityDeclaration,
  { boundary, path, setsTrust }: GlobalsDeclaration,
): IdentityDeclaration {
  const { trust = [] } = role;
  const hidden = setsTrust && trust.every(({ origin }) => origin.policy < 0);
  return {
    ...role,
    ...(boundary && !role.boundary && { boundary }),
    ...(path && role.path.join('') === '/' && { path }),
    ...(hidden && { trust: trust.map(hide) }),
  };
}

function hide(grant: Grant): Grant {
  const unknown = { negated: false, values: [], complete: false };
  return { ...grant, effect: undefined, actions: unknown, principals: unknown, complete: false };
}
