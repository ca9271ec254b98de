import { listItems } from '../policy/alternatives.ts';
import { child, type Node, property, stringValue } from '../syntax/node.ts';

/** What a stack set says of where its stacks go. */
export interface StackSet {
  readonly properties: Node;
  /** The template is written out, and no condition chooses among several. */
  readonly holdsTemplate: boolean;
  readonly isServiceManaged: boolean;
  /** Entries of `StackInstancesGroup`. */
  readonly groups: readonly StackSetGroup[];
}

export interface StackSetGroup {
  /** The list as written, and the names in it that are no intrinsic, each once. */
  readonly regionsNode: Node;
  readonly regions: readonly string[];
  readonly organizationalUnits: readonly Node[];
}

/** Undefined for a resource of another type. */
export function readStackSet(body: Node | undefined): StackSet | undefined {
  const properties = child(body, 'Properties');
  if (stringValue(child(body, 'Type')) !== 'AWS::CloudFormation::StackSet' || properties === undefined)
    return undefined;
  const list = child(properties, 'StackInstancesGroup');
  const groups = list?.type === 'array' ? list.items : [];
  return {
    properties,
    holdsTemplate: child(properties, 'TemplateBody')?.type === 'string',
    isServiceManaged: stringValue(child(properties, 'PermissionModel')) === 'SERVICE_MANAGED',
    groups: groups.flatMap((group) => {
      const regionsNode = property(group, 'Regions')?.value;
      const units = child(child(group, 'DeploymentTargets'), 'OrganizationalUnitIds');
      if (regionsNode === undefined) return [];
      const regions = regionsNode.type === 'array' ? regionsNode.items.flatMap((each) => stringValue(each) ?? []) : [];
      const organizationalUnits = units === undefined ? [] : listItems(units);
      return [{ regionsNode, regions: [...new Set(regions)], organizationalUnits }];
    }),
  };
}
