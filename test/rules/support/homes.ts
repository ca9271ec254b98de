import type { PolicyKind } from '../../../server/src/policy/kind.ts';

/** The resource in which a template holds a policy of some kind. */
export interface Home {
  readonly type: string;
  readonly property: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** Kinds without an entry stand in no property of a template as far as the rules know. */
export const homes: Partial<Readonly<Record<PolicyKind, Home>>> = {
  identity: { type: 'AWS::IAM::ManagedPolicy', property: 'PolicyDocument' },
  trust: { type: 'AWS::IAM::Role', property: 'AssumeRolePolicyDocument' },
  resource: { type: 'AWS::S3::BucketPolicy', property: 'PolicyDocument', others: { Bucket: 'example' } },
  scp: { type: 'AWS::Organizations::Policy', property: 'Content', others: { Type: 'SERVICE_CONTROL_POLICY' } },
  rcp: { type: 'AWS::Organizations::Policy', property: 'Content', others: { Type: 'RESOURCE_CONTROL_POLICY' } },
  endpoint: { type: 'AWS::EC2::VPCEndpoint', property: 'PolicyDocument' },
};

/** A template whose one resource holds the policy. */
export function templateAround(home: Home, policy: unknown): unknown {
  const { type, property, others } = home;
  return { Resources: { Example: { Type: type, Properties: { ...others, [property]: policy } } } };
}
