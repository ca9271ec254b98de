import { kindOfOrganizationPolicy } from '../catalog/policy-kind.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import type { ControlPolicyDeclaration, Declaration, StackDeclaration, StackSetTarget } from './declaration.ts';
import { grantsAt, itemsOf, type TemplateResource, textAt, textsAt } from './template-resource.ts';
import type { Text } from './text.ts';
import { readText, readTexts } from './written-texts.ts';

/** `nested` is what a template that stands in the resource as a string declares. */
export function declareStack(
  resource: TemplateResource,
  nested: readonly Declaration[] | undefined,
): StackDeclaration | undefined {
  const { id, properties, type } = resource;
  switch (type) {
    case 'AWS::CloudFormation::Stack':
      return { ...stackOf(resource, 'TemplateURL'), parameters: mapOf(child(properties, 'Parameters')) };
    case 'AWS::Serverless::Application':
      return { ...stackOf(resource, 'Location'), parameters: mapOf(child(properties, 'Parameters')) };
    case 'AWS::CloudFormation::StackSet': {
      const groups = itemsOf(child(properties, 'StackInstancesGroup'));
      return {
        ...stackOf(resource, 'TemplateURL'),
        id,
        type: 'stack-set',
        ...(nested && { template: nested }),
        parameters: itemsOf(child(properties, 'Parameters')).flatMap((item) => {
          const key = stringValue(child(item, 'ParameterKey'));
          const value = readText(child(item, 'ParameterValue'));
          return key !== undefined && value ? [{ key, value }] : [];
        }),
        targets: groups.flatMap((group) => targetOf(child(group, 'DeploymentTargets')) ?? []),
        targetsComplete: groups.length > 0 && groups.every((each) => !resource.uncertain.has(each)),
      };
    }
    default:
      return undefined;
  }
}

function stackOf(resource: TemplateResource, property: string): StackDeclaration {
  const templateUrl = textAt(resource, property);
  const base = { declares: 'stack', id: resource.id, type: 'nested', parameters: [] } as const;
  return { ...base, ...(templateUrl && { templateUrl }), targets: [], targetsComplete: true };
}

function targetOf(node: Node | undefined): StackSetTarget | undefined {
  if (node === undefined) return undefined;
  const filter = stringValue(child(node, 'AccountFilterType'));
  return {
    units: textsOf(child(node, 'OrganizationalUnitIds')),
    accounts: textsOf(child(node, 'Accounts')),
    ...(filter !== undefined && { filter }),
  };
}

function textsOf(node: Node | undefined): readonly Text[] {
  return node === undefined ? [] : readTexts(node, 'iam').values.map(({ text }) => text);
}

function mapOf(node: Node | undefined): StackDeclaration['parameters'] {
  if (node?.type !== 'object') return [];
  return node.properties.flatMap(({ key, value }) => {
    const text = readText(value);
    return text ? [{ key: key.value, value: text }] : [];
  });
}

/** `AWS::Organizations::Policy`, where it is of IAM's grammar. */
export function declareControlPolicy(resource: TemplateResource): ControlPolicyDeclaration | undefined {
  const { file, fragment, id, properties, type } = resource;
  if (type !== 'AWS::Organizations::Policy') return undefined;
  const kind = kindOfOrganizationPolicy(stringValue(child(properties, 'Type')) ?? '');
  if (kind !== 'scp' && kind !== 'rcp') return undefined;
  const label = `the ${kind === 'scp' ? 'service' : 'resource'} control policy \`${id}\``;
  return {
    declares: 'control-policy',
    id,
    kind,
    label,
    grants: grantsAt(resource, child(properties, 'Content'), label),
    targets: textsAt(resource, 'TargetIds'),
    origin: { file, fragment, policy: 0, label },
  };
}
