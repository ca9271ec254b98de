import { samlAudienceOf } from '../catalog/saml-audiences.ts';
import { findServicePrincipal } from '../catalog/service-principals.ts';
import type { Conditions } from '../edit/add-condition.ts';
import { fill, type Writable, type WritableObject } from '../edit/writable.ts';
import { sourcePin } from '../policy/source-pin.ts';
import type { FederatedSource, FunctionSource, ServiceSource } from './answers.ts';
import { type ChainPlan, policyText, sourceArnParts } from './chain-plan.ts';
import { githubHost, gitlabHost } from './check-provider.ts';
import type { ReasonedStatement } from './policy-statements.ts';
import { usualShape } from './service-sources.ts';

/** Whom the source role trusts: one function, one resource of a service, or one subject of an identity provider. */
export function sourceTrust(plan: ChainPlan): ReasonedStatement {
  const { source } = plan.answers;
  if (source.kind === 'federated') return federatedTrust(source, plan);
  const service = source.kind === 'function' ? 'lambda.amazonaws.com' : source.service;
  const reason =
    source.kind === 'function'
      ? 'One function. Its name is written out: a reference to the function would be circular.'
      : 'Only on behalf of this resource.';
  return {
    reason,
    statement: {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      Condition: pinOf(source, service, plan),
    },
  };
}

function pinOf(source: FunctionSource | ServiceSource, service: string, plan: ChainPlan): Conditions {
  const row = findServicePrincipal(service);
  const { region, account } = source;
  if (row === undefined) return {};
  if (source.kind === 'service' && source.resource !== undefined) {
    const operator = /[*?]/.test(source.resource) ? 'ArnLike' : 'ArnEquals';
    const pin = { [operator]: { 'aws:SourceArn': fill(source.resource) } };
    if (usualShape(row).includes('${Account}')) return pin;
    // An ARN without an account may be anyone's. IAM User Guide, the confused deputy problem.
    return { ...pin, StringEquals: { 'aws:SourceAccount': policyText(sourceArnParts(plan).account) } };
  }
  const place = {
    inSub: plan.format === 'template',
    partition: plan.partition,
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    names: source.kind === 'function' ? [source.name] : [],
  };
  return sourcePin(row, place) ?? {};
}

function federatedTrust(source: FederatedSource, plan: ChainPlan): ReasonedStatement {
  const { partition, account } = sourceArnParts(plan);
  const provider = (resource: string): Writable => policyText(`arn:${partition}:iam::${account}:${resource}`);
  if (source.provider === 'saml') {
    const audience = samlAudience(source.audience, plan);
    return {
      reason: 'People who sign in through this provider, to this page.',
      statement: {
        Effect: 'Allow',
        Principal: { Federated: provider(`saml-provider/${source.name}`) },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: { StringEquals: { 'saml:aud': audience } },
      },
    };
  }
  const { host, audience, subject } = webIdentity(source, plan);
  return {
    reason: 'One subject of this provider, with a token made for AWS.',
    statement: {
      Effect: 'Allow',
      Principal: { Federated: provider(`oidc-provider/${host}`) },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: subjectCondition(host, audience, subject),
    },
  };
}

/** StringEquals takes a wildcard for a letter. */
function subjectCondition(host: string, audience: string, subject: string): WritableObject {
  const keys = { aud: `${host}:aud`, sub: `${host}:sub` };
  if (!/[*?]/.test(subject)) return { StringEquals: { [keys.aud]: audience, [keys.sub]: subject } };
  return { StringEquals: { [keys.aud]: audience }, StringLike: { [keys.sub]: subject } };
}

/** The sign-in page to which people come: of the partition, where nobody says another. */
export function samlAudience(given: string | undefined, { partition }: Pick<ChainPlan, 'partition'>): string {
  return given ?? samlAudienceOf(partition) ?? '';
}

/** What a token has to say. */
export interface WebIdentity {
  readonly host: string;
  readonly audience: string;
  readonly subject: string;
}

export function webIdentity(
  source: Exclude<FederatedSource, { readonly provider: 'saml' }>,
  { partition }: Pick<ChainPlan, 'partition'>,
): WebIdentity {
  const { subject } = source;
  switch (source.provider) {
    case 'github':
      return { host: githubHost, audience: source.audience ?? githubAudience(partition), subject };
    case 'gitlab': {
      const host = source.host ?? gitlabHost;
      return { host, audience: source.audience ?? `https://${host}`, subject };
    }
    case 'oidc':
      return { host: source.host, audience: source.audience, subject };
    default:
      return source satisfies never;
  }
}

/** What the action asks GitHub for. Source: README of aws-actions/configure-aws-credentials (audience). */
function githubAudience(partition: string): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
