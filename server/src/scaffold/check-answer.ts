import { table } from '../base/table.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { isKnownRegion } from '../catalog/partitions.ts';
import { describePath, findAccount, isComplete, type Organization } from '../organization/organization.ts';
import { noteOfAction, problemOfAction } from './check-action.ts';
import {
  problemOfAccount,
  problemOfDeploymentRole,
  problemOfFunctionName,
  problemOfOrganizationPath,
  problemOfRegion,
  problemOfRoleName,
  problemOfRolePath,
  wholeOrganizationPath,
} from './check-names.ts';
import {
  githubHost,
  gitlabHost,
  problemOfAudience,
  problemOfGithubSubject,
  problemOfHost,
  problemOfSamlProvider,
  problemOfSubject,
} from './check-provider.ts';
import { findServiceSource, problemOfService, problemOfSourceArn } from './service-sources.ts';

/** What is known while one answer is typed: the answers before it, as they are, and data. */
export interface Knowledge {
  readonly data: IamData;
  readonly organizations: readonly Organization[];
  /** Of the source, as far as it is given. */
  readonly kind?: string;
  readonly provider?: string;
  readonly service?: string;
  readonly host?: string;
  /** That of the source's Region. */
  readonly partition?: string;
}

export interface Checked {
  readonly problem?: string;
  readonly note?: string;
}

type Check = (value: string, knowledge: Knowledge) => string | undefined;

const checks: Readonly<Record<string, Check>> = table({
  'source.name': (value, { kind }) =>
    kind === 'federated' ? problemOfSamlProvider(value) : problemOfFunctionName(value),
  'source.service': problemOfService,
  'source.resource': problemOfResourceTyped,
  'source.region': problemOfRegion,
  'source.account': problemOfAccount,
  'source.host': problemOfHost,
  'source.subject': problemOfSubjectTyped,
  'source.audience': problemOfAudience,
  'sourceRole.name': problemOfRoleName,
  'sourceRole.path': problemOfRolePath,
  'targetRole.name': problemOfRoleName,
  'targetRole.path': problemOfRolePath,
  'targets.organizationPath': problemOfOrganizationPath,
  'targets.account': problemOfAccount,
  permissions: (value, { data }) => problemOfAction(value, data),
  deploymentRole: (value, { partition }) =>
    problemOfDeploymentRole(value) ??
    (partition === undefined || value.startsWith(`arn:${partition}:`)
      ? undefined
      : `The source is in the partition ${partition}: arn:${partition}:iam::….`),
});

const notes: Readonly<Record<string, Check>> = table({
  'source.region': (value) => (isKnownRegion(value) ? undefined : 'This Region is not known yet.'),
  'source.account': noteOfAccount,
  'targets.account': noteOfAccount,
  'targets.organizationPath': noteOfPath,
  'targetRole.path': (value) =>
    value === '/' ? 'Without a path of its own the SCP protects this one name only.' : undefined,
  permissions: noteOfAction,
});

/** What is wrong with one answer, or what to know of it. Nothing for an answer that there is not. */
export function checkAnswer(answer: string, value: string, knowledge: Knowledge): Checked {
  const problem = checks[answer]?.(value, knowledge);
  if (problem !== undefined) return { problem };
  const note = notes[answer]?.(value, knowledge);
  return note === undefined ? {} : { note };
}

function problemOfResourceTyped(value: string, { service, partition }: Knowledge): string | undefined {
  if (/<\w+>/.test(value)) return 'Put names in the place of the words in <…>.';
  const problem = problemOfSourceArn(value, findServiceSource(service ?? ''));
  if (problem !== undefined || partition === undefined || value.startsWith(`arn:${partition}:`)) return problem;
  return `The source is in the partition ${partition}: arn:${partition}:….`;
}

function problemOfSubjectTyped(value: string, { provider, host }: Knowledge): string | undefined {
  if (provider === 'github' || host === githubHost) return problemOfGithubSubject(value);
  return problemOfSubject(value, host ?? (provider === 'gitlab' ? gitlabHost : ''));
}

function noteOfAccount(value: string, { organizations }: Knowledge): string | undefined {
  return organizations.flatMap((each) => findAccount(each, value)?.account.name ?? [])[0];
}

function noteOfPath(value: string, { organizations }: Knowledge): string | undefined {
  const path = wholeOrganizationPath(value);
  const organization = organizations.find(({ id }) => path.startsWith(`${id}/`));
  if (organization === undefined) return undefined;
  const names = describePath(organization, path);
  if (names !== undefined || !isComplete(organization)) return names;
  return `There is no such place in ${organization.id} as it was loaded.`;
}
