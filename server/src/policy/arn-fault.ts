import { type ArnFields, arnFieldsOf } from '../catalog/arn-fields.ts';
import { closestName } from '../catalog/closest-name.ts';
import { findPartition, hasRegionForm, type Partition, partitions } from '../catalog/partitions.ts';
import type { ArnFieldName, ArnText } from './arn-text.ts';
import type { PolicyKind } from './kind.ts';
import { aKind } from './phrase.ts';
import { unknown } from './value-pattern.ts';
import { hasWildcard } from './wildcard.ts';

/** Why no resource has such an ARN, or why AWS refuses it. */
export interface ArnFault {
  /** The field that is wrong; undefined for the value as a whole. */
  readonly field?: ArnFieldName;
  readonly message: string;
  /** What was meant in its place, where that is unique. */
  readonly meant?: string;
}

/** The fault of a resource in a policy of the kind; undefined where it has none, or where that is not known. */
export function faultOfArn(arn: ArnText, kind: PolicyKind): ArnFault | undefined {
  const { text } = arn.pattern;
  if (!/^arn(:|$)/.test(text)) return prefixFault(arn, kind);
  // IAM itself refuses these; what the others say to it is not established.
  if (isOfIam(kind) && hasWildcard(arn.field('service')))
    return {
      field: 'service',
      message: `IAM refuses a wildcard in the service of an ARN. Name the service, or write \`*\` alone for every resource.`,
    };
  if (arn.fields.length === 6) return faultOfFields(arn);
  // What is not known may hold colons, and so may what a `*` stands for.
  return text.includes(unknown) || text.includes('*') ? undefined : shortFault(arn);
}

function isOfIam(kind: PolicyKind): boolean {
  return kind === 'identity' || kind === 'boundary' || kind === 'session';
}

/** Policies of resources and of endpoints may name a resource in the words of its service (`execute-api:/stage/GET/`). */
function prefixFault(arn: ArnText, kind: PolicyKind): ArnFault | undefined {
  const { text } = arn.pattern;
  if (kind === 'resource' || kind === 'endpoint' || /^[\0*?]/.test(text) || /^a?r?n?\*/.test(text)) return undefined;
  const label = arn.pattern.describe(0, text.length);
  if (/^\s+arn:/.test(text)) return { message: `\`${label}\` begins with a space. Remove it.` };
  if (/^arn:/i.test(text))
    return { field: 'prefix', message: 'ARNs begin with `arn:`, in small letters.', meant: 'arn' };
  const what = label === '' ? 'A resource is empty' : `\`${label}\` is no ARN`;
  return { message: `${what}. In ${aKind(kind)} a resource is an ARN, such as \`arn:aws:s3:::example/*\`, or \`*\`.` };
}

function shortFault(arn: ArnText): ArnFault {
  const { text } = arn.pattern;
  const bucket = /^(arn:[a-z-]+:s3):+([^:]+)$/.exec(text);
  const meant = bucket === null ? undefined : `${bucket[1]}:::${bucket[2]}`;
  const advice =
    meant === undefined
      ? 'Write `arn:partition:service:region:account:resource`, and leave empty what is not needed.'
      : `Did you mean \`${meant}\`?`;
  return {
    message: `\`${text}\` has ${arn.fields.length} of the 6 fields of an ARN. ${advice}`,
    ...(meant !== undefined && { meant }),
  };
}

/** Of the resource it only matters what is established of the fields of its kind. */
function faultOfFields(arn: ArnText): ArnFault | undefined {
  const use = arnFieldsOf(arn.field('service'), arn.field('resource'));
  const beginning = `${arn.fields.slice(0, 5).join(':')} ${use?.named}`;
  if (faultless.has(beginning)) return undefined;
  const fault =
    partitionFault(arn) ??
    serviceFault(arn) ??
    regionFault(arn, use) ??
    accountFault(arn) ??
    (use && presenceFault(arn, use));
  if (fault === undefined && !beginning.includes(unknown)) {
    if (faultless.size >= mostBeginnings) faultless.clear();
    faultless.add(beginning);
  }
  return fault;
}

/** The ARNs of a template begin alike: those of a few services in a few accounts. */
const faultless = new Set<string>();
const mostBeginnings = 1_000;

/** True where every character of the field is known and stands for itself. */
function isPlain(text: string): boolean {
  return !text.includes(unknown) && !hasWildcard(text);
}

function partitionFault(arn: ArnText): ArnFault | undefined {
  const name = arn.field('partition');
  if (!isPlain(name) || findPartition(name) !== undefined) return undefined;
  const names = partitions.map((partition) => partition.name);
  const meant = name === '' ? 'aws' : closestName(name, names);
  return {
    ...(name !== '' && { field: 'partition' }),
    message: `${name === '' ? 'This ARN names no partition' : `\`${name}\` is no partition of AWS`}. Write \`${meant ?? 'aws'}\`${meant === undefined ? ', or `aws-cn`, `aws-us-gov` and the like' : ''}.`,
    ...(meant !== undefined && name !== '' && { meant }),
  };
}

function serviceFault(arn: ArnText): ArnFault | undefined {
  const service = arn.field('service');
  if (service === '') return { message: 'This ARN names no service. Write it behind the partition.' };
  if (!isPlain(service) || !/[A-Z]/.test(service)) return undefined;
  const meant = service.toLowerCase();
  return {
    field: 'service',
    message: `Services stand in small letters in an ARN, and ARNs are compared with case. Write \`${meant}\`.`,
    meant,
  };
}

function regionFault(arn: ArnText, use: ArnFields | undefined): ArnFault | undefined {
  const region = arn.field('region');
  // AWS Health has events that are global.
  if (region === '' || !isPlain(region) || /^(aws-)?global$/.test(region)) return undefined;
  if (use?.region === 'never') return undefined;
  const zone = /^(.*\d)[a-z]$/.exec(region)?.[1];
  if (zone !== undefined && hasRegionForm(zone))
    return {
      field: 'region',
      message: `\`${region}\` is an Availability Zone. Write its Region, \`${zone}\`.`,
      meant: zone,
    };
  if (!hasRegionForm(region)) return misspeltRegion(region);
  if (!quarter.test(region) && closestName(region, allRegions) !== undefined) return misspeltRegion(region);
  const partition = findPartition(arn.field('partition'));
  if (partition === undefined || partition.regionPattern.test(region)) return undefined;
  return { field: 'region', message: `\`${region}\` is no Region of \`${partition.name}\`. Write one that it has.` };
}

/** What the names of all Regions end in, so that a misspelt one is told from one that AWS opened since. */
const quarter = /-(north|south|east|west|central|(north|south)(east|west))-\d+$/;

function misspeltRegion(region: string): ArnFault {
  const meant = closestName(region, allRegions);
  const advice = meant === undefined ? 'Write one such as `us-east-1`, or `*`.' : `Did you mean \`${meant}\`?`;
  return { field: 'region', message: `\`${region}\` is no Region. ${advice}`, ...(meant !== undefined && { meant }) };
}

const allRegions: readonly string[] = partitions.flatMap(({ regions }: Partition) => regions);

/** AWS owns resources with a word in the place of an account (`aws`, `cloudfront`, `aws-managed`): few words are wrong. */
function accountFault(arn: ArnText): ArnFault | undefined {
  const account = arn.field('account');
  if (/^\d{12}$/.test(account) || !/^([\d-]+|(aws-?)?account.*)$/i.test(account)) return undefined;
  if (!isPlain(account)) return undefined;
  const digits = account.replaceAll('-', '');
  const meant = /^\d{12}$/.test(digits) ? digits : undefined;
  return {
    field: 'account',
    message: `\`${account}\` is no account id, which has 12 digits${meant === undefined ? '.' : ` and nothing else. Write \`${meant}\`.`}`,
    ...(meant !== undefined && { meant }),
  };
}

/** A field that such a resource never has, or one that it always has. */
function presenceFault(arn: ArnText, use: ArnFields): ArnFault | undefined {
  const [region, account] = [arn.field('region'), arn.field('account')];
  if (use.region === 'never' && isPresent(arn, 'region'))
    return { field: 'region', message: `The ARNs of ${use.named} have no Region in them. Leave it empty.`, meant: '' };
  if (use.account === 'never' && isPresent(arn, 'account'))
    return {
      field: 'account',
      message: `The ARNs of ${use.named} have no account in them. Leave it empty.`,
      meant: '',
    };
  // A `*` at the end of a field may go on into the next one.
  if (use.region === 'always' && region === '')
    return { message: `The ARNs of ${use.named} have a Region in them. Write it, or \`*\`.` };
  if (use.account === 'always' && account === '' && !region.endsWith('*'))
    return { message: `The ARNs of ${use.named} have an account in them. Write it, or \`*\`.` };
  return undefined;
}

/** Not empty for certain: what AWS puts in for its pseudo parameters never is. */
function isPresent(arn: ArnText, name: 'region' | 'account'): boolean {
  const written = arn.field(name);
  if (written === '' || !written.includes(unknown)) return /^[a-z0-9-]+$/.test(written);
  const label = arn.labelOf(name);
  const known = label.replace(/\$\{AWS::(Region|AccountId)\}/g, 'x');
  return label !== '' && /^[a-z0-9-]+$/.test(known);
}
