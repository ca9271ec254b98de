import { kindOfOrganizationPolicy } from '../catalog/policy-kind.ts';
import { type PolicyProperty, policyPropertiesOf } from '../catalog/policy-properties.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import { alternatives, listItems } from './alternatives.ts';
import { documentsAt } from './document-at.ts';
import type { PolicyKind } from './kind.ts';
import type { PolicySite } from './policy.ts';
import { walk } from './walk.ts';

/**
 * The policy documents of one resource of a template.
 * `body` is what stands under the logical id (`Type`, `Properties`, ...).
 */
export function locateInResource(logicalId: string, body: Node): readonly PolicySite[] {
  const type = stringValue(child(body, 'Type'));
  const properties = child(body, 'Properties');
  if (type === undefined || properties === undefined) return [];
  return policyPropertiesOf(type).flatMap((row) => {
    const kind = row.kind === 'by-type' ? organizationPolicyKind(properties) : row.kind;
    if (kind === undefined) return [];
    return walk(properties, row.path).flatMap((value) =>
      sitesAt(value, row, kind).map((site) => ({
        ...site,
        owner: { id: logicalId, type, property: row.path.join('.').replaceAll('.[]', '[]'), node: body },
      })),
    );
  });
}

type Site = Omit<PolicySite, 'owner'>;

function sitesAt(value: Node, row: PolicyProperty, kind: PolicyKind): readonly Site[] {
  const common = { kind, kindFrom: 'property' as const };
  switch (row.shape) {
    case 'document':
      return documentsAt(value).map((document) => ({ ...common, ...document, shape: 'document' }));
    case 'sam-policies':
      return listItems(value)
        .filter((item) => child(item, 'Statement') !== undefined)
        .map((item) => ({ ...common, root: item, shape: 'document', substitution: 'iam' }));
    case 'statement':
    case 'statements':
      return alternatives(value)
        .filter((node) => node.type === 'object' || node.type === 'array')
        .map((node) => ({ ...common, root: node, shape: 'statements', substitution: 'iam' }));
    default:
      return row.shape satisfies never;
  }
}

/** AWS::Organizations::Policy holds several languages; only two of them are IAM's. */
function organizationPolicyKind(properties: Node): PolicyKind | undefined {
  return kindOfOrganizationPolicy(stringValue(child(properties, 'Type')) ?? '');
}
