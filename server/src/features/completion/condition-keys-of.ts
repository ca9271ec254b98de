import { commonConditionKeys } from '../../catalog/common-condition-keys.ts';
import { globalConditionKeys } from '../../catalog/condition-keys.ts';
import type { ConditionType } from '../../catalog/condition-operators.ts';
import { isEndpointKey } from '../../catalog/endpoint-keys.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import { actionsMatching, conditionKeysOf, splitAction } from '../../catalog/iam-queries.ts';
import type { Action, Service } from '../../catalog/iam-service.ts';
import { claimsOfEveryToken } from '../../catalog/identity-providers.ts';
import { globalKeySupport } from '../../catalog/key-support.ts';
import type { PolicyKind } from '../../policy/kind.ts';
import type { Statement } from '../../policy/statement.ts';
import { trustedCallers } from '../../policy/trusted-callers.ts';
import { literalOf } from '../../policy/value.ts';
import { webIdentityProviderOf } from '../../policy/web-identity.ts';

/** A condition key that requests of a statement may have. */
export interface OfferedKey {
  readonly name: string;
  readonly type: ConditionType | undefined;
  readonly multivalued: boolean;
  /** When a request has it; of global keys. */
  readonly present?: string;
}

/** The keys that are valid for a statement's actions and the kind of policy: those of its own first, then by use. */
export function conditionKeysFor(
  statement: Statement | undefined,
  kinds: readonly PolicyKind[],
  data: IamData,
): readonly OfferedKey[] {
  const [kind = 'identity'] = kinds;
  const groups = actionsOf(statement, data);
  const own = kinds.every((each) => each === 'trust')
    ? [...providerKeys(statement, data), ...trustKeys(statement, data)]
    : groups.flatMap(({ actions, service }) => keysOfActions(service, actions));
  const global = globalKeys(kind, groups);
  const seen = new Set<string>();
  return [...providerFirst(own), ...global].filter(({ name }) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Group {
  readonly service: Service;
  readonly actions: readonly Action[];
}

function actionsOf(statement: Statement | undefined, data: IamData): readonly Group[] {
  return (statement?.action?.values ?? []).flatMap((value): readonly Group[] => {
    const { prefix, name } = splitAction(literalOf(value) ?? '') ?? {};
    const service = prefix === undefined ? undefined : data.findService(prefix);
    return service === undefined ? [] : [{ service, actions: actionsMatching(service, name ?? '*') }];
  });
}

/** Keys such as `s3:prefix`; the global ones among those of the reference are offered with the other global ones. */
function keysOfActions(service: Service, actions: readonly Action[]): readonly OfferedKey[] {
  const keys = new Set(actions.flatMap((action) => [...conditionKeysOf(action)]));
  return [...keys].filter(({ name }) => !/^aws:/i.test(name) || service.prefix === 'aws').map(withoutPattern);
}

/** What stands for the key of a tag is left to the user. */
function withoutPattern<Key extends { readonly name: string }>(key: Key): Key {
  return { ...key, name: key.name.replace(/\/(?:\$\{[^}]*\}|<[^>]*>)$/, '/') };
}

function providerFirst(keys: readonly OfferedKey[]): readonly OfferedKey[] {
  return keys.filter(({ name }) => !/\$\{|</.test(name));
}

/** The claims of the identity providers that the statement trusts. */
function providerKeys(statement: Statement | undefined, data: IamData): readonly OfferedKey[] {
  const hosts = (statement?.principal?.principals ?? []).flatMap((each) => webIdentityProviderOf(each)?.host ?? []);
  return hosts.flatMap((host): readonly OfferedKey[] => {
    const known = data.otherKeys.flatMap(([name]) => (name.startsWith(`${host}:`) ? [name] : []));
    const names = new Set([
      `${host}:sub`,
      `${host}:aud`,
      ...known,
      ...claimsOfEveryToken.map((each) => `${host}:${each}`),
    ]);
    return [...names].map((name) => ({ name, type: 'string', multivalued: name.endsWith(':amr') }));
  });
}

function trustKeys(statement: Statement | undefined, data: IamData): readonly OfferedKey[] {
  const callers = statement && trustedCallers(statement);
  const sts = data.findService('sts');
  const actions = [...(sts?.actions.values() ?? [])].filter(({ name }) =>
    /^(AssumeRole|TagSession|SetSource)/.test(name),
  );
  const keys = sts === undefined ? [] : keysOfActions(sts, actions).filter(({ name }) => name.startsWith('sts:'));
  const saml = data.otherKeys.filter(([name]) => name.startsWith('saml:'));
  return [
    ...(callers?.has('saml') ? saml.map(([name]): OfferedKey => ({ name, type: 'string', multivalued: false })) : []),
    ...keys.toSorted((a, b) => rankOfSts(a.name) - rankOfSts(b.name)),
  ];
}

/** Source: IAM User Guide, AWS STS condition keys: what AssumeRole is asked for most. */
function rankOfSts(name: string): number {
  const order = ['sts:ExternalId', 'sts:RoleSessionName', 'sts:SourceIdentity', 'sts:TransitiveTagKeys'];
  const found = order.indexOf(name);
  return found < 0 ? order.length : found;
}

function globalKeys(kind: PolicyKind, groups: readonly Group[]): readonly OfferedKey[] {
  const common = commonConditionKeys(kind);
  const rank = (name: string) => (common.includes(name) ? common.indexOf(name) : common.length);
  return globalConditionKeys
    .filter(({ name }) => isPresentFor(name, kind, groups))
    .toSorted((a, b) => rank(a.name) - rank(b.name));
}

function isPresentFor(name: string, kind: PolicyKind, groups: readonly Group[]): boolean {
  if (!name.startsWith('aws:')) return kind !== 'trust' && kind !== 'resource' && kind !== 'rcp';
  if (kind === 'trust' || groups.length === 0) return true;
  // Of tags and endpoints only some actions have them; a `/` at the end stands for any tag.
  const asked = name.endsWith('/') ? `${name}any` : name;
  const answers = groups.map(({ service, actions }) => globalKeySupport(service, asked)?.(actions));
  return isEndpointKey(name) ? answers.some((each) => each !== false) : !answers.every((each) => each === false);
}
