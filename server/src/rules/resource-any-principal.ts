import { fill } from '../edit/writable.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const resourceAnyPrincipal = defineRule({
  id: 'resource-any-principal',
  summary: 'Anyone in any AWS account may use the resource',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['resource'],
  needs: { principals: ['*', 'AWS'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      // What stands alone may be the policy of a VPC endpoint, which is for everyone by custom.
      if (policy.kindFrom !== 'property' && policy.kindFrom !== 'user') return;
      if (policy.statements.some(keepsOthersOut)) return;
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || mayBeNarrowed(statement)) continue;
        const reach = reachOf(statement);
        const open = statement.principal?.principals.filter(isAnyone) ?? [];
        if (reach !== undefined) for (const principal of open) report(policy, statement, principal, reach, context);
      }
    },
  },
});

function report(
  policy: Policy,
  statement: Statement,
  principal: Principal,
  reach: 'reads' | 'more',
  { target, report }: PolicyContext,
): void {
  const keys = [...new Set(statement.condition.entries.map(({ key }) => key))];
  const insufficient = keys.length === 0 ? '' : ` The condition on ${listNames(keys, 'and')} does not say who it is.`;
  report({
    at: principal.value.node,
    ...(reach === 'reads' && { severity: 'info' as const }),
    message:
      reach === 'reads'
        ? `Anyone on the internet can read this. If that is not meant, name who may, or add a condition on \`aws:PrincipalOrgID\`.${insufficient}`
        : `This lets in anyone, in any AWS account. Name the accounts or roles that may come in, or add a condition on \`aws:PrincipalOrgID\`.${insufficient}`,
    fixes: [
      {
        title: 'Allow only callers of one organization: add aws:PrincipalOrgID',
        applicability: 'suggestion',
        changes: () => conditionForPrincipal(target, policy, statement, principal, ofOrganization),
      },
    ],
  });
}

const ofOrganization = { StringEquals: { 'aws:PrincipalOrgID': fill({ name: 'organization id' }) } };

function isAnyone({ type, value }: Principal): boolean {
  return (type === '*' || type === 'AWS') && literalOf(value) === '*';
}

/**
 * What the actions are. Undefined where they are not known, and for services whose resources are reached through a
 * network or a way of signing in of their own: APIs, file systems, search domains.
 */
function reachOf({ action }: Statement): 'reads' | 'more' | undefined {
  const texts = action?.values.map((value) => literalOf(value) ?? '') ?? [];
  if (!action?.complete || texts.length === 0 || !texts.every((text) => openServices.test(text))) return undefined;
  return texts.every((text) => /^s3:(Get|List)/i.test(text)) ? 'reads' : 'more';
}

const openServices = /^(s3|sns|sqs|kms|lambda|ecr|secretsmanager|events|dynamodb|kinesis):/i;

/**
 * Keys that leave open who it is. Amazon S3 takes addresses, networks, accounts and the like for what makes a policy
 * not public; of any other key it is not known here what it says.
 * Source: Amazon S3 User Guide, blocking public access to your Amazon S3 storage (the meaning of "public").
 */
const openKeys =
  /^(aws:(SecureTransport|Referer|UserAgent|CurrentTime|EpochTime|RequestedRegion|MultiFactorAuth\w+|PrincipalType)|s3:(x-amz-(acl|server-side-encryption|storage-class)|prefix|delimiter|max-keys|TlsVersion))$/i;

function mayBeNarrowed({ condition }: Statement): boolean {
  return (
    !condition.complete || condition.entries.some(({ key, operator }) => operator === undefined || !openKeys.test(key))
  );
}

function keepsOthersOut(statement: Statement): boolean {
  return statement.effect === 'Deny' && (statement.notPrincipal !== undefined || mayBeNarrowed(statement));
}
