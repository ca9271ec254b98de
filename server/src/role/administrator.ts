import { listItems } from '../policy/alternatives.ts';
import { readValue } from '../policy/read-value.ts';
import { describeParts } from '../policy/value.ts';
import { child, type Node } from '../syntax/node.ts';

/** True where one of AWS's policies that make an administrator is attached, to a resource or in an output of a command. */
export function isAdministratorByName(entity: Node | undefined): boolean {
  return lists.some((name) => {
    const list = child(entity, name);
    return list !== undefined && listItems(list).some((item) => isAdministrator(child(item, 'PolicyArn') ?? item));
  });
}

const lists = ['ManagedPolicyArns', 'ManagedPolicies', 'Policies', 'AttachedManagedPolicies'];

function isAdministrator(arnOrName: Node): boolean {
  // An inline policy, which is not attached by name.
  if (arnOrName.type === 'object') return false;
  return /(^|:policy\/)(AdministratorAccess|IAMFullAccess)$/.test(describeParts(readValue(arnOrName).parts));
}
