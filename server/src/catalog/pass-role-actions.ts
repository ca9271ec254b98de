import { table } from '../base/table.ts';

/**
 * Actions of which `iam:PassRole` is a dependent action, and whose operation cannot be called without a role: a member
 * that holds one is required. Left out are the many for which a role is only one of several settings
 * (`ec2:RunInstances`, `ecs:RunTask`), and those that take a role off (`rds:RemoveRoleFromDBCluster`).
 * Sources: Service Authorization Reference, dependent actions
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html),
 * collected 2026-08-05; service models of botocore 1.43.107, required members.
 */
const namesByService: Readonly<Record<string, string>> = table({
  aiops: 'CreateInvestigationGroup',
  backup: 'CreateBackupSelection CreateRestoreTestingSelection StartBackupJob StartCopyJob StartScanJob',
  'backup-gateway': 'PutHypervisorPropertyMappings',
  'bcm-dashboards': 'CreateScheduledReport',
  'bedrock-agentcore': 'CreateABTest',
  budgets: 'CreateBudgetAction',
  chime: 'CreateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration',
  cleanrooms: 'CreateConfiguredTableAssociation',
  cloudtrail: 'EnableFederation',
  cloudwatch: 'PutLogAlarm',
  codeconnections: 'CreateSyncConfiguration',
  'codestar-connections': 'CreateSyncConfiguration',
  dax: 'CreateCluster',
  deadline: 'CreateFleet CreateMonitor',
  dms: 'CreateDataMigration CreateFleetAdvisorCollector StartReplicationTaskAssessmentRun',
  ec2: 'AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation',
  ecs: 'CreateExpressGatewayService',
  'emr-serverless': 'StartJobRun StartSession',
  gamelift: 'CreateContainerFleet CreateGameServerGroup',
  iam: 'AddRoleToInstanceProfile',
  imagebuilder: 'CreateLifecyclePolicy DistributeImage UpdateLifecyclePolicy',
  iot: 'CreateProvisioningTemplate CreateRoleAlias',
  kafka: 'CreateReplicator',
  kafkaconnect: 'CreateConnector',
  lambda: 'CreateCapacityProvider CreateFunction',
  logs: 'PutDestination',
  'neptune-graph': 'CreateGraphUsingImportTask StartExportTask StartImportTask',
  omics: 'StartRun StartRunBatch',
  pcs: 'CreateComputeNodeGroup',
  personalize:
    'CreateBatchInferenceJob CreateBatchSegmentJob CreateDataDeletionJob CreateDatasetExportJob CreateMetricAttribution',
  pipes: 'CreatePipe UpdatePipe',
  quicksight: 'CreateVPCConnection UpdateVPCConnection',
  rds: 'AddRoleToDBCluster AddRoleToDBInstance CreateDBProxy RestoreDBClusterFromS3 RestoreDBInstanceFromS3 StartExportTask',
  'resource-groups': 'StartTagSyncTask',
  rolesanywhere: 'CreateProfile',
  s3: 'CreateJob',
  sagemaker:
    'CreateAutoMLJob CreateAutoMLJobV2 CreateCompilationJob CreateDataQualityJobDefinition CreateEdgePackagingJob CreateFlowDefinition CreateImage CreateInferenceExperiment CreateInferenceRecommendationsJob CreateJob CreateLabelingJob CreateMlflowApp CreateMlflowTrackingServer CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateNotebookInstance CreateOptimizationJob CreatePipeline CreateProcessingJob CreateTrainingJob RenderUiTemplate',
  'sagemaker-geospatial':
    'ExportEarthObservationJob ExportVectorEnrichmentJob StartEarthObservationJob StartVectorEnrichmentJob',
  scheduler: 'CreateSchedule UpdateSchedule',
  securitylake: 'CreateCustomLogSource CreateDataLake',
  shield: 'AssociateDRTRole',
  ssm: 'CreateCloudConnector',
  states: 'CreateStateMachine',
  timestream: 'CreateScheduledQuery',
  transfer: 'CreateAccess CreateAgreement CreateConnector CreateUser',
});

/** All of them, as AWS writes them. */
export const passRoleActions: readonly string[] = Object.entries(namesByService).flatMap(([service, names]) =>
  names.split(' ').map((name) => `${service}:${name}`),
);

const known: ReadonlySet<string> = new Set(passRoleActions.map((action) => action.toLowerCase()));

/** True for an action that nobody can use without passing a role. Actions are compared without case. */
export function alwaysPassesRole(action: string): boolean {
  return known.has(action.toLowerCase());
}
