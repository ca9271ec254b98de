import { isKeyOf } from './find-condition-key.ts';
import type { Action, ConditionKey, Service } from './iam-service.ts';

/**
 * Whether requests for an action may have a key; undefined where that is not documented of any action of the service: some
 * keys come with the credentials of a session, whatever it calls.
 */
export function supportsKey(service: Service, actions: readonly Action[], key: string): boolean | undefined {
  if (unlisted.has(key.toLowerCase())) return undefined;
  const wanted = new Set(service.conditionKeys.filter(({ name }) => isKeyOf(name, key)));
  const isListed = [...service.actions.values()].some((action) => takesOneOf(action, wanted));
  return isListed ? actions.some((action) => takesOneOf(action, wanted)) : undefined;
}

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
