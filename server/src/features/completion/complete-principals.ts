import { elementsOf, type PrincipalType } from '../../catalog/grammar.ts';
import { findResourceCaller } from '../../catalog/resource-callers.ts';
import { serviceNames } from '../../catalog/service-principal-names.ts';
import { findServicePrincipal, type ServicePrincipal, servicePrincipals } from '../../catalog/service-principals.ts';
import type { PolicyKind } from '../../policy/kind.ts';
import type { Statement } from '../../policy/statement.ts';
import { literalOf } from '../../policy/value.ts';
import { value } from './complete-elements.ts';
import { mayBe } from './kinds.ts';
import { cut, type Offer, type Offers } from './offer.ts';
import type { KeyPlace, ValuePlace } from './place.ts';

/** The types of principal that are not there yet. */
export function offerPrincipalTypes({ siblings }: KeyPlace, kinds: readonly PolicyKind[]): readonly Offer[] {
  const types = new Set(kinds.flatMap((kind) => elementsOf(kind).principalTypes));
  return [...types]
    .filter((type) => !siblings.includes(type))
    .map((type) => ({
      kind: 'element',
      label: type,
      description: words[type],
      writing: { as: 'key', name: type, value: 'string' },
      subject: { of: 'principal', name: type },
      goesOn: true,
    }));
}

const words: Readonly<Record<PrincipalType, string>> = {
  AWS: 'accounts, roles and users',
  Service: 'services of AWS',
  Federated: 'identity providers',
  CanonicalUser: 'an account by its canonical id',
};

/** Services by their principal, each with whether it says for whom it acts: those first of which that is known. */
export function offerServicePrincipals(
  { statement, others }: ValuePlace,
  typed: string,
  kinds: readonly PolicyKind[],
): Offers {
  const known = servicePrincipals.map(({ principal }) => principal);
  const names = [...new Set([...common, ...known, ...serviceNames])].filter((name) => !others.includes(name));
  const isTrust = mayBe(kinds, 'trust');
  const offers = names.map((name): Offer => {
    const description = isTrust ? sendsWhenAssuming(findServicePrincipal(name)) : sendsToResource(name, statement);
    return {
      kind: 'principal',
      label: name,
      ...(description !== undefined && { description }),
      writing: { as: 'text', parts: [name] },
      subject: { of: 'principal', name },
    };
  });
  return cut(offers, typed);
}

/** Offered before the others; a judgement, not a fact of AWS. */
const common: readonly string[] = [
  ...['lambda', 'ec2', 'ecs-tasks', 'states', 'events', 'scheduler', 'cloudformation', 'codebuild', 'apigateway'].map(
    (name) => `${name}.amazonaws.com`,
  ),
];

/** Whether the service tells, as it assumes a role, for whom. */
export function sendsWhenAssuming(service: ServicePrincipal | undefined): string {
  if (service === undefined || service.grade === 'open') return 'not known whether it sends aws:SourceArn';
  if (service.sends === 'source-arn') return 'sends aws:SourceArn';
  if (service.sends === 'source-account') return 'sends aws:SourceAccount only';
  return service.sends === 'neither' ? 'sends no aws:SourceArn' : 'not known whether it sends aws:SourceArn';
}

/** The same for resource-based policies, as far as the service is known to use resources of the statement's actions. */
function sendsToResource(principal: string, statement: Statement | undefined): string | undefined {
  const prefixes = (statement?.action?.values ?? []).map((each) => literalOf(each)?.split(':')[0] ?? '');
  const callers = prefixes.flatMap((prefix) => findResourceCaller(principal, prefix) ?? []);
  const [caller] = callers;
  if (caller === undefined) return undefined;
  return caller.sends === 'none' ? 'sends no aws:SourceArn here' : 'sends aws:SourceArn';
}

/** What can stand as principal beside accounts and roles. */
export function offerOtherPrincipals({ key, others }: ValuePlace, kinds: readonly PolicyKind[]): readonly Offer[] {
  if (key === undefined) return [value('*', 'everyone')];
  if (key === 'AWS') return others.length > 0 || mayBe(kinds, 'trust') ? [] : [value('*', 'everyone')];
  if (key !== 'Federated') return [];
  const arn = (type: string, name: string): Offer => ({
    kind: 'principal',
    label: `arn:aws:iam::<account id>:${type}/<${name}>`,
    writing: { as: 'text', parts: ['arn:aws:iam::', { name: 'account id' }, `:${type}/`, { name }] },
  });
  const github: Offer = {
    kind: 'principal',
    label: 'arn:aws:iam::<account id>:oidc-provider/token.actions.githubusercontent.com',
    description: 'GitHub Actions',
    writing: {
      as: 'text',
      parts: ['arn:aws:iam::', { name: 'account id' }, ':oidc-provider/token.actions.githubusercontent.com'],
    },
  };
  return [
    arn('oidc-provider', 'provider'),
    github,
    arn('saml-provider', 'provider'),
    value('cognito-identity.amazonaws.com', 'Amazon Cognito'),
    value('accounts.google.com', 'Google'),
  ];
}
