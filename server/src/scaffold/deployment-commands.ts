import { partitions } from '../catalog/partitions.ts';
import { type ChainPlan, known } from './chain-plan.ts';
import { scpFile } from './protecting-scp.ts';
import { sourceFiles } from './source-role.ts';
import { webIdentity } from './source-trust.ts';
import { sourceAccountParameter, targetFile } from './target-role.ts';

/*
 * The commands of the page, each a list of words: an option and its value are one line there. Flags as of the AWS CLI
 * Command Reference, version 2.
 */
export type CommandLine = readonly string[];

const named = '--capabilities CAPABILITY_NAMED_IAM';

/** The identity provider, which an account has once. */
export function providerCommand(plan: ChainPlan): CommandLine | undefined {
  const { source } = plan.answers;
  if (source.kind !== 'federated') return undefined;
  if (source.provider === 'saml')
    return ['aws iam create-saml-provider', `--name ${source.name}`, '--saml-metadata-document file://metadata.xml'];
  const { host, audience } = webIdentity(source, plan);
  return ['aws iam create-open-id-connect-provider', `--url https://${host}`, `--client-id-list ${audience}`];
}

export function sourceCommands(plan: ChainPlan): readonly CommandLine[] {
  const { source } = plan;
  if (plan.format === 'json')
    return [
      [
        'aws iam create-role',
        `--role-name ${source.name}`,
        `--path ${source.path}`,
        `--assume-role-policy-document file://${sourceFiles.trust}`,
      ],
      [
        'aws iam put-role-policy',
        `--role-name ${source.name}`,
        '--policy-name assume-target',
        `--policy-document file://${sourceFiles.permissions}`,
      ],
    ];
  return [
    [
      'aws cloudformation deploy',
      `--template-file ${sourceFiles.template}`,
      `--stack-name ${stackName(source.name)}`,
      named,
      `--region ${known(plan.answers.source.region, 'region')}`,
    ],
  ];
}

/** Gives a function its role. */
export function functionCommand(plan: ChainPlan): CommandLine | undefined {
  const { source } = plan.answers;
  if (source.kind !== 'function') return undefined;
  return [
    'aws lambda update-function-configuration',
    `--function-name ${source.name}`,
    `--role ${sourceRoleArn(plan)}`,
    `--region ${known(source.region, 'region')}`,
  ];
}

export function sourceRoleArn({ partition, source, answers }: ChainPlan): string {
  return `arn:${partition}:iam::${known(answers.source.account, 'source account id')}:role${source.suffix}`;
}

/** IAM is the same in every Region of an account: one is enough, and a second one would fail on the role's name. */
export function targetCommands(plan: ChainPlan): readonly CommandLine[] {
  const { answers, targets, target, partition } = plan;
  const region = answers.source.region ?? homeRegion(partition);
  const account = known(answers.source.account, 'source account id');
  if (targets.kind === 'account')
    return [
      [
        'aws cloudformation deploy',
        `--template-file ${targetFile}`,
        `--stack-name ${stackName(target.name)}`,
        `--parameter-overrides ${sourceAccountParameter}=${account}`,
        named,
        `--region ${region}`,
      ],
    ];
  const name = stackName(target.name);
  return [
    [
      'aws cloudformation create-stack-set',
      `--stack-set-name ${name}`,
      `--template-body file://${targetFile}`,
      `--parameters ParameterKey=${sourceAccountParameter},ParameterValue=${account}`,
      named,
      '--permission-model SERVICE_MANAGED',
      '--auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false',
      `--region ${region}`,
    ],
    [
      'aws cloudformation create-stack-instances',
      `--stack-set-name ${name}`,
      `--deployment-targets OrganizationalUnitIds=${targets.unit}`,
      `--regions ${region}`,
      `--region ${region}`,
    ],
    ['aws cloudformation list-stack-instances', `--stack-set-name ${name}`, `--region ${region}`],
  ];
}

export function scpCommands({ targets, target }: ChainPlan): readonly CommandLine[] {
  const where = targets.kind === 'units' ? targets.unit : targets.account;
  return [
    [
      'policy=$(aws organizations create-policy',
      `--name Protect-${stackName(target.name)}`,
      '--type SERVICE_CONTROL_POLICY',
      `--description "Who may change ${target.name}"`,
      `--content file://${scpFile}`,
      '--query Policy.PolicySummary.Id',
      '--output text)',
    ],
    ['aws organizations attach-policy', '--policy-id "$policy"', `--target-id ${where}`],
  ];
}

/** Where a partition's global services are called. */
function homeRegion(partition: string): string {
  return partitions.find(({ name }) => name === partition)?.organizationsRegion ?? '<region>';
}

/** Names of stacks and stack sets: letters, digits and hyphens, a letter first. AWS CloudFormation API reference. */
function stackName(role: string): string {
  const name = role.replace(/[^A-Za-z0-9]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
  return name === '' ? 'role-chain' : name;
}
