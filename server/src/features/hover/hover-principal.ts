import { referencePage, serviceOfPrincipal } from '../../catalog/reference-pages.ts';
import { findResourceCaller } from '../../catalog/resource-callers.ts';
import { isServicePrincipalName, normalizeServicePrincipal } from '../../catalog/service-principals.ts';
import { readAccountPrincipal } from '../../policy/account-principal.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Principal, Statement } from '../../policy/statement.ts';
import { describeParts, literalOf } from '../../policy/value.ts';
import { webIdentityProviderOf } from '../../policy/web-identity.ts';
import { describeSubject } from '../completion/describe-subject.ts';
import { findKnownAccount } from '../organization-lookup.ts';
import type { HoverText } from './hover-text.ts';
import type { Knowledge } from './hover-word.ts';

/** Whom a principal stands for; undefined for a role, of which more is known than its ARN. */
export function hoverPrincipal(
  { policy, statement }: { readonly policy: Policy; readonly statement: Statement | undefined },
  principal: Principal,
  known: Knowledge,
): HoverText | undefined {
  const { type, value } = principal;
  const text = describeParts(value.parts);
  if (literalOf(value) === '*') return hoverEveryone(type, statement);
  if (type === 'Service') return hoverService(text, policy, statement, known);
  if (type === 'Federated') return hoverProvider(principal, text);
  const account = readAccountPrincipal(principal);
  if (account === undefined) return undefined;
  const id = describeParts(account.account);
  const name = findKnownAccount(known.names, id)?.name;
  const isTrust = policy.kind === 'trust';
  return {
    title: `The account \`${id}\`${name === undefined ? '' : `, ${name}`}`,
    details: [
      statement?.effect === 'Deny'
        ? 'Every role and user of the account, and its root user.'
        : `Every role and user of the account whose own policies allow it${isTrust ? ' to assume this role' : ''}, and its root user.`,
      ...(/^\d{12}$/.test(text) ? ['The account id alone means the same as the ARN of its root.'] : []),
    ],
  };
}

function hoverEveryone(type: string, statement: Statement | undefined): HoverText {
  const isNarrowed = statement?.condition.property !== undefined;
  const who = type === 'Federated' ? 'Every identity provider' : type === 'Service' ? 'Every service' : 'Everyone';
  const whose =
    who === 'Everyone'
      ? ['Every role and user of every account, and requests without credentials where the service takes them.']
      : [];
  return {
    title: who,
    details: [...whose, ...(isNarrowed ? ['As far as the conditions of the statement hold.'] : [])],
  };
}

function hoverService(
  text: string,
  { kind }: Policy,
  statement: Statement | undefined,
  { data, descriptions }: Knowledge,
): HoverText | undefined {
  const service = serviceOfPrincipal(data, text);
  if (!isServicePrincipalName(text) && service === undefined) return undefined;
  const name = normalizeServicePrincipal(text);
  const url = service && referencePage(service);
  return {
    title: `\`${text}\`${service?.name === undefined ? '' : `, ${service.name}`}`,
    details:
      kind === 'trust'
        ? describeSubject({ of: 'principal', name }, data, descriptions)
        : saysToResource(name, statement),
    ...(url !== undefined && { link: { label: 'Service Authorization Reference', url } }),
  };
}

/** What a service tells as it uses the resource, as far as that is known. */
function saysToResource(principal: string, statement: Statement | undefined): readonly string[] {
  const actions = statement?.action?.values ?? [];
  const prefixes = new Set(actions.map((each) => literalOf(each)?.split(':')[0]?.toLowerCase() ?? ''));
  const [caller] = [...prefixes].flatMap((prefix) => findResourceCaller(principal, prefix) ?? []);
  if (caller === undefined) return ['Not known whether it sends aws:SourceArn here.'];
  if (caller.sends === 'none') return ['It sends no aws:SourceArn here.'];
  return [
    `It sends aws:SourceArn${caller.sends === 'both' ? ' and aws:SourceAccount' : ''} here.`,
    ...(caller.sourceArn === '' ? [] : [`\`aws:SourceArn\` is \`${caller.sourceArn}\`.`]),
  ];
}

function hoverProvider(principal: Principal, text: string): HoverText | undefined {
  const saml = /:saml-provider\/(.+)$/.exec(text)?.[1];
  if (saml !== undefined)
    return {
      title: `The SAML provider \`${saml}\``,
      details: ['Whoever it has signed in, by `sts:AssumeRoleWithSAML`, as far as conditions on `saml:` keys hold.'],
    };
  const host = webIdentityProviderOf(principal)?.host;
  if (host === undefined) return undefined;
  return {
    title: `The identity provider \`${host}\``,
    details: [
      `Whoever has a token of it, by \`sts:AssumeRoleWithWebIdentity\`, as far as conditions on \`${host}:\` keys hold.`,
    ],
  };
}
