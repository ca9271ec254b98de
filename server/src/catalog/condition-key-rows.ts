import type { ConditionType } from './condition-operators.ts';

/** A condition key that does not depend on the service that is called. */
export interface GlobalConditionKey {
  /** In AWS's own case; key names are not case-sensitive. A trailing `/` is followed by the key of a tag. */
  readonly name: string;
  readonly type: Exclude<ConditionType, 'null' | 'binary'>;
  /** A multivalued key is asked with ForAnyValue or ForAllValues, a single-valued one never is. */
  readonly multivalued: boolean;
  /** Whether every request has it. */
  readonly always: boolean;
  /** When a request has it, in a sentence. */
  readonly present: string;
  readonly source: string;
}

const SOURCE =
  'IAM User Guide, AWS global condition context keys, as collected by mbarneyjr/aws-iam-language-server (MIT) 6351406, 2026-08-05';

type Row = readonly [name: string, type: GlobalConditionKey['type'], present: string, multivalued?: 'many'];

const ALWAYS = 'In every request.';
const CALLED_BY_SERVICE = 'When a service calls directly with its own service principal, for a resource of someone.';
const CALLED_BY_PRINCIPAL_OF_ORGANIZATION = 'When the caller belongs to an organization; not in anonymous requests.';
const RESOURCE_OF_ORGANIZATION =
  'When the account that owns the resource belongs to an organization; some actions, such as those of Amazon EBS, lack it.';
const FORWARDED = 'When a service passes on the request of an IAM principal with the credentials of that principal.';
const THROUGH_ENDPOINT = 'When the request comes through a VPC endpoint.';
const THROUGH_ENDPOINT_OF_SOME = 'When the request comes through a VPC endpoint, to a service that supports the key.';
const FROM_INSTANCE = 'When the credentials are those of a role of an Amazon EC2 instance.';
const TEMPORARY = 'When the caller uses temporary credentials.';
const FROM_CODEBUILD = 'When the credentials are those of a role that AWS CodeBuild assumed.';

const ROWS: readonly Row[] = [
  ['aws:AssumedRoot', 'bool', 'When the caller uses the credentials of AssumeRoot.'],
  ['aws:CalledVia', 'string', FORWARDED, 'many'],
  ['aws:CalledViaAWSMCP', 'string', 'When an AWS MCP service passes on the request of an IAM principal.'],
  ['aws:CalledViaFirst', 'string', FORWARDED],
  ['aws:CalledViaLast', 'string', FORWARDED],
  ['aws:ChatbotSourceArn', 'arn', 'When Amazon Q Developer in chat applications assumed the role.'],
  ['aws:CurrentTime', 'date', ALWAYS],
  ['aws:Ec2InstanceSourcePrivateIPv4', 'ip', FROM_INSTANCE],
  ['aws:Ec2InstanceSourceVpc', 'string', FROM_INSTANCE],
  ['aws:EpochTime', 'date', ALWAYS],
  ['aws:FederatedProvider', 'string', 'When the role is, or was, assumed through an OpenID Connect provider.'],
  ['aws:IsMcpServiceAction', 'bool', 'When an MCP service authorizes one of its own actions.'],
  ['aws:MultiFactorAuthAge', 'numeric', TEMPORARY],
  ['aws:MultiFactorAuthPresent', 'bool', TEMPORARY],
  ['aws:PrincipalAccount', 'string', ALWAYS],
  ['aws:PrincipalArn', 'arn', 'In every signed request.'],
  ['aws:PrincipalIsAWSService', 'bool', 'In every signed request.'],
  ['aws:PrincipalOrgID', 'string', CALLED_BY_PRINCIPAL_OF_ORGANIZATION],
  ['aws:PrincipalOrgPaths', 'string', CALLED_BY_PRINCIPAL_OF_ORGANIZATION, 'many'],
  ['aws:PrincipalServiceName', 'string', 'When a service calls with its own service principal.'],
  ['aws:PrincipalServiceNamesList', 'string', 'When a service calls with its own service principal.', 'many'],
  ['aws:PrincipalTag/', 'string', 'When the user, the role or its session has a tag of that key.'],
  ['aws:PrincipalType', 'string', ALWAYS],
  ['aws:referer', 'string', 'When the request follows a link from a web page.'],
  ['aws:RequestedRegion', 'string', ALWAYS],
  ['aws:RequestTag/', 'string', 'When the request passes a tag of that key.'],
  ['aws:ResourceAccount', 'string', 'In every request, some actions aside, such as those of Amazon EBS.'],
  ['aws:ResourceOrgID', 'string', RESOURCE_OF_ORGANIZATION],
  ['aws:ResourceOrgPaths', 'string', RESOURCE_OF_ORGANIZATION, 'many'],
  [
    'aws:ResourceTag/',
    'string',
    'When the resource has, or is made with, a tag of that key and its action supports tags.',
  ],
  ['aws:SecureTransport', 'bool', ALWAYS],
  ['aws:SourceAccount', 'string', CALLED_BY_SERVICE],
  ['aws:SourceArn', 'arn', CALLED_BY_SERVICE],
  ['aws:SourceIdentity', 'string', 'When a source identity was set as the role was assumed, or before it.'],
  ['aws:SourceIp', 'ip', 'In requests that do not come through a VPC endpoint.'],
  ['aws:SourceOrgID', 'string', `${CALLED_BY_SERVICE} Its account belongs to an organization.`],
  ['aws:SourceOrgPaths', 'string', `${CALLED_BY_SERVICE} Its account belongs to an organization.`, 'many'],
  ['aws:SourceVpc', 'string', THROUGH_ENDPOINT],
  ['aws:SourceVpcArn', 'arn', THROUGH_ENDPOINT_OF_SOME],
  ['aws:SourceVpce', 'string', THROUGH_ENDPOINT],
  ['aws:TagKeys', 'string', 'When the operation takes tags.', 'many'],
  ['aws:TokenIssueTime', 'date', TEMPORARY],
  ['aws:UserAgent', 'string', ALWAYS],
  ['aws:userid', 'string', ALWAYS],
  ['aws:username', 'string', 'When the caller is an IAM user; not for roles, nor for the root user.'],
  ['aws:ViaAWSMCPService', 'bool', 'When an AWS MCP server calls another service for an IAM principal.'],
  ['aws:ViaAWSService', 'bool', ALWAYS],
  ['aws:VpceAccount', 'string', THROUGH_ENDPOINT_OF_SOME],
  ['aws:VpceOrgID', 'string', `${THROUGH_ENDPOINT_OF_SOME} Its owner belongs to an organization.`],
  ['aws:VpceOrgPaths', 'string', `${THROUGH_ENDPOINT_OF_SOME} Its owner belongs to an organization.`, 'many'],
  ['aws:VpcSourceIp', 'ip', THROUGH_ENDPOINT],
  ['codebuild:BuildArn', 'arn', FROM_CODEBUILD],
  ['codebuild:ProjectArn', 'arn', FROM_CODEBUILD],
  ['ec2:RoleDelivery', 'numeric', FROM_INSTANCE],
  ['ec2:SourceInstanceArn', 'arn', FROM_INSTANCE],
  [
    'glue:CredentialIssuingService',
    'string',
    'When the request comes from a job or a development endpoint of AWS Glue.',
  ],
  ['glue:RoleAssumedBy', 'string', 'When AWS Glue calls with a service role for its user.'],
  ['identitystore:UserId', 'string', 'When the caller is a user of IAM Identity Center.'],
  // Not in the context of resource-based policies, so not in that of the trust policy of a role that the code assumes.
  ['lambda:SourceFunctionArn', 'arn', 'When the code of a Lambda function calls with its execution role.'],
  ['ssm:SourceInstanceArn', 'arn', 'When AWS Systems Manager delivered the credentials to a managed instance.'],
];

export const globalConditionKeyRows: readonly GlobalConditionKey[] = ROWS.map(([name, type, present, multivalued]) => ({
  name,
  type,
  multivalued: multivalued === 'many',
  always: present === ALWAYS,
  present,
  source: SOURCE,
}));
