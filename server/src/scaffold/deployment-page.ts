import { describePath, findAccount, type Organization } from '../organization/organization.ts';
import type { ChainPlan } from './chain-plan.ts';
import {
  type CommandLine,
  functionCommand,
  providerCommand,
  scpCommands,
  sourceCommands,
  sourceRoleArn,
  targetCommands,
} from './deployment-commands.ts';
import { protectedRoles } from './protecting-scp.ts';
import type { WrittenFile } from './written-file.ts';

export const pageFile = 'README.md';

/** What was written, and the commands that deploy it, in their order. */
export function writeDeploymentPage(
  plan: ChainPlan,
  files: readonly WrittenFile[],
  notes: readonly string[],
  organizations: readonly Organization[],
): WrittenFile {
  const steps = stepsOf(plan).map(
    ({ title, text, commands }, index) =>
      `## ${index + 1}. ${title}\n\n${text}\n\n${['```sh', ...commands.map(commandText), '```'].join('\n')}`,
  );
  const sections = [
    `# ${plan.source.name} assumes ${plan.target.name}`,
    `${describeSource(plan)} uses the role \`${plan.source.suffix.slice(1)}\`, which may assume \`${plan.target.suffix.slice(1)}\` ${describeTargets(plan, organizations)}. ${describeLock(plan)}, and the second trusts no other.`,
    `| file | what it is |\n|---|---|\n${files.map(({ path, title }) => `| \`${path}\` | ${title} |`).join('\n')}`,
    'Deploy in this order, in the folder of these files. Where there are words in `<…>`, put your own in their place.',
    ...steps,
    `## Before you rely on it\n\n${notes.map((note) => `- ${note}`).join('\n')}`,
    '## Check it\n\n```sh\nrolechain check\nrolechain graph\n```',
  ];
  return { path: pageFile, text: `${sections.join('\n\n')}\n`, title: 'How to deploy it' };
}

interface Step {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly CommandLine[];
}

function stepsOf(plan: ChainPlan): readonly Step[] {
  const { source, targets } = plan;
  const provider = providerCommand(plan);
  const giveRole = functionCommand(plan);
  const here = `With credentials of the source's account${plan.answers.source.account === undefined ? '' : `, ${plan.answers.source.account}`}.`;
  return [
    ...(provider === undefined
      ? []
      : [
          {
            title: 'The identity provider',
            text: `${here} Leave this out where the account has it.`,
            commands: [provider],
          },
        ]),
    {
      title: 'The source role',
      text: `${here} It comes first: IAM refuses a trust policy that names a role which is not there.`,
      commands: sourceCommands(plan),
    },
    {
      title: 'The target role',
      text:
        targets.kind === 'units'
          ? 'With credentials of the management account; as a delegated administrator add `--call-as DELEGATED_ADMIN` to each. Trusted access for stack sets has to be active in the organization. New accounts of the unit get the role by themselves.'
          : `With credentials of the account ${targets.account}.`,
      commands: targetCommands(plan),
    },
    {
      title: 'The service control policy',
      text: `With credentials of the management account, when the target role is deployed. From then on only those that the policy exempts change roles at \`${protectedRoles(plan)}\`. Service control policies have to be enabled in the organization.`,
      commands: scpCommands(plan),
    },
    giveRole === undefined
      ? { title: 'The source', text: useOfRole(plan), commands: [['aws sts get-caller-identity']] }
      : {
          title: 'The function',
          text: `${here} The function has to be there. \`assume_target.py\` and \`assume-target.ts\` show both hops of \`${source.name}\`.`,
          commands: [giveRole],
        },
  ];
}

/** How the source comes to use its role, where no command gives it. */
function useOfRole(plan: ChainPlan): string {
  const { source } = plan.answers;
  const arn = `\`${sourceRoleArn(plan)}\``;
  const code = '`assume_target.py` and `assume-target.ts` show the rest. Who one is there:';
  if (source.kind === 'service') return `Give ${arn} to the resource that ${source.service} runs. ${code}`;
  if (source.kind === 'function') return code;
  switch (source.provider) {
    case 'github':
      return `In the workflow, with \`permissions: id-token: write\`, the step \`aws-actions/configure-aws-credentials\` takes \`role-to-assume: ${arn.slice(1, -1)}\`. ${code}`;
    case 'gitlab':
    case 'oidc':
      return `In the job set \`AWS_ROLE_ARN\` to ${arn}, and \`AWS_WEB_IDENTITY_TOKEN_FILE\` to a file with the token. ${code}`;
    case 'saml':
      return `In the identity provider offer ${arn} to those who may use it. ${code}`;
    default:
      return source satisfies never;
  }
}

function describeSource({ answers: { source } }: ChainPlan): string {
  if (source.kind === 'function') return `The Lambda function \`${source.name}\``;
  if (source.kind === 'service') return `The service \`${source.service}\``;
  if (source.provider === 'saml') return `People who sign in through \`${source.name}\``;
  return `\`${source.subject}\``;
}

/** What the trust policy of the source role holds, and no more than that. */
function describeLock({ answers: { source } }: ChainPlan): string {
  if (source.kind === 'function') return 'Both sides are locked: no other function can use the first role';
  if (source.kind === 'service')
    return 'Both sides are locked: the service uses the first role for what the trust policy names';
  if (source.provider === 'saml') return 'The provider decides who gets the first role';
  return 'Both sides are locked: no other subject of the provider can use the first role';
}

function describeTargets({ targets }: ChainPlan, organizations: readonly Organization[]): string {
  if (targets.kind === 'account') {
    const found = organizations.flatMap((each) => findAccount(each, targets.account) ?? [])[0];
    return `in the account ${targets.account}${found === undefined ? '' : ` (${found.account.name})`}`;
  }
  const names = organizations.flatMap((each) => describePath(each, targets.path) ?? [])[0];
  return `in every account of \`${targets.unit}\`${names === undefined ? '' : ` (${names})`} and below it`;
}

/** An option to a line. */
function commandText(words: CommandLine): string {
  return words.join(' \\\n  ');
}
