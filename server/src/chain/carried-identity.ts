import { actionMatches } from '../policy/wildcard.ts';
import type { Entity } from '../role/entity.ts';
import type { Grant } from '../role/grant.ts';
import { literalText } from '../role/text.ts';
import { demandsKey, isOn } from './suppose.ts';

/**
 * True where a role can be entered with a source identity only. It stays with the session: IAM User Guide, "Monitor and
 * control actions taken with assumed roles", when this session assumes another role, that role's trust policy must
 * allow `sts:SetSourceIdentity` too.
 */
export function alwaysCarriesIdentity(role: Entity): boolean {
  return isEnteredWith(role, 'sts:sourceidentity');
}

/** The same for transitive tags, which the next call brings along: IAM User Guide, "Chaining roles with session tags". */
export function alwaysCarriesTags(role: Entity): boolean {
  return isEnteredWith(role, 'sts:transitivetagkeys');
}

/** Whether each Allow of the trust policy demands the key, in lower case. */
function isEnteredWith({ trust = [] }: Entity, key: string): boolean {
  const allows = trust.filter(({ effect }) => effect !== 'Deny');
  const demands = ({ effect, conditions }: Grant) =>
    effect === 'Allow' && conditions.some((each) => isOn(each, key) && demandsKey(each));
  return allows.length > 0 && allows.every(demands);
}

/** False where no statement of the trust policy may allow it, to whomever. */
export function mayTakeIdentity({ trust = [] }: Entity): boolean {
  return trust.some(({ effect, actions, complete }) => {
    if (effect === 'Deny') return false;
    if (!complete || effect === undefined || actions === undefined || !actions.complete || actions.negated) return true;
    return actions.values.some((value) => {
      const name = literalText(value);
      return name === undefined || actionMatches(name, 'sts:SetSourceIdentity');
    });
  });
}
