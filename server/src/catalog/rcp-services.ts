/** As of which the list of services was read. */
export const rcpServicesDate = '2026-11';

/**
 * Prefixes of the services whose actions a resource control policy can name. AWS adds to them.
 * Source: AWS Organizations User Guide, resource control policies, list of AWS services that support RCPs.
 */
export const rcpServices: readonly string[] = [
  ...['aoss', 'appconfig', 'appstream', 'autoscaling', 'autoscaling-plans', 'budgets', 'clouddirectory', 'cloudfront'],
  ...['cloudsearch', 'cloudtrail-data', 'codeartifact', 'codebuild', 'codecommit', 'codepipeline', 'cognito-identity'],
  ...['cognito-idp', 'comprehend', 'comprehendmedical', 'compute-optimizer', 'cost-optimization-hub', 'dax', 'dsql'],
  ...['dynamodb', 'ecr', 'ecr-public', 'events', 'firehose', 'fis', 'fms', 'gamelift', 'health', 'inspector-scan'],
  ...['kendra', 'kinesisvideo', 'kms', 'logs', 'memorydb', 'networkmonitor', 'notifications', 'opensearch'],
  ...[
    'pca-connector-ad',
    'personalize',
    'polly',
    'pricing',
    'resource-groups',
    'rolesanywhere',
    's3',
    'secretsmanager',
  ],
  ...['servicediscovery', 'signin', 'sqs', 'sts', 'support', 'swf', 'textract', 'timestream-influxdb', 'transcribe'],
  ...['transfer', 'translate', 'wafv2', 'workspaces', 'xray'],
];
