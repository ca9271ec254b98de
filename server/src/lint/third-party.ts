import { fieldText, parseArn } from '../policy/arn.ts';
import { demandsKey, entriesOn, letsAnyValueThrough } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';
import { isOwnAccount, type KnownOrganizations, mayBeOwn } from './known-organizations.ts';

/** A principal of an account that is none of one's own. */
export interface ThirdParty {
  readonly principal: Principal;
  readonly account: string;
}

/**
 * Whom a statement of a trust policy lets in from accounts of others without an external id. Empty unless all of one's
 * own accounts are known, and where another condition says who of them it is.
 */
export function thirdPartiesWithoutExternalId(
  statement: Statement,
  policy: Policy,
  organizations: KnownOrganizations,
): readonly ThirdParty[] {
  if (organizations.whole.length === 0 || organizations.hasOthers || policy.kind !== 'trust') return [];
  if (statement.effect !== 'Allow' || allowsAction(statement, 'sts:AssumeRole') !== 'yes') return [];
  if (isTold(statement) || policy.statements.some(deniesOthers)) return [];
  return (statement.principal?.principals ?? []).flatMap((principal) => {
    const account = principal.type === 'AWS' ? foreignAccount(principal, organizations) : undefined;
    return account === undefined ? [] : [{ principal, account }];
  });
}

function foreignAccount({ value }: Principal, organizations: KnownOrganizations): string | undefined {
  const arn = parseArn(value.parts);
  const account = arn === undefined ? literalOf(value) : fieldText(arn.account);
  if (account === undefined || !/^\d{12}$/.test(account)) return undefined;
  const partition = arn && fieldText(arn.partition);
  return mayBeOwn(partition, organizations) && !isOwnAccount(account, organizations) ? account : undefined;
}

/** By an external id, or as callers of an organization; people who sign in with MFA have no external id to give. */
function isTold({ condition }: Statement): boolean {
  if (!condition.complete || condition.entries.some(({ operator }) => operator === undefined)) return true;
  return entriesOn(condition, telling).some((entry) => demandsKey(entry) && !letsAnyValueThrough(entry));
}

const telling = ['sts:ExternalId', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:MultiFactorAuthPresent'];

function deniesOthers({ effect, condition }: Statement): boolean {
  return effect === 'Deny' && (!condition.complete || entriesOn(condition, telling).length > 0);
}
