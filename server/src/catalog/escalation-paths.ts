/** A way from some permissions to any others. */
export interface EscalationPath {
  /** All of these are needed, on every resource of their kind. */
  readonly actions: readonly string[];
  /** The service that is given the role: `iam:PassRole` to it is needed too. */
  readonly passesTo?: string;
  /** What it does: "they …". */
  readonly does: string;
  /** In whose catalogue it stands, under which name. */
  readonly source: string;
}

const RHINO = 'Rhino Security Labs, AWS IAM privilege escalation methods';
const PATHFINDING = 'pathfinding.cloud';

/**
 * Paths that need nothing of the account but permissions. Left out: those that act through what others have deployed
 * (`lambda:UpdateFunctionCode`, `ssm:SendCommand`, `cloudformation:UpdateStack`), since what that may do is not in sight
 * and such permissions are the work of deployment roles; and `iam:SetDefaultPolicyVersion`, which needs an older version
 * with more rights.
 */
export const escalationPaths: readonly EscalationPath[] = [
  iam('CreatePolicyVersion', 'write any permissions into a managed policy that they have', 'CreateNewPolicyVersion'),
  iam('PutRolePolicy', 'write any permissions into any role', 'PutRolePolicy'),
  iam('AttachRolePolicy', 'attach any policy to any role', 'AttachRolePolicy'),
  iam('UpdateAssumeRolePolicy', 'let themselves assume any role', 'UpdatingAssumeRolePolicy'),
  iam('PutUserPolicy', 'write any permissions into any user', 'PutUserPolicy'),
  iam('AttachUserPolicy', 'attach any policy to any user', 'AttachUserPolicy'),
  iam('PutGroupPolicy', 'write any permissions into any group', 'PutGroupPolicy'),
  iam('AttachGroupPolicy', 'attach any policy to any group', 'AttachGroupPolicy'),
  iam('AddUserToGroup', 'put any user into any group', 'AddUserToGroup'),
  iam('CreateAccessKey', 'make access keys of any user', 'CreateAccessKey'),
  iam('CreateLoginProfile', 'give any user without a password one', 'CreateLoginProfile'),
  iam('UpdateLoginProfile', 'change the password of any user', 'UpdateLoginProfile'),

  passed('ec2', ['ec2:RunInstances'], 'start an instance', `${RHINO} (CreateEC2WithExistingIP)`),
  passed('ec2', ['ec2:RequestSpotInstances'], 'start a spot instance', `${PATHFINDING} ec2-003`),
  passed('lambda', ['lambda:CreateFunction', 'lambda:InvokeFunction'], 'run a function', `${PATHFINDING} lambda-001`),
  passed(
    'lambda',
    ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    'run a function',
    `${RHINO} (PassExistingRoleToNewLambdaThenTriggerWithNewDynamo)`,
  ),
  passed('lambda', ['lambda:CreateFunction', 'lambda:AddPermission'], 'run a function', `${PATHFINDING} lambda-006`),
  passed(
    'glue',
    ['glue:CreateDevEndpoint'],
    'open a development endpoint',
    `${RHINO} (PassExistingRoleToNewGlueDevEndpoint)`,
  ),
  passed('glue', ['glue:CreateJob', 'glue:StartJobRun'], 'run a job', `${PATHFINDING} glue-003`),
  passed('glue', ['glue:CreateJob', 'glue:CreateTrigger'], 'run a job', `${PATHFINDING} glue-004`),
  passed('glue', ['glue:UpdateJob', 'glue:StartJobRun'], 'run a job', `${PATHFINDING} glue-005`),
  passed('glue', ['glue:UpdateJob', 'glue:CreateTrigger'], 'run a job', `${PATHFINDING} glue-006`),
  passed(
    'cloudformation',
    ['cloudformation:CreateStack'],
    'create a stack',
    `${RHINO} (PassExistingRoleToCloudFormation)`,
  ),
  passed(
    'codebuild',
    ['codebuild:CreateProject', 'codebuild:StartBuild'],
    'run a build',
    `${PATHFINDING} codebuild-001`,
  ),
  passed(
    'codebuild',
    ['codebuild:CreateProject', 'codebuild:StartBuildBatch'],
    'run a build',
    `${PATHFINDING} codebuild-004`,
  ),
  passed(
    'datapipeline',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'],
    'run a pipeline',
    `${RHINO} (PassExistingRoleToNewDataPipeline)`,
  ),
  passed('ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:RunTask'], 'run a task', `${PATHFINDING} ecs-004`),
  passed('ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:StartTask'], 'run a task', `${PATHFINDING} ecs-005`),
  passed('ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:CreateService'], 'run a task', `${PATHFINDING} ecs-003`),
  passed('sagemaker', ['sagemaker:CreateNotebookInstance'], 'start a notebook', `${PATHFINDING} sagemaker-001`),
  passed('sagemaker', ['sagemaker:CreateTrainingJob'], 'run a training job', `${PATHFINDING} sagemaker-002`),
  passed('sagemaker', ['sagemaker:CreateProcessingJob'], 'run a processing job', `${PATHFINDING} sagemaker-003`),
  passed('tasks.apprunner', ['apprunner:CreateService'], 'run a service', `${PATHFINDING} apprunner-001`),
];

function iam(name: string, does: string, method: string): EscalationPath {
  return { actions: [`iam:${name}`], does, source: `${RHINO} (${method})` };
}

function passed(service: string, actions: readonly string[], does: string, source: string): EscalationPath {
  return { actions, passesTo: `${service}.amazonaws.com`, does, source };
}

/** What an action of IAM that stands in a path acts on, as its ARNs name it. Source: Service Authorization Reference. */
export function iamEntityOf(action: string): 'group' | 'policy' | 'role' | 'user' | undefined {
  if (!action.startsWith('iam:')) return undefined;
  if (/Group/.test(action)) return 'group';
  if (/Role/.test(action)) return 'role';
  return action === 'iam:CreatePolicyVersion' ? 'policy' : 'user';
}
