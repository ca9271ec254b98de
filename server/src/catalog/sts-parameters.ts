/**
 * What `AssumeRole` takes: a call with any other value is refused before a policy is read. Lengths and characters by
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html.
 */
export interface ParameterRule {
  readonly characters: RegExp;
  readonly shortest: number;
  readonly longest: number;
}

const named: ParameterRule = { characters: /^[\w+=,.@-]*$/, shortest: 2, longest: 64 };
const tagValue: ParameterRule = { characters: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, shortest: 0, longest: 256 };

export const parameterRules = {
  externalId: { characters: /^[\w+=,.@:/-]*$/, shortest: 2, longest: 1224 },
  roleSessionName: named,
  sourceIdentity: named,
  tagKey: { ...tagValue, shortest: 1, longest: 128 },
  tagValue,
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Keys of a call of `AssumeRole` that are no global ones, in AWS's own case: IAM User Guide, "Available keys for AWS STS". */
export const callKeyNames: readonly string[] = [
  'sts:DurationSeconds',
  'sts:ExternalId',
  'sts:RoleSessionName',
  'sts:SourceIdentity',
  'sts:TransitiveTagKeys',
  'lambda:SourceFunctionArn',
];

/** Seconds. `DurationSeconds`: "from 900 seconds (15 minutes) up to the maximum session duration", at most 12 hours. */
export const sessionSeconds = { least: 900, most: 43_200 } as const;

/** "You cannot use role chaining to … a maximum of one hour": IAM User Guide, roles terms and concepts. */
export const mostChainedSeconds = 3_600;
