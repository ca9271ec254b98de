import { table } from '../../base/table.ts';
import { findGlobalConditionKey } from '../../catalog/condition-keys.ts';
import { isKeyOf } from '../../catalog/find-condition-key.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import type { IamDescriptions } from '../../catalog/iam-descriptions.ts';
import { actionsMatching, conditionKeysOf, splitAction } from '../../catalog/iam-queries.ts';
import { findServicePrincipal } from '../../catalog/service-principals.ts';
import { findTrustAction } from '../../catalog/sts-actions.ts';
import { describeOperator } from '../describe-operator.ts';
import { describeWildcard } from '../describe-wildcard.ts';
import { sendsWhenAssuming } from './complete-principals.ts';
import type { Subject } from './offer.ts';

/** What is said of an offer that is looked at: paragraphs of plain text, names in backticks. */
export function describeSubject(
  { of, name }: Subject,
  data: IamData,
  descriptions: () => IamDescriptions,
): readonly string[] {
  switch (of) {
    case 'action':
      return describeActions(name, data, descriptions);
    case 'service':
      return [data.findService(name)?.name ?? []].flat();
    case 'key':
      return describeKey(name, data, descriptions);
    case 'principal':
      return describePrincipal(name);
    case 'operator':
      return describeOperator(name);
    case 'element':
      return [elements[name] ?? []].flat();
    default:
      return of satisfies never;
  }
}

function describeActions(text: string, data: IamData, descriptions: () => IamDescriptions): readonly string[] {
  const { prefix = '', name = '' } = splitAction(text) ?? {};
  const service = data.findService(prefix);
  if (service === undefined) return [];
  const actions = actionsMatching(service, name);
  const [only] = actions;
  if (/[*?]/.test(name)) return describeWildcard(service, actions);
  if (only === undefined) return [];
  const types = [...new Set(only.resourceTypes.map(({ type }) => type.name))];
  const keys = [...conditionKeysOf(only)].map((key) => key.name).filter((key) => !key.startsWith('aws:'));
  return [
    descriptions().ofAction(service, name) ?? '',
    `Access level: ${only.accessLevel}.`,
    types.length === 0 ? 'Takes no resource: `Resource` is `*`.' : `Resources: ${types.join(', ')}.`,
    keys.length === 0
      ? ''
      : `Condition keys: ${keys
          .slice(0, 12)
          .map((key) => `\`${key}\``)
          .join(', ')}${keys.length > 12 ? ', …' : ''}.`,
    findTrustAction(text)?.note ?? '',
  ].filter((each) => each !== '');
}

function describeKey(name: string, data: IamData, descriptions: () => IamDescriptions): readonly string[] {
  const global = findGlobalConditionKey(name);
  if (global !== undefined)
    return [
      global.present,
      ...(global.multivalued ? ['Many values: ask with `ForAnyValue:` or `ForAllValues:`.'] : []),
    ];
  const service = data.findService(name.slice(0, Math.max(0, name.indexOf(':'))));
  const wanted = name.endsWith('/') ? `${name}any` : name;
  const key = service?.conditionKeys.find((each) => isKeyOf(each.name, wanted));
  const text = service && key && descriptions().ofKey(service, key.name);
  return text === undefined ? [] : [`Filters by: ${text.charAt(0).toLowerCase()}${text.slice(1)}`];
}

function describePrincipal(name: string): readonly string[] {
  const type = principalTypes[name];
  if (type !== undefined) return [type];
  const service = findServicePrincipal(name);
  const sends = `When it assumes a role: ${sendsWhenAssuming(service)}.`;
  const [shape] = service?.arnShapes ?? [];
  return [
    sends,
    ...(shape === undefined || service?.grade !== 'established' ? [] : [`\`aws:SourceArn\` is \`${shape}\`.`]),
    ...(service?.uses === undefined ? [] : [`Known for ${service.uses} only.`]),
  ];
}

const elements: Readonly<Record<string, string>> = table({
  Version: 'The version of the policy language, not the date of the policy.',
  Id: 'A name for the policy. It has no effect.',
  Statement: 'One statement, or a list of them.',
  Sid: 'A name for the statement.',
  Effect: 'Whether the statement allows or denies. A Deny outweighs every Allow.',
  Principal: 'Whom the statement is about; in a trust policy, who may assume the role.',
  NotPrincipal: 'The statement is about everyone but these.',
  Action: 'What may be done, or may not; `*` stands for any characters, `?` for one.',
  NotAction: 'The statement is about every action but these.',
  Resource: 'What it may be done to, by ARN; `*` stands for any characters, `?` for one.',
  NotResource: 'The statement is about every resource but these.',
  Condition: 'When the statement holds: all operators and keys must match, of the values of a key one.',
});

const principalTypes: Readonly<Record<string, string>> = table({
  AWS: 'Accounts, roles, users and sessions, by account id or ARN.',
  Service: 'AWS services, such as `lambda.amazonaws.com`.',
  Federated: 'Identity providers, by ARN (SAML, OpenID Connect) or by name.',
  CanonicalUser: 'Accounts by canonical user id, as Amazon S3 and Amazon CloudFront have it.',
});
