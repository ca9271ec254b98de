import type { ServicePrincipal } from './service-principal.ts';

/** What differs from the usual row: verified in the service's guide, both keys sent. */
type Row = Pick<ServicePrincipal, 'principal' | 'arnShapes' | 'source'> & Partial<ServicePrincipal>;

const TOOLKIT = 'aws/agent-toolkit-for-aws d6ad2e4 (2026-08-20), aws-iam-role-management.md';

const ROWS: readonly Row[] = [
  {
    principal: 'lambda.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}',
      'arn:${Partition}:lambda:${Region}:${Account}:microvm-image:*',
    ],
    documentedByService: false,
    evidence: 'aws-published',
    source: `${TOOLKIT}; its aws-lambda-microvms guide; aws-samples/aws2tf PR 172 (live execution roles pinned so)`,
    note: 'The Lambda Developer Guide does not show the key on an execution role, and AWS Support denied it in 2023 (prowler 2810). Examples use the function ARN without version or alias. In a template the ARN is built with Fn::Sub: role and function would otherwise wait for each other.',
  },
  {
    principal: 'states.amazonaws.com',
    arnShapes: ['arn:${Partition}:states:${Region}:${Account}:stateMachine:${StateMachineName}'],
    source: 'AWS Step Functions Developer Guide, creating an IAM role for your state machine; aws-cdk-lib 2.276.0',
  },
  {
    principal: 'events.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:events:${Region}:${Account}:rule/${RuleName}',
      'arn:${Partition}:events:${Region}:${Account}:rule/${EventBusName}/${RuleName}',
    ],
    source: 'Amazon EventBridge User Guide, cross-service confused deputy prevention',
    note: 'The guide speaks of the roles of rule targets, which is what EventBridge assumes roles for.',
  },
  {
    principal: 'scheduler.amazonaws.com',
    arnShapes: ['arn:${Partition}:scheduler:${Region}:${Account}:schedule-group/${GroupName}'],
    source: 'Amazon EventBridge Scheduler User Guide, cross-service confused deputy prevention; aws-cdk-lib 2.276.0',
    note: 'The value is the ARN of the schedule group: one schedule cannot be pinned. Older versions of the guide said schedule/, which no longer holds.',
  },
  {
    principal: 'pipes.amazonaws.com',
    arnShapes: ['arn:${Partition}:pipes:${Region}:${Account}:pipe/${PipeName}'],
    source: 'AWS CloudFormation User Guide, AWS::Pipes::Pipe',
  },
  {
    principal: 'ecs-tasks.amazonaws.com',
    arnShapes: ['arn:${Partition}:ecs:${Region}:${Account}:*'],
    source: 'Amazon ECS Developer Guide, task IAM role (2023)',
    note: 'A cluster cannot be pinned, as of 2023: the guide asks for the wildcard.',
  },
  {
    principal: 'batch.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:batch:${Region}:${Account}:compute-environment/*',
      'arn:${Partition}:batch:${Region}:${Account}:job/*',
    ],
    source: 'AWS Batch User Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'codedeploy.amazonaws.com',
    arnShapes: ['arn:${Partition}:codedeploy:${Region}:${Account}:deploymentgroup:${ApplicationName}/*'],
    source: 'AWS CodeDeploy User Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'resources.cloudformation.amazonaws.com',
    arnShapes: ['arn:${Partition}:cloudformation:${Region}:${Account}:type/resource/${TypeName}/*'],
    source: 'AWS CloudFormation User Guide, using public extensions (execution role)',
  },
  {
    principal: 'hooks.cloudformation.amazonaws.com',
    arnShapes: ['arn:${Partition}:cloudformation:${Region}:${Account}:type/hook/${TypeName}/*'],
    source: 'AWS CloudFormation User Guide, using public extensions (execution role)',
  },
  {
    principal: 'config.amazonaws.com',
    arnShapes: ['arn:${Partition}:config:${Region}:${Account}:*'],
    wildcardIsLiteral: true,
    source: 'AWS Config Developer Guide, permissions for the IAM role',
    note: 'The guide says that the value is always this ARN, with the asterisk in it.',
  },
  {
    principal: 'firehose.amazonaws.com',
    arnShapes: ['arn:${Partition}:firehose:${Region}:${Account}:deliverystream/${DeliveryStreamName}'],
    documentedByService: false,
    evidence: 'aws-published',
    alternativeKeys: [{ key: 'sts:ExternalId', value: '${Account}' }],
    source: `${TOOLKIT}; aws-cdk-lib 2.276.0; Amazon Data Firehose Developer Guide, controlling access (external id)`,
    note: 'The guide of the service itself shows the external id only.',
  },
  {
    principal: 's3.amazonaws.com',
    arnShapes: ['arn:${Partition}:s3:::${BucketName}'],
    documentedByService: false,
    evidence: 'aws-published',
    source: `${TOOLKIT} (replication)`,
    note: "A bucket's ARN holds no account id: aws:SourceAccount is needed beside it. Replication is what Amazon S3 assumes roles for under this name.",
  },
  {
    principal: 'sagemaker.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:sagemaker:${Region}:${Account}:*',
      'arn:${Partition}:sagemaker:${Region}:${Account}:training-job/*',
      'arn:${Partition}:sagemaker:${Region}:${Account}:processing-job/*',
      'arn:${Partition}:sagemaker:${Region}:${Account}:transform-job/*',
      'arn:${Partition}:sagemaker:${Region}:${Account}:pipeline/${PipelineName}/*',
    ],
    source: 'Amazon SageMaker Developer Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'ssm.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:ssm:*:${Account}:automation-execution/*',
      'arn:${Partition}:ssm:${Region}:${Account}:*',
    ],
    source: 'AWS Systems Manager User Guide, setting up Automation; cross-service confused deputy prevention',
  },
  {
    principal: 'ssm-incidents.amazonaws.com',
    arnShapes: ['arn:${Partition}:ssm-incidents:*:${Account}:incident-record/${ResponsePlanName}/*'],
    source: 'IAM User Guide, the confused deputy problem',
  },
  {
    principal: 'bedrock.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:bedrock:${Region}:${Account}:agent/*',
      'arn:${Partition}:bedrock:${Region}:${Account}:knowledge-base/*',
      'arn:${Partition}:bedrock:${Region}:${Account}:model-customization-job/*',
    ],
    source: 'Amazon Bedrock User Guide, service role for agents; aws-cdk-lib 2.276.0 (model customization)',
  },
  {
    principal: 'bedrock-agentcore.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:bedrock-agentcore:${Region}:${Account}:runtime/*',
      'arn:${Partition}:bedrock-agentcore:${Region}:${Account}:gateway/*',
      'arn:${Partition}:bedrock-agentcore:${Region}:${Account}:memory/*',
    ],
    documentedByService: false,
    evidence: 'aws-published',
    source: 'aws-cdk-lib 2.276.0, aws-bedrockagentcore (runtime, gateway, memory)',
    note: 'Read in the roles that the CDK writes, not in the guide of the service.',
  },
  {
    principal: 'iot.amazonaws.com',
    arnShapes: ['arn:${Partition}:iot:${Region}:${Account}:*', 'arn:${Partition}:iot:*:${Account}:job/*'],
    source: 'AWS IoT Developer Guide, cross-service confused deputy prevention; create and manage jobs',
    note: 'Where both keys are used, their account ids have to agree.',
  },
  {
    principal: 'iotdeviceadvisor.amazonaws.com',
    arnShapes: ['arn:${Partition}:iotdeviceadvisor:${Region}:${Account}:suitedefinition/${SuiteDefinitionId}'],
    source: 'AWS IoT Developer Guide, security best practices',
  },
  {
    principal: 'iotfleethub.amazonaws.com',
    arnShapes: ['arn:${Partition}:iot:${Region}:${Account}:*'],
    source: 'AWS IoT Fleet Hub User Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'greengrass.amazonaws.com',
    arnShapes: ['arn:${Partition}:greengrass:${Region}:${Account}:*'],
    source: 'AWS IoT Greengrass Developer Guide V2, Greengrass service role',
  },
  {
    principal: 'transfer.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:transfer:${Region}:${Account}:user/${ServerId}/*',
      'arn:${Partition}:transfer:${Region}:${Account}:workflow/*',
      'arn:${Partition}:transfer:${Region}:${Account}:server/*',
    ],
    source: 'AWS Transfer Family User Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'vpc-flow-logs.amazonaws.com',
    arnShapes: ['arn:${Partition}:ec2:${Region}:${Account}:vpc-flow-log/${FlowLogId}'],
    source: 'Amazon VPC User Guide, publish flow logs to CloudWatch Logs',
    note: 'The id is known only after the flow log was made: vpc-flow-log/* until then.',
  },
  {
    principal: 'logs.amazonaws.com',
    arnShapes: ['arn:${Partition}:logs:${Region}:${Account}:*'],
    sendsSourceAccount: false,
    source: 'Amazon CloudWatch Logs User Guide, subscription filters; create a destination; aws-cdk-lib 2.276.0',
    note: 'Also written logs.${Region}.amazonaws.com. For a destination in another account, the account that sends and the one that receives are both listed. The examples do without aws:SourceAccount.',
  },
  {
    principal: 'kinesisanalytics.amazonaws.com',
    arnShapes: ['arn:${Partition}:kinesisanalytics:${Region}:${Account}:application/${ApplicationName}'],
    source: 'Amazon Kinesis Data Analytics Developer Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'appsync.amazonaws.com',
    arnShapes: ['arn:${Partition}:appsync:${Region}:${Account}:apis/${ApiId}'],
    source: 'AWS AppSync Developer Guide, attaching a data source',
  },
  {
    principal: 'datasync.amazonaws.com',
    arnShapes: ['arn:${Partition}:datasync:${Region}:${Account}:*'],
    source: 'AWS DataSync User Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'dms.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:dms:${Region}:${Account}:rep:*',
      'arn:${Partition}:dms:${Region}:${Account}:task:*',
      'arn:${Partition}:dms:${Region}:${Account}:endpoint:*',
      'arn:${Partition}:dms:${Region}:${Account}:assessment-run:*',
    ],
    source: 'AWS Database Migration Service User Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'rds.amazonaws.com',
    arnShapes: [
      'arn:${Partition}:rds:${Region}:${Account}:db:${DbInstanceName}',
      'arn:${Partition}:rds:${Region}:${Account}:cluster:${ClusterName}',
      'arn:${Partition}:rds:${Region}:${Account}:og:${OptionGroupName}',
    ],
    source: 'Amazon RDS User Guide, cross-service confused deputy prevention; Oracle integration with Amazon S3',
    note: 'The shape of a cluster is taken to be as that of an instance.',
  },
  {
    principal: 'directoryservice.rds.amazonaws.com',
    arnShapes: ['arn:${Partition}:rds:${Region}:${Account}:db:${DbInstanceName}'],
    source: 'Amazon RDS User Guide, setting up Kerberos authentication for Oracle',
  },
  {
    principal: 'monitoring.rds.amazonaws.com',
    arnShapes: ['arn:${Partition}:rds:${Region}:${Account}:db:${DbInstanceName}'],
    source: 'Amazon RDS User Guide, setting up Enhanced Monitoring',
    note: "The section is about this service's role; its sample of 2023 prints rds.amazonaws.com as the principal.",
  },
  {
    principal: 'eks-fargate-pods.amazonaws.com',
    arnShapes: ['arn:${Partition}:eks:${Region}:${Account}:fargateprofile/${ClusterName}/*'],
    source: 'Amazon EKS User Guide (2024-12), pod execution role',
  },
  {
    principal: 'rolesanywhere.amazonaws.com',
    arnShapes: ['arn:${Partition}:rolesanywhere:${Region}:${Account}:trust-anchor/${TrustAnchorId}'],
    sendsSourceAccount: false,
    source: 'Amazon EKS User Guide, prepare credentials for hybrid nodes',
    note: 'The trust policy has to allow sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession.',
  },
  {
    principal: 'cognito-idp.amazonaws.com',
    arnShapes: ['arn:${Partition}:cognito-idp:${Region}:${Account}:userpool/${UserPoolId}'],
    alternativeKeys: [{ key: 'sts:ExternalId' }],
    source: 'Amazon Cognito Developer Guide, SMS message settings for user pools',
    note: 'A user pool assumes a role to send SMS messages.',
  },
  {
    principal: 'cognito-sync.amazonaws.com',
    arnShapes: ['arn:${Partition}:cognito-identity:${Region}:${Account}:identitypool/${IdentityPoolId}'],
    source: 'Amazon Cognito Developer Guide, push sync',
  },
  {
    principal: 'es.amazonaws.com',
    arnShapes: ['arn:${Partition}:es:${Region}:${Account}:domain/${DomainName}'],
    source: 'Amazon OpenSearch Service Developer Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'ses.amazonaws.com',
    arnShapes: ['arn:${Partition}:ses:${Region}:${Account}:configuration-set/${ConfigurationSetName}'],
    source: 'Amazon SES Developer Guide, add a Firehose event destination',
  },
  {
    principal: 'sms-voice.amazonaws.com',
    arnShapes: ['arn:${Partition}:sms-voice:${Region}:${Account}:configuration-set/${ConfigurationSetName}'],
    source: 'AWS End User Messaging SMS User Guide, IAM role for an event destination',
  },
  {
    principal: 'fis.amazonaws.com',
    arnShapes: ['arn:${Partition}:fis:*:${Account}:experiment/*'],
    source: 'AWS Resilience Hub User Guide, resilience testing in a single account',
  },
  {
    principal: 'datazone.amazonaws.com',
    arnShapes: ['arn:${Partition}:datazone:${Region}:${Account}:domain/${DomainId}'],
    source: 'Amazon DataZone User Guide, manage access role for AWS Glue',
  },
  {
    principal: 'comprehend.amazonaws.com',
    arnShapes: ['arn:${Partition}:comprehend:${Region}:${Account}:*'],
    source: 'Amazon Comprehend Developer Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'kendra.amazonaws.com',
    arnShapes: ['arn:${Partition}:kendra:${Region}:${Account}:index/*'],
    source: 'Amazon Kendra Developer Guide, IAM access roles',
  },
  {
    principal: 'personalize.amazonaws.com',
    arnShapes: ['arn:${Partition}:personalize:${Region}:${Account}:*'],
    source: 'Amazon Personalize Developer Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'rekognition.amazonaws.com',
    arnShapes: ['arn:${Partition}:rekognition:${Region}:${Account}:streamprocessor/*'],
    source: 'Amazon Rekognition Developer Guide, cross-service confused deputy prevention',
  },
  {
    principal: 'transcribe.streaming.amazonaws.com',
    arnShapes: ['arn:${Partition}:transcribe:${Region}:${Account}:*'],
    source: 'Amazon Transcribe Developer Guide, identity-based policy examples',
  },
  {
    principal: 'mediaconvert.amazonaws.com',
    arnShapes: ['arn:${Partition}:mediaconvert:*:${Account}:queues/${QueueName}'],
    source: 'AWS Elemental MediaConvert User Guide, cross-service confused deputy prevention',
  },
];

/** Services that are known to say, when they assume a role, for which resource they do. */
export const establishedServicePrincipals: readonly ServicePrincipal[] = ROWS.map((row) => ({
  sends: 'source-arn',
  sendsSourceAccount: true,
  grade: 'established',
  documentedByService: true,
  evidence: 'verified',
  ...row,
}));
