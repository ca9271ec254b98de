import { findResourceCaller, type ResourceCaller } from '../catalog/resource-callers.ts';
import type { Conditions } from '../edit/add-condition.ts';
import { fill, type Text } from '../edit/writable.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { entriesOn } from '../policy/condition.ts';
import { listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';
import { sourceKeys } from '../policy/service-principal.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { trustedServices } from '../policy/trusted-services.ts';
import { literalOf, type Value } from '../policy/value.ts';

export const resourceMissingSourceArn = defineRule({
  id: 'resource-missing-source-arn',
  summary: 'A service may use the resource for anyone: nothing says for which resource or account it must act',
  severity: 'warning',
  lesser: ['hint'],
  kinds: ['resource'],
  needs: { principals: ['Service'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      if (policy.statements.some(pinsByDeny)) return;
      for (const statement of policy.statements) {
        const used = statement.effect === 'Allow' && !mayBePinned(statement) ? usedService(statement) : undefined;
        if (used === undefined) continue;
        for (const { principal, name } of trustedServices(statement)) {
          const caller = name === undefined ? undefined : findResourceCaller(name, used);
          if (caller === undefined || caller.sends === 'none' || namesAccount(statement, caller)) continue;
          report(policy, statement, principal, caller, context);
        }
      }
    },
  },
});

function report(
  policy: Policy,
  statement: Statement,
  principal: Principal,
  caller: ResourceCaller,
  context: PolicyContext,
): void {
  const keys = caller.sends === 'both' ? '`aws:SourceArn` or `aws:SourceAccount`' : '`aws:SourceArn`';
  const weak = [...new Set(statement.condition.entries.map((entry) => entry.key))];
  const insufficient =
    weak.length === 0 ? '' : ` The condition on ${listNames(weak, 'and')} does not say for whom it acts.`;
  context.report({
    at: principal.value.node,
    ...(caller.staysInAccount && { severity: 'hint' as const }),
    message: caller.staysInAccount
      ? `Nothing says for whom ${caller.principal} acts here. It stays inside one account by itself; AWS recommends a condition on ${keys} all the same.`
      : `${caller.principal} may use this resource on behalf of anyone, in any AWS account. Add a condition on ${keys}.${insufficient}`,
    fixes: fixesFor(policy, statement, principal, caller, context),
  });
}

function fixesFor(
  policy: Policy,
  statement: Statement,
  principal: Principal,
  { sends, sourceArn, principal: name }: ResourceCaller,
  { target }: PolicyContext,
): readonly Fix[] {
  // Not the account of the resource: logs of many accounts come together in one bucket.
  const pin: Conditions =
    sends === 'both'
      ? { StringEquals: { 'aws:SourceAccount': fill({ name: 'account id of the source' }) } }
      : { ArnLike: { 'aws:SourceArn': fill(...placesIn(sourceArn)) } };
  return [
    {
      title: `Hold ${name} to its source: add ${sends === 'both' ? 'aws:SourceAccount' : 'aws:SourceArn'}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => conditionForPrincipal(target, policy, statement, principal, pin),
    },
  ];
}

/** `<name>` is a place to fill in. */
function placesIn(text: string): Text {
  return text.split(/<([^>]+)>/).map((part, index) => (index % 2 === 1 ? { name: part } : part));
}

/** Keys that say nothing of the source; any other may be one by which this service tells for whom it acts. */
const silentKeys =
  /^(s3:x-amz-(acl|server-side-encryption)|aws:(SecureTransport|Referer|PrincipalIsAWSService|UserAgent))$/i;

function mayBePinned({ condition }: Statement): boolean {
  return !condition.complete || condition.entries.some(({ key }) => !silentKeys.test(key));
}

function pinsByDeny({ effect, condition }: Statement): boolean {
  return effect === 'Deny' && (!condition.complete || entriesOn(condition, sourceKeys).length > 0);
}

/** The service of the actions, if it is one and they do more than look at the resource before it is used. */
function usedService({ action }: Statement): string | undefined {
  const texts = action?.values.map((value) => literalOf(value) ?? '') ?? [];
  if (!action?.complete || texts.every((text) => /^s3:(GetBucket|ListBucket)/i.test(text))) return undefined;
  const [only, ...more] = new Set(texts.map((text) => /^([a-z0-9-]+):/i.exec(text)?.[1]?.toLowerCase()));
  return more.length === 0 ? only : undefined;
}

function namesAccount({ resource }: Statement, { accountInPath }: ResourceCaller): boolean {
  if (!accountInPath) return false;
  const textOf = ({ parts }: Value) => parts.map((part) => (part.type === 'literal' ? part.text : '_')).join('');
  return resource?.values.every((value) => /AWSLogs\/[^*?/]/.test(textOf(value))) ?? false;
}
