import { editDistance } from './edit-distance.ts';
import { hasRegionForm, partitions } from './partitions.ts';
import type { ServicePrincipal } from './service-principal.ts';
import { serviceNames } from './service-principal-names.ts';
import { establishedServicePrincipals } from './service-principals-established.ts';
import { openServicePrincipals, silentServicePrincipals } from './service-principals-open.ts';

export type { AlternativeKey, Evidence, ServicePrincipal } from './service-principal.ts';

/** What is known of services that assume roles. */
export const servicePrincipals: readonly ServicePrincipal[] = [
  ...establishedServicePrincipals,
  ...openServicePrincipals,
  ...silentServicePrincipals,
];

const byName: ReadonlyMap<string, ServicePrincipal> = new Map(servicePrincipals.map((row) => [row.principal, row]));

const knownNames: ReadonlySet<string> = new Set([...serviceNames, ...byName.keys()]);

const COMMON_SUFFIX = 'amazonaws.com';
const DNS_SUFFIXES: readonly string[] = [
  ...new Set(partitions.map((partition) => partition.dnsSuffix)),
  // As it stands in the text of an Fn::Sub.
  '${AWS::URLSuffix}',
];

/**
 * The name as the catalog lists it: without the region and with the suffix of partition `aws`.
 * `states.us-east-1.amazonaws.com`, `states.${AWS::Region}.amazonaws.com` and `states.amazonaws.com.cn` are all
 * `states.amazonaws.com`. A name of another form is returned as it is.
 */
export function normalizeServicePrincipal(name: string): string {
  const suffix = DNS_SUFFIXES.find((each) => name.endsWith(`.${each}`));
  if (suffix === undefined) return name;
  const labels = splitLabels(name.slice(0, -suffix.length - 1)).filter((label) => !isRegionLabel(label));
  return [...labels, COMMON_SUFFIX].join('.');
}

/** What is known of the service, its name in any form that `normalizeServicePrincipal` reads. */
export function findServicePrincipal(name: string): ServicePrincipal | undefined {
  return byName.get(normalizeServicePrincipal(name));
}

/** Whether the name, in any form, is one that is known. A name that is not may still be one: there is no full list. */
export function isServicePrincipalName(name: string): boolean {
  return knownNames.has(normalizeServicePrincipal(name));
}

/**
 * Known names that a misspelt one may stand for, the nearest first, then by the alphabet; none for a name that is
 * known. One edit is allowed for every three characters of the name before the suffix, and two at most: short names
 * are all near to each other.
 */
export function nearestServicePrincipals(name: string): readonly string[] {
  const wanted = normalizeServicePrincipal(name).toLowerCase();
  if (knownNames.has(wanted) && wanted === normalizeServicePrincipal(name)) return [];
  return [...knownNames]
    .map((known) => ({ known, distance: editDistance(wanted, known, MAXIMUM_EDITS) }))
    .filter(({ known, distance }) => distance <= editsAllowed(known))
    .sort((left, right) => left.distance - right.distance || left.known.localeCompare(right.known, 'en'))
    .map(({ known }) => known);
}

/** The services (third part of an ARN) that the values of aws:SourceArn can name; none where no shape is known. */
export function sourceArnServices(principal: ServicePrincipal): readonly string[] {
  const services = principal.arnShapes.map((shape) => shape.split(':')[2] ?? '');
  return [...new Set(services)];
}

const MAXIMUM_EDITS = 2;

function editsAllowed(known: string): number {
  const length = known.length - COMMON_SUFFIX.length - 1;
  return Math.min(MAXIMUM_EDITS, Math.floor(length / 3));
}

/** At the dots, but not inside `${…}`: an attribute reference has a dot of its own. */
function splitLabels(text: string): readonly string[] {
  return text.match(/(?:\$\{[^${}]*\}|[^.])+/g) ?? [];
}

function isRegionLabel(label: string): boolean {
  return hasRegionForm(label) || /^\$\{[^}]*region[^}]*\}$/i.test(label);
}
