/**
 * Actions without resource types that AWS asks for the account as a whole. For most services nothing says what it asks
 * for then: their own policies name resources with such actions, and some of them work. These are established.
 */
interface AccountWideActions {
  readonly service: string;
  readonly action: RegExp;
  /**
   * `any-arn`: only `*` stands for it. `named`: what is asked for has a form like that of the service's resources
   * (`arn:aws:iam::111122223333:role/`), and no name in it, so that only an ARN with a name in it is wrong for certain.
   */
  readonly wrong: 'any-arn' | 'named';
  readonly source: string;
}

const table: readonly AccountWideActions[] = [
  {
    service: 'ec2',
    // Attributes of an address may be asked for by it.
    action: /^describe(?!.*attribute)/,
    wrong: 'any-arn',
    source: 'Amazon EC2 User Guide, identity-based policies: "Describe" actions need "*"',
  },
  {
    service: 'ecr',
    action: /^getauthorizationtoken$/,
    wrong: 'any-arn',
    source: 'Amazon ECR User Guide, identity-based policies: GetAuthorizationToken needs "*"',
  },
  {
    service: 's3',
    action: /^listallmybuckets$/,
    wrong: 'named',
    source: 'Amazon S3 User Guide, policies for the console: on "arn:aws:s3:::*" or "*"',
  },
  {
    service: 'iam',
    action: /^list(roles|users|groups|policies|instanceprofiles)$/,
    wrong: 'named',
    source: 'AWS Service Authorization Reference, IAM: no resource types',
  },
  {
    service: 'sqs',
    action: /^listqueues$/,
    wrong: 'named',
    source: 'AWS Service Authorization Reference, SQS: no resource types',
  },
  {
    service: 'dynamodb',
    action: /^listtables$/,
    wrong: 'named',
    source: 'AWS Service Authorization Reference, DynamoDB: no resource types',
  },
];

/** Which ARNs certainly do not stand for what AWS asks of the action; undefined where that is not established. */
export function wrongForAccountWide(service: string, action: string): 'any-arn' | 'named' | undefined {
  return table.find((row) => row.service === service && row.action.test(action.toLowerCase()))?.wrong;
}
