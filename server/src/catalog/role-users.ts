/** A property of a resource that names the role which a service assumes for that resource. */
export interface RoleUser {
  readonly type: string;
  /** From the resource's `Properties`; `[]` is every item of a list. */
  readonly path: readonly string[];
  /** Whom the role has to trust. */
  readonly service: string;
  /** The property that names the resource. */
  readonly nameProperty?: string;
  /** The resource's ARN behind `arn:partition:service:region:account:`, before its name. */
  readonly arn?: { readonly service: string; readonly resource: string };
  readonly source: string;
}

type Row = readonly [
  type: string,
  path: string,
  service: string,
  named?: { readonly by: string; readonly arn?: readonly [service: string, resource: string] },
];

const SOURCE =
  '@aws-cdk/aws-service-spec 0.1.216; AWS CloudFormation template reference; Service Authorization Reference (ARNs)';

const lambda = { by: 'FunctionName', arn: ['lambda', 'function:'] } as const;
const stateMachine = { by: 'StateMachineName', arn: ['states', 'stateMachine:'] } as const;

const ROWS: readonly Row[] = [
  ['AWS::Lambda::Function', 'Role', 'lambda.amazonaws.com', lambda],
  ['AWS::StepFunctions::StateMachine', 'RoleArn', 'states.amazonaws.com', stateMachine],
  ['AWS::CodeBuild::Project', 'ServiceRole', 'codebuild.amazonaws.com', { by: 'Name', arn: ['codebuild', 'project/'] }],
  ['AWS::CodePipeline::Pipeline', 'RoleArn', 'codepipeline.amazonaws.com', { by: 'Name' }],
  ['AWS::CodeDeploy::DeploymentGroup', 'ServiceRoleArn', 'codedeploy.amazonaws.com', { by: 'DeploymentGroupName' }],
  ['AWS::ECS::TaskDefinition', 'TaskRoleArn', 'ecs-tasks.amazonaws.com', { by: 'Family' }],
  ['AWS::ECS::TaskDefinition', 'ExecutionRoleArn', 'ecs-tasks.amazonaws.com', { by: 'Family' }],
  [
    'AWS::Batch::JobDefinition',
    'ContainerProperties.JobRoleArn',
    'ecs-tasks.amazonaws.com',
    { by: 'JobDefinitionName' },
  ],
  ['AWS::Glue::Job', 'Role', 'glue.amazonaws.com', { by: 'Name' }],
  ['AWS::Glue::Crawler', 'Role', 'glue.amazonaws.com', { by: 'Name' }],
  ['AWS::Scheduler::Schedule', 'Target.RoleArn', 'scheduler.amazonaws.com', { by: 'Name' }],
  ['AWS::Events::Rule', 'Targets.[].RoleArn', 'events.amazonaws.com', { by: 'Name' }],
  ['AWS::Pipes::Pipe', 'RoleArn', 'pipes.amazonaws.com', { by: 'Name' }],
  ['AWS::SSM::MaintenanceWindowTask', 'ServiceRoleArn', 'ssm.amazonaws.com', { by: 'Name' }],
  ['AWS::Config::ConfigurationRecorder', 'RoleARN', 'config.amazonaws.com', { by: 'Name' }],
  ['AWS::CloudTrail::Trail', 'CloudWatchLogsRoleArn', 'cloudtrail.amazonaws.com', { by: 'TrailName' }],
  ['AWS::SageMaker::NotebookInstance', 'RoleArn', 'sagemaker.amazonaws.com', { by: 'NotebookInstanceName' }],
  ['AWS::SageMaker::Model', 'ExecutionRoleArn', 'sagemaker.amazonaws.com', { by: 'ModelName' }],
  ['AWS::ApiGateway::Account', 'CloudWatchRoleArn', 'apigateway.amazonaws.com'],
  ['AWS::AppSync::DataSource', 'ServiceRoleArn', 'appsync.amazonaws.com', { by: 'Name' }],
  ['AWS::EKS::Cluster', 'RoleArn', 'eks.amazonaws.com', { by: 'Name' }],
  ['AWS::EKS::Nodegroup', 'NodeRole', 'ec2.amazonaws.com', { by: 'NodegroupName' }],
  // The roles of an instance profile are given by name.
  ['AWS::IAM::InstanceProfile', 'Roles.[]', 'ec2.amazonaws.com', { by: 'InstanceProfileName' }],
  ['AWS::Bedrock::Agent', 'AgentResourceRoleArn', 'bedrock.amazonaws.com', { by: 'AgentName' }],
];

const SAM_SOURCE = 'AWS SAM Developer Guide, resource and property reference';

const SAM_ROWS: readonly Row[] = [
  ['AWS::Serverless::Function', 'Role', 'lambda.amazonaws.com', lambda],
  ['AWS::Serverless::StateMachine', 'Role', 'states.amazonaws.com', { ...stateMachine, by: 'Name' }],
];

/** Resources for which a service assumes a role that they name. */
export const roleUsers: readonly RoleUser[] = [
  ...ROWS.map((row) => readRow(row, SOURCE)),
  ...SAM_ROWS.map((row) => readRow(row, SAM_SOURCE)),
];

/** What a type of resource says of the roles that are assumed for it. */
export function roleUsersOf(resourceType: string): readonly RoleUser[] {
  return roleUsers.filter(({ type }) => type === resourceType);
}

function readRow([type, path, service, named]: Row, source: string): RoleUser {
  const [arnService, resource] = named?.arn ?? [];
  return {
    type,
    path: path.split('.'),
    service,
    ...(named && { nameProperty: named.by }),
    ...(arnService && resource && { arn: { service: arnService, resource } }),
    source,
  };
}
