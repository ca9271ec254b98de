import { isKeyOf } from './find-condition-key.ts';
import type { Action, ConditionKey, Service } from './iam-service.ts';

/**
 * Whether requests for an action may have a key; undefined where that is not documented of any action of the service: some
 * keys come with the credentials of a session, whatever it calls.
 */
export function supportsKey(service: Service, actions: readonly Action[], key: string): boolean | undefined {
  if (unlisted.has(key.toLowerCase())) return undefined;
  const listed = actionsWith(service, key);
  return listed.size > 0 ? actions.some((action) => listed.has(action)) : undefined;
}

/** The actions that the reference lists the key for. */
function actionsWith(service: Service, key: string): ReadonlySet<Action> {
  const ofService = known.get(service) ?? new Map<string, ReadonlySet<Action>>();
  known.set(service, ofService);
  const before = ofService.get(key);
  if (before !== undefined) return before;
  const wanted = new Set(service.conditionKeys.filter(({ name }) => isKeyOf(name, key)));
  const actions = new Set([...service.actions.values()].filter((action) => takesOneOf(action, wanted)));
  // What no action has, somebody may just be typing: to keep it would never end.
  if (actions.size > 0) ofService.set(key, actions);
  return actions;
}

/** Templates ask for the same few keys again and again. */
const known = new WeakMap<Service, Map<string, ReadonlySet<Action>>>();

function takesOneOf({ conditionKeys, resourceTypes }: Action, wanted: ReadonlySet<ConditionKey>): boolean {
  const isWanted = (key: ConditionKey) => wanted.has(key);
  return (
    conditionKeys.some(isWanted) ||
    resourceTypes.some((each) => each.conditionKeys.some(isWanted) || each.type.conditionKeys.some(isWanted))
  );
}

/**
 * Keys that more actions have than the Service Authorization Reference says.
 * Source: AWS managed policies, AnthropicFullAccess and others (aws-marketplace:Subscribe).
 */
const unlisted: ReadonlySet<string> = new Set(['aws-marketplace:productid']);
