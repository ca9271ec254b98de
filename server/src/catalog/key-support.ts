import { oncePer } from '../base/once.ts';
import { oncePerText } from '../base/recent.ts';
import { isEndpointKey, sendsEndpointKeys } from './endpoint-keys.ts';
import { isKeyOf } from './find-condition-key.ts';
import type { Action, ConditionKey, Service } from './iam-service.ts';

/** Whether requests for one of the actions may have the key that it was made for. */
export type KeySupport = (actions: readonly Action[]) => boolean;

/**
 * Tells of which actions requests may have a key of the service; undefined where that is not documented of any: some keys
 * come with the credentials of a session, whatever it calls.
 */
export function serviceKeySupport(service: Service, key: string): KeySupport | undefined {
  if (unlisted.has(key.toLowerCase())) return undefined;
  return isListed(service)(key) ? documentedSupport(service, key) : undefined;
}

/**
 * The same for those of the global keys that only some actions have: tags, by the reference, and what only some services
 * send of VPC endpoints. Undefined for other keys.
 */
export function globalKeySupport(service: Service, key: string): KeySupport | undefined {
  if (isEndpointKey(key)) return () => sendsEndpointKeys(service.prefix);
  return dependsOnAction(key) ? documentedSupport(service, key) : undefined;
}

/** Whether it is one of the global keys that only some actions have. */
export function dependsOnAction(key: string): boolean {
  return isEndpointKey(key) || /^aws:(ResourceTag\/.|RequestTag\/.|TagKeys$)/i.test(key);
}

function documentedSupport(service: Service, key: string): KeySupport {
  const named = keysNamed(service)(key);
  return (actions) => named.size > 0 && actions.some((action) => hasOne(action, named));
}

/** Whether the reference lists one of the keys for the action. */
function hasOne({ conditionKeys, resourceTypes }: Action, keys: ReadonlySet<ConditionKey>): boolean {
  const isOne = (each: ConditionKey) => keys.has(each);
  return (
    conditionKeys.some(isOne) ||
    resourceTypes.some((each) => each.conditionKeys.some(isOne) || each.type.conditionKeys.some(isOne))
  );
}

/** Keys of the service that may be meant by what is written. Templates ask for the same few again and again. */
const keysNamed = oncePer(({ conditionKeys }: Service) =>
  oncePerText(50, (key): ReadonlySet<ConditionKey> => new Set(conditionKeys.filter(({ name }) => isKeyOf(name, key)))),
);

/** Whether any action of the service has the key. */
const isListed = oncePer((service: Service) =>
  oncePerText(50, (key) => documentedSupport(service, key)([...service.actions.values()])),
);

/**
 * Keys that more actions have than the Service Authorization Reference says.
 * Source: AWS managed policies, AnthropicFullAccess and others (aws-marketplace:Subscribe).
 */
const unlisted: ReadonlySet<string> = new Set(['aws-marketplace:productid']);
