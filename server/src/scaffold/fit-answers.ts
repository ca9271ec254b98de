import { partitionOfRegion } from '../catalog/partitions.ts';
import { samlAudienceOf } from '../catalog/saml-audiences.ts';
import type { AnswerProblem, Answers, ServiceSource } from './answers.ts';
import { problemOfSubject } from './check-provider.ts';
import { exampleOf, findServiceSource, needsNoName, problemOfSourceArn } from './service-sources.ts';

/** The partition that answers are in: that of the source's Region, else `aws`. */
export function partitionOf({ source }: Pick<Answers, 'source'>): string {
  return (source.region === undefined ? undefined : partitionOfRegion(source.region)?.name) ?? 'aws';
}

/** What is wrong with answers that are each well formed: what does not go together. */
export function problemsBetween(answers: Answers): readonly AnswerProblem[] {
  return [...problemsOfSource(answers), ...problemsOfRoles(answers), ...problemsOfDeploymentRole(answers)];
}

function problemsOfSource(answers: Answers): readonly AnswerProblem[] {
  const { source, format } = answers;
  const problems: AnswerProblem[] = [];
  const report = (name: string, message: string) => problems.push({ path: ['source', name], message });
  if (format === 'json') {
    const what = 'In JSON nothing stands for it: give it, or write the source role as a template.';
    if (source.account === undefined) report('account', `The account is missing. ${what}`);
    if (source.region === undefined && needsRegion(answers)) report('region', `The Region is missing. ${what}`);
  }
  if (source.kind === 'service') {
    const message = problemOfResource(source, partitionOf(answers));
    if (message !== undefined) report('resource', message);
  }
  if (source.kind === 'federated' && source.provider === 'oidc') {
    const message = problemOfSubject(source.subject, source.host);
    if (message !== undefined) report('subject', message);
  }
  const isSaml = source.kind === 'federated' && source.provider === 'saml';
  if (isSaml && source.audience === undefined && samlAudienceOf(partitionOf(answers)) === undefined)
    report('audience', `The sign-in page of ${partitionOf(answers)} is not known: give it.`);
  if (answers.lockFunction === true && source.kind !== 'function')
    problems.push({ path: ['lockFunction'], message: 'Only calls of a Lambda function carry its ARN.' });
  return problems;
}

/** A federated caller has no ARN with a Region in it. */
function needsRegion({ source }: Answers): boolean {
  return source.kind === 'function' || (source.kind === 'service' && source.resource === undefined);
}

/** What is wrong with the ARN that a service's role is pinned to; undefined where it can be used, or left out. */
export function problemOfResource({ service, resource, region, account }: ServiceSource, partition: string) {
  const row = findServiceSource(service);
  if (row === undefined) return undefined;
  if (resource === undefined) return needsNoName(row) ? undefined : `Name what ${service} acts for: ${exampleOf(row)}.`;
  const message = problemOfSourceArn(resource, row);
  if (message !== undefined) return message;
  const [, ownPartition, , ownRegion = '', ownAccount = ''] = resource.split(':');
  if (region !== undefined && ownPartition !== partition)
    return `This is in the partition ${ownPartition}, the source in ${partition}.`;
  if (region !== undefined && /^[\w-]+$/.test(ownRegion) && ownRegion !== region)
    return `This is in ${ownRegion}, the source in ${region}.`;
  return account !== undefined && ownAccount !== '' && ownAccount !== account
    ? `This is of the account ${ownAccount}, the source of ${account}.`
    : undefined;
}

function problemsOfRoles({ source, sourceRole, targetRole, targets }: Answers): readonly AnswerProblem[] {
  const isSame = sourceRole.name.toLowerCase() === targetRole.name.toLowerCase();
  if (!isSame || !('account' in targets) || source.account !== targets.account) return [];
  const message = 'Both roles are in one account, in which names are given once. Choose another name.';
  return [{ path: ['targetRole', 'name'], message }];
}

function problemsOfDeploymentRole(answers: Answers): readonly AnswerProblem[] {
  const { deploymentRole, targets } = answers;
  if (deploymentRole === undefined)
    return 'account' in targets
      ? [
          {
            path: ['deploymentRole'],
            message: 'Name the role that deploys: without it the SCP lets nobody change the target role.',
          },
        ]
      : [];
  const partition = partitionOf(answers);
  return deploymentRole.startsWith(`arn:${partition}:`)
    ? []
    : [{ path: ['deploymentRole'], message: `This role is in another partition than the source: ${partition}.` }];
}
