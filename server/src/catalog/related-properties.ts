import { groupBy } from '../base/group.ts';

/**
 * What a property holds that concerns policies without being one of the kinds that are read:
 * `boundary-arn`: the ARN of the managed policy that is the permissions boundary.
 * `managed-policy-arns`: ARNs of the managed policies that are attached.
 * `permission-parameters`: the resource itself is one permission, spelled out in properties of its own.
 * `ram-permission`: a template of a statement for AWS RAM.
 * `template`: a string that holds a whole template.
 */
export type RelatedContent =
  | 'boundary-arn'
  | 'managed-policy-arns'
  | 'permission-parameters'
  | 'ram-permission'
  | 'template';

/** A property of a CloudFormation resource that concerns policies; an empty path is the resource itself. */
export interface RelatedProperty {
  readonly type: string;
  /** From the resource's `Properties`. */
  readonly path: readonly string[];
  readonly holds: RelatedContent;
  readonly source: string;
}

const SOURCE = '@aws-cdk/aws-service-spec 0.1.216; AWS CloudFormation template reference';

export const relatedProperties: readonly RelatedProperty[] = [
  { type: 'AWS::IAM::Role', path: ['PermissionsBoundary'], holds: 'boundary-arn', source: SOURCE },
  { type: 'AWS::IAM::User', path: ['PermissionsBoundary'], holds: 'boundary-arn', source: SOURCE },
  { type: 'AWS::IAM::Role', path: ['ManagedPolicyArns'], holds: 'managed-policy-arns', source: SOURCE },
  { type: 'AWS::IAM::User', path: ['ManagedPolicyArns'], holds: 'managed-policy-arns', source: SOURCE },
  { type: 'AWS::IAM::Group', path: ['ManagedPolicyArns'], holds: 'managed-policy-arns', source: SOURCE },
  { type: 'AWS::Lambda::Permission', path: [], holds: 'permission-parameters', source: SOURCE },
  { type: 'AWS::Lambda::LayerVersionPermission', path: [], holds: 'permission-parameters', source: SOURCE },
  { type: 'AWS::RAM::Permission', path: ['PolicyTemplate'], holds: 'ram-permission', source: SOURCE },
  { type: 'AWS::CloudFormation::StackSet', path: ['TemplateBody'], holds: 'template', source: SOURCE },
];

const byType = groupBy(relatedProperties, ({ type }) => type);

/** What the properties of a resource type hold beside policies. */
export function relatedPropertiesOf(resourceType: string): readonly RelatedProperty[] {
  return byType.get(resourceType) ?? [];
}
