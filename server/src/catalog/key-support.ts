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
  const support = documentedSupport(service, key);
  return support([...service.actions.values()]) ? support : undefined;
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
  const listed = actionsWith(service, key);
  return (actions) => actions.some((action) => listed.has(action));
}

/** The actions that the reference lists the key for. */
function actionsWith(service: Service, key: string): ReadonlySet<Action> {
  const ofService = known.get(service) ?? new Map<string, ReadonlySet<Action>>();
  known.set(service, ofService);
  const before = ofService.get(key);
  if (before !== undefined) return before;
  const wanted: ReadonlySet<ConditionKey> = new Set(service.conditionKeys.filter(({ name }) => isKeyOf(name, key)));
  const isWanted = (each: ConditionKey) => wanted.has(each);
  const actions = new Set(
    [...service.actions.values()].filter(
      ({ conditionKeys, resourceTypes }) =>
        conditionKeys.some(isWanted) ||
        resourceTypes.some((each) => each.conditionKeys.some(isWanted) || each.type.conditionKeys.some(isWanted)),
    ),
  );
  // What no action has, somebody may just be typing: to keep it would never end.
  if (actions.size > 0) ofService.set(key, actions);
  return actions;
}

/** Templates ask for the same few keys again and again. */
const known = new WeakMap<Service, Map<string, ReadonlySet<Action>>>();

/**
 * Keys that more actions have than the Service Authorization Reference says.
 * Source: AWS managed policies, AnthropicFullAccess and others (aws-marketplace:Subscribe).
 */
const unlisted: ReadonlySet<string> = new Set(['aws-marketplace:productid']);
