/** Condition keys whose values are one of few. */
export interface KeyChoices {
  readonly key: string;
  readonly values: readonly string[];
  readonly source: string;
}

const rows: readonly KeyChoices[] = [
  {
    key: 'aws:PrincipalType',
    values: ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
    source: 'IAM User Guide, IAM JSON policy elements: Variables and tags (principal key values)',
  },
  {
    key: 's3:x-amz-server-side-encryption',
    values: ['AES256', 'aws:kms', 'aws:kms:dsse'],
    source: 'Amazon S3 API reference, PutObject (x-amz-server-side-encryption)',
  },
  {
    key: 's3:x-amz-acl',
    values: [
      'private',
      'public-read',
      'public-read-write',
      'authenticated-read',
      'aws-exec-read',
      'bucket-owner-read',
      'bucket-owner-full-control',
    ],
    source: 'Amazon S3 API reference, PutObject (x-amz-acl)',
  },
  {
    key: 'ec2:MetadataHttpTokens',
    values: ['required', 'optional'],
    source: 'Amazon EC2 API reference, InstanceMetadataOptionsRequest (HttpTokens)',
  },
  {
    key: 'lambda:FunctionUrlAuthType',
    values: ['AWS_IAM', 'NONE'],
    source: 'AWS Lambda API reference, CreateFunctionUrlConfig (AuthType)',
  },
  {
    key: 'token.actions.githubusercontent.com:aud',
    values: ['sts.amazonaws.com'],
    source: 'IAM User Guide, create a role for OpenID Connect federation (configuring a role for GitHub)',
  },
];

/** What the values of a key are, in any case; undefined where they are not few. */
export function findKeyChoices(key: string): KeyChoices | undefined {
  const wanted = key.toLowerCase();
  return rows.find((each) => each.key.toLowerCase() === wanted);
}
