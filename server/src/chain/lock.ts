import { parseOperator } from '../catalog/condition-operators.ts';
import { leavesOrganizationOpen } from '../catalog/organization-path.ts';
import { findServicePrincipal } from '../catalog/service-principals.ts';
import { parseArnText } from '../role/arn-text.ts';
import type { Entity } from '../role/entity.ts';
import type { GrantCondition } from '../role/grant.ts';
import type { Text } from '../role/text.ts';
import { hasWildcard, type Naming } from './naming.ts';

/** Whether each side opens a hop for the other alone. */
export interface Locked {
  /** Null where the source has no permission policy of its own: a service, a function, an account, a provider. */
  readonly source: boolean | null;
  readonly target: boolean | null;
}

/**
 * True if every Allow by which the source opens the hop names path and name without wildcard, and one account or an
 * organization scope. `opening` are those that reach the target, by whatever pattern.
 */
export function isSourceLocked(source: Entity, opening: readonly Naming[]): boolean {
  // A policy that is not in sight may open it wider.
  if (source.source === undefined || source.unseen.some(({ known }) => known?.mayAllow !== false)) return false;
  return opening.every(({ who, grant, part }) => {
    if (who.type !== 'role' || part.element !== 'resource') return false;
    const arn = parseArnText(grant.resources?.values[part.index ?? 0] ?? []);
    if (arn === undefined || hasWildcard(arn.resource)) return false;
    if (grant.hasVariables !== false && isOpen(arn.resource)) return false;
    return !isOpen(arn.account) || grant.conditions.some(scopesToOrganization);
  });
}

/**
 * True if every Allow by which the target opens the hop names this source exactly, or its account narrowed by
 * `aws:PrincipalArn` to this source. A provider of web identities has many callers: one subject has to be asked for.
 */
export function isTargetLocked(opening: readonly Naming[]): boolean {
  return opening.every((naming) => {
    const { who, grant } = naming;
    if (who.type === 'federated') return grant.conditions.some(asksForSubject);
    return (who.type === 'role' || who.type === 'user' || who.type === 'session') && !isWide(naming);
  });
}

/** A condition that only one `sub` of a token fulfils. */
function asksForSubject(condition: GrantCondition): boolean {
  if (!/^(?!(?:aws|sts|saml|iam):).+:sub$/i.test(condition.key)) return false;
  return demanded(condition, [condition.key.toLowerCase()])?.every((value) => !isOpen(value)) === true;
}

/** True if every Allow for the service pins the resource that it acts for. */
export function isServiceLocked(service: string, opening: readonly Naming[]): boolean {
  // Some services send no ARN that names one resource, AWS Config for one: nothing narrower can be written.
  const isWide = findServicePrincipal(service)?.arnShapes[0]?.endsWith(':*') === true;
  return opening.every(({ grant }) => grant.conditions.some((condition) => pinsSource(condition, isWide)));
}

function isWide({ who, part }: Naming): boolean {
  if (who.type !== 'role' && who.type !== 'user') return false;
  return who.hasWildcard || (part.element === 'condition' && hasVariable(who.arn));
}

/** Variables of which the source has one value. */
const ofPrincipal = /\$\{aws:principal(?:account|orgid)\}/gi;

/** True where wildcards or variables stand for more than one: a variable is whatever the request brings. */
function isOpen(text: Text): boolean {
  return hasWildcard(text) || hasVariable(text);
}

function hasVariable(text: Text): boolean {
  return text.some((part) => typeof part === 'string' && part.includes('${'));
}

function withoutOwn(text: Text): Text {
  return text.map((part) => (typeof part === 'string' ? part.replaceAll(ofPrincipal, 'own') : part));
}

/** A condition that holds only for accounts that it names, or for those of an organization or its units. */
function scopesToOrganization(condition: GrantCondition): boolean {
  const paths = demanded(condition, ['aws:resourceorgpaths']);
  if (paths !== undefined) return paths.every(isInOneOrganization);
  const ids = demanded(condition, ['aws:resourceorgid', 'aws:resourceaccount']);
  return ids?.every((id) => !isOpen(withoutOwn(id))) === true;
}

function isInOneOrganization(path: Text): boolean {
  const [beginning] = withoutOwn(path);
  if (typeof beginning !== 'string') return beginning !== undefined;
  return !leavesOrganizationOpen(beginning) && !hasVariable(beginning.split('/', 1));
}

/** A condition that holds only for resources of one account whose name it says. */
function pinsSource(condition: GrantCondition, isWide: boolean): boolean {
  const values = demanded(condition, ['aws:sourcearn']);
  return values?.every((value) => namesResource(value, isWide)) === true;
}

function namesResource(value: Text, isWide: boolean): boolean {
  const arn = parseArnText(value);
  if (arn === undefined) return !isOpen(value);
  const last = arn.resource.at(-1);
  const name = typeof last === 'string' ? last.slice(Math.max(last.lastIndexOf('/'), last.lastIndexOf(':')) + 1) : '-';
  return !isOpen(arn.account) && (isWide || /[^*?]/.test(name.replace(/\$\{[^}]*\}/g, '')));
}

/** The values that a request must have one of; undefined where the condition demands none of these keys. */
function demanded(
  { key, operator, values, complete }: GrantCondition,
  keys: readonly string[],
): readonly Text[] | undefined {
  const use = parseOperator(operator);
  if (!keys.includes(key.toLowerCase()) || use === undefined || !complete || values.length === 0) return undefined;
  const holdsWithoutKey =
    use.ifExists || use.qualifier === 'all' || use.operator.negated || use.operator.type === 'null';
  return holdsWithoutKey ? undefined : values;
}
