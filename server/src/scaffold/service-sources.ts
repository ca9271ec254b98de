import type { ServicePrincipal } from '../catalog/service-principal.ts';
import { findServicePrincipal, servicePrincipals, sourceArnServices } from '../catalog/service-principals.ts';

/** Services in which code or definitions of one's own run with the role, and so can assume another: these come first. */
const runsOwnCode: readonly string[] = [
  ...['ecs-tasks', 'states', 'codebuild', 'sagemaker', 'bedrock-agentcore', 'kinesisanalytics'],
].map((name) => `${name}.amazonaws.com`);

/**
 * The services that can be a source: they send `aws:SourceArn`, so that the role can be pinned, and nobody reports that
 * a pin stopped them. Lambda has its own kind.
 */
export const serviceSources: readonly ServicePrincipal[] = servicePrincipals
  .filter((row) => row.principal !== 'lambda.amazonaws.com' && canBePinned(row))
  .toSorted((a, b) => rank(a) - rank(b) || a.principal.localeCompare(b.principal, 'en'));

function canBePinned({ sends, breaks, uses, grade, arnShapes }: ServicePrincipal): boolean {
  if (sends !== 'source-arn' || breaks !== undefined || arnShapes.length === 0) return false;
  return grade === 'established' || uses === undefined;
}

function rank({ principal }: ServicePrincipal): number {
  const index = runsOwnCode.indexOf(principal);
  return index < 0 ? runsOwnCode.length : index;
}

export function findServiceSource(service: string): ServicePrincipal | undefined {
  return serviceSources.find(({ principal }) => principal === service);
}

/** The pattern that a person begins with: the service's usual ARN; its names are to be filled in. */
export function usualShape({ arnShapes }: ServicePrincipal): string {
  return arnShapes[0] ?? '';
}

/**
 * Whether the usual shape says all that can be said: some services send an ARN that ends in `:*`. Where it ends in a
 * wildcard for a name, as with a job, that name can be written out, in part at least.
 */
export function needsNoName(row: ServicePrincipal): boolean {
  return usualShape(row).endsWith(':*');
}

/** How sure it is that the service sends `aws:SourceArn`, in a few words. */
export function describeEvidence({ grade, documentedByService }: ServicePrincipal): string {
  if (grade !== 'established') return 'sends aws:SourceArn by what users report: test before rollout';
  return documentedByService
    ? 'sends aws:SourceArn'
    : 'sends aws:SourceArn, its own guide does not say so: test before rollout';
}

export function problemOfService(value: string): string | undefined {
  if (value === 'lambda.amazonaws.com') return 'For a Lambda function choose the kind "function".';
  if (findServiceSource(value) !== undefined) return undefined;
  const row = findServicePrincipal(value);
  if (row?.sends === 'neither') return `${value} sends no aws:SourceArn: nothing would pin the role to its source.`;
  const names = serviceSources.slice(0, 4).map(({ principal }) => principal);
  return `It is not known that ${value} sends aws:SourceArn for every use, so a pin could lock it out. Known are ${names.join(', ')} and others.`;
}

/** An ARN for `aws:SourceArn`: the service's own, one account, and a name where its usual shape has one. */
export function problemOfSourceArn(value: string, row: ServicePrincipal | undefined): string | undefined {
  const [arn, partition, service, , account, ...resource] = value.split(':');
  const example = row === undefined ? 'arn:aws:…' : exampleOf(row);
  if (arn !== 'arn' || resource.length === 0 || !/^aws[a-z-]*$/.test(partition ?? ''))
    return `Write the ARN of the resource that the service acts for: ${example}.`;
  if (!/^[\w+=,.@/:*?#-]+$/.test(value)) return 'This holds a character that cannot stand there.';
  if (row === undefined) return undefined;
  const known = sourceArnServices(row);
  if (!known.includes(service ?? '')) return `${row.principal} sends ARNs of ${known.join(' or ')}: ${example}.`;
  if (usualShape(row).includes('${Account}') && !/^\d{12}$/.test(account ?? ''))
    return 'The fifth part has to be the account: twelve digits.';
  const name = /[^/:]*$/.exec(value)?.[0] ?? '';
  return /^[*?]+$/.test(name) && !needsNoName(row) ? `Name the resource: ${example}.` : undefined;
}

/** `arn:aws:states:us-west-2:111122223333:stateMachine:StateMachineName`. */
export function exampleOf(row: ServicePrincipal): string {
  return usualShape(row)
    .replace('${Partition}', 'aws')
    .replace('${Region}', 'us-west-2')
    .replace('${Account}', '111122223333')
    .replace(/\$\{(\w+)\}/g, '$1');
}
