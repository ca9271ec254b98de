import type { Entity } from '../role/entity.ts';
import { literalText } from '../role/text.ts';
import type { Hop } from './graph.ts';
import { type Naming, namedByTrust } from './naming.ts';

/**
 * Seconds. IAM User Guide, "Roles terms and concepts": role chaining limits a session of the CLI or API to at most one
 * hour, and a call that asks for more fails.
 */
export const LONGEST_CHAINED_SESSION = 3_600;

/** The values by which a role is let in by sources that chain, if there are no other sources. `into` are its hops. */
export function chainedSourcesOnly(role: Entity, into: readonly Hop[]): readonly Naming[] {
  const namings = wholeTrust(role);
  const isChained = (naming: Naming): boolean => {
    const sources = into.filter(({ byTarget }) => byTarget.includes(naming)).map(({ source }) => source);
    return isRole(naming) && sources.length > 0 && sources.every(chains);
  };
  const own = into.flatMap(({ byTarget }) => byTarget);
  const shown = namings.map((naming) => own.find(({ grant, part }) => isSame(naming, { grant, part })) ?? naming);
  return shown.every(isChained) ? shown : [];
}

function isSame(one: Pick<Naming, 'grant' | 'part'>, other: Pick<Naming, 'grant' | 'part'>): boolean {
  return one.grant === other.grant && JSON.stringify(one.part) === JSON.stringify(other.part);
}

/**
 * A role that is only ever used by Lambda functions or by other roles. What runs on an EC2 instance does not chain, by
 * the same page, nor does who switches roles in the console; of other services no page says it.
 */
function chains(source: Entity): boolean {
  const namings = wholeTrust(source);
  const isLambda = ({ who }: Naming) => who.type === 'service' && literalText(who.name) === 'lambda.amazonaws.com';
  return source.source !== undefined && namings.length > 0 && namings.every((each) => isLambda(each) || isRole(each));
}

/** People come in by IAM Identity Center with a role too. */
function isRole({ who }: Naming): boolean {
  if (who.type !== 'role' && who.type !== 'session') return false;
  const name = literalText(who.name);
  return name !== undefined && !name.startsWith('AWSReservedSSO_');
}

/** All that a trust policy lets in; nothing where a part of it cannot be read. */
function wholeTrust(role: Entity): readonly Naming[] {
  const namings = namedByTrust(role);
  const isRead = (role.trust ?? []).every((grant) => {
    if (grant.effect === 'Deny') return true;
    const values = grant.principals?.values ?? [];
    const own = namings.filter((each) => each.grant === grant);
    return grant.complete && grant.principals?.complete === true && own.length >= values.length;
  });
  return isRead ? namings : [];
}
