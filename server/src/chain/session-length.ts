import { parseOperator } from '../catalog/condition-operators.ts';
import type { Entity } from '../role/entity.ts';
import type { Grant, GrantCondition } from '../role/grant.ts';
import { literalText } from '../role/text.ts';
import { type Naming, namedByTrust } from './naming.ts';
import { demandsKey, isOn } from './suppose.ts';

/**
 * Seconds. IAM User Guide, "Roles terms and concepts": role chaining limits the session to at most one hour, and a call
 * that asks for more fails.
 */
export const LONGEST_CHAINED_SESSION = 3_600;

/** Number of the condition by which a statement lets only sessions in that a chained call cannot have. */
export function findTooLong({ effect, conditions, complete }: Grant): number | undefined {
  if (effect !== 'Allow' || !complete) return undefined;
  const index = conditions.findIndex(isTooLong);
  return index < 0 ? undefined : index;
}

function isTooLong(condition: GrantCondition): boolean {
  const { operator, values, complete } = condition;
  if (!isOn(condition, 'sts:durationseconds') || !demandsKey(condition) || !complete || values.length === 0)
    return false;
  const name = parseOperator(operator)?.operator.name;
  return values.every((value) => {
    const least = leastOf(name, literalText(value));
    return least !== undefined && least > LONGEST_CHAINED_SESSION;
  });
}

function leastOf(operator: string | undefined, value: string | undefined): number | undefined {
  const seconds = value === undefined || !/^\d+$/.test(value) ? undefined : Number(value);
  if (seconds === undefined) return undefined;
  if (operator === 'NumericGreaterThan') return seconds + 1;
  return operator === 'NumericGreaterThanEquals' || operator === 'NumericEquals' ? seconds : undefined;
}

/** What lets a role in, if all of that is roles: whoever assumes it then chains. */
export function chainedSourcesOnly(role: Entity): readonly Naming[] {
  const allows = (role.trust ?? []).filter(({ effect }) => effect !== 'Deny');
  const namings = namedByTrust(role);
  const areAllRead = allows.every((grant) => {
    const own = namings.filter((each) => each.grant === grant);
    const values = grant.principals?.values ?? [];
    return grant.complete && grant.principals?.complete === true && values.length > 0 && own.length >= values.length;
  });
  // People come in by IAM Identity Center with a role too, and switch to another one in the console.
  const isPeople = ({ who }: Naming) =>
    'name' in who && (literalText(who.name) ?? 'AWSReservedSSO_').startsWith('AWSReservedSSO_');
  const areRoles = namings.every(
    (each) => (each.who.type === 'role' || each.who.type === 'session') && !isPeople(each),
  );
  return areAllRead && areRoles ? namings : [];
}
