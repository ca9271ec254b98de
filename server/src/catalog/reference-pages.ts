import { findGlobalConditionKey } from './condition-keys.ts';
import { isKeyOf } from './find-condition-key.ts';
import type { IamData } from './iam-data.ts';
import type { Service } from './iam-service.ts';
import { normalizeServicePrincipal } from './service-principals.ts';

/**
 * Pages of AWS's documentation that say what an action, a key or a service is. Only what is certain has one.
 *
 * A page of the Service Authorization Reference is called by its service: `list_` and the letters and digits of the
 * service's name. Of 444 prefixes that mbarneyjr/aws-iam-language-server (MIT, 6351406, 2026-08-05) has pages of, that
 * holds for 439; the others are below. Sections and actions have anchors that begin as the page's name does:
 * `#amazons3-policy-keys` (Amazon S3 User Guide), `#amazons3-CreateBucket`.
 */
const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

/**
 * Prefixes of which the page is not certain: several pages divide the actions of a prefix among themselves, or the
 * page was called otherwise. Source: table of contents of the Service Authorization Reference.
 */
const uncertain: ReadonlySet<string> = new Set([
  ...['apigateway', 'aws-marketplace', 'cloudformation', 'consoleapp', 'elasticloadbalancing', 'greengrass'],
  ...['kinesisanalytics', 'lex', 'ses', 'sms-voice'],
]);

/** The URL of the page of a service, at a section or an action of it; undefined where it is not certain. */
export function referencePage({ prefix, name }: Service, anchor?: string): string | undefined {
  // Of names with other characters (AWS X-Ray) it is not known what becomes of those.
  if (name === undefined || uncertain.has(prefix) || !/^[A-Za-z0-9 ()]+$/.test(name)) return undefined;
  const page = name.toLowerCase().replace(/[ ()]/g, '');
  return `${reference}list_${page}.html${anchor === undefined ? '' : `#${page}-${anchor}`}`;
}

/** The URL of an action as the page of its service has it. `name` in any case, without the prefix. */
export function actionPage(service: Service, name: string): string | undefined {
  const action = service.actions.get(name.toLowerCase());
  return action && referencePage(service, action.name);
}

const globalKeys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/**
 * The URL of what AWS says of a condition key that is known. Anchors of the global ones are their names in small
 * letters: `#condition-keys-sourceip`, `#condition-keys-resourcetag` (AWS Lambda Developer Guide, and others).
 */
export function conditionKeyPage(data: IamData, key: string): string | undefined {
  const global = findGlobalConditionKey(key);
  if (global?.name.startsWith('aws:'))
    return `${globalKeys}#condition-keys-${global.name.slice('aws:'.length).replace('/', '').toLowerCase()}`;
  const service = data.findService(key.slice(0, Math.max(0, key.indexOf(':'))));
  const isThere = service?.conditionKeys.some(({ name }) => isKeyOf(name, key));
  return service && isThere ? referencePage(service, 'policy-keys') : undefined;
}

/** The operators of conditions. */
export const operatorsPage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';

/** The service whose principal it is, where its name is the prefix of a documented service. */
export function serviceOfPrincipal(data: IamData, principal: string): Service | undefined {
  const [prefix = '', ...suffix] = normalizeServicePrincipal(principal).split('.');
  return suffix.join('.') === 'amazonaws.com' ? data.findService(prefix) : undefined;
}
