import { table } from '../base/table.ts';

/**
 * Resources of IAM for which CloudFormation wants to be told that it may create them, and the properties that give one
 * a name of its own. Such a name wants `CAPABILITY_NAMED_IAM`, the others `CAPABILITY_IAM` or that.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html (acknowledging IAM
 * resources); https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html (Capabilities)
 */
const namesOfType: Readonly<Record<string, string | null>> = table({
  'AWS::IAM::AccessKey': null,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': null,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': null,
});

/** True for a type for which a capability is wanted. */
export function wantsCapability(type: string): boolean {
  return Object.hasOwn(namesOfType, type);
}

/** The property that names a resource of that type for the whole account. */
export function namePropertyOf(type: string): string | undefined {
  return Object.hasOwn(namesOfType, type) ? (namesOfType[type] ?? undefined) : undefined;
}
