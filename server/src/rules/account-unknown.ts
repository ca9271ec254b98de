import type { Span } from '../base/span.ts';
import { isOwnAccount, type KnownOrganizations, mayBeOwn } from '../lint/known-organizations.ts';
import { defineRule } from '../lint/rule.ts';
import { thirdPartiesWithoutExternalId } from '../lint/third-party.ts';
import { isAccountKey } from '../policy/account-key.ts';
import { fieldText, parseArn } from '../policy/arn.ts';
import { policyKinds } from '../policy/kind.ts';
import { listNames } from '../policy/phrase.ts';
import type { Statement } from '../policy/statement.ts';
import { literalOf, spanOfPart, type Value } from '../policy/value.ts';

export const accountUnknown = defineRule({
  id: 'account-unknown',
  summary: 'An account id belongs to no account of your organization',
  severity: 'hint',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, { organizations, report }) {
      const { whole, hasOthers } = organizations;
      if (whole.length === 0 || hasOthers) return;
      for (const statement of policy.statements) {
        const foreign = foreignAccounts(statement, organizations);
        if (foreign.length === 0) continue;
        // Another rule says of these that they are not yours, and what to do.
        const reported = thirdPartiesWithoutExternalId(statement, policy, organizations).map(({ account }) => account);
        for (const { id, at } of foreign)
          if (!reported.includes(id)) report({ at: at(), message: messageOf(id, organizations) });
      }
    },
  },
});

interface NamedAccount {
  readonly id: string;
  readonly at: () => Span;
  /** Of the ARN; undefined where it is not known. */
  readonly partition: string | undefined;
}

function foreignAccounts(statement: Statement, organizations: KnownOrganizations): readonly NamedAccount[] {
  const { resource, notResource, principal, notPrincipal, condition } = statement;
  const found: NamedAccount[] = [];
  const add = (named: NamedAccount | undefined) => {
    if (named !== undefined && mayBeOwn(named.partition, organizations)) found.push(named);
  };
  const isOwn = (id: string) => isOwnAccount(id, organizations);
  for (const value of resource?.values ?? []) add(accountOfArn(value, isOwn));
  for (const value of notResource?.values ?? []) add(accountOfArn(value, isOwn));
  for (const { value } of principal?.principals ?? []) add(accountOfArn(value, isOwn) ?? accountAlone(value, isOwn));
  for (const { value } of notPrincipal?.principals ?? []) add(accountOfArn(value, isOwn) ?? accountAlone(value, isOwn));
  for (const { key, values, operator } of condition.entries) {
    if (operator?.operator.type === 'null') continue;
    const read = isAccountKey(key) ? accountAlone : accountOfArn;
    for (const value of values) add(read(value, isOwn));
  }
  return found;
}

type IsOwn = (id: string) => boolean;

function accountAlone(value: Value, isOwn: IsOwn): NamedAccount | undefined {
  const id = literalOf(value) ?? '';
  return isId(id) && !isOwn(id) ? { id, at: () => value.node.span, partition: undefined } : undefined;
}

function accountOfArn(value: Value, isOwn: IsOwn): NamedAccount | undefined {
  if (!value.parts.some((part) => part.type === 'literal' && mayHoldForeign(part.text, isOwn))) return undefined;
  const arn = parseArn(value.parts);
  const id = arn && fieldText(arn.account);
  const [part] = arn?.account ?? [];
  if (arn === undefined || id === undefined || part === undefined || !isId(id) || isOwn(id)) return undefined;
  return { id, at: () => spanOfPart(value, part), partition: fieldText(arn.partition) };
}

/** Nearly all ARNs hold one id, of an account of one's own. */
function mayHoldForeign(text: string, isOwn: IsOwn): boolean {
  const from = text.search(/\d{12}/);
  if (from < 0) return false;
  const rest = text.slice(from + 12);
  return !isOwn(text.slice(from, from + 12)) || /^\d|\d{12}/.test(rest);
}

function isId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

function messageOf(id: string, { whole }: KnownOrganizations): string {
  const [first] = whole.map(({ loadedAt }) => loadedAt.slice(0, 10)).sort();
  const names = listNames(
    whole.map((organization) => organization.id),
    'or',
  );
  return `\`${id}\` is no account of ${names}, as loaded on ${first}. Correct it, or give it a name under \`accounts\` in rolechain.config.json if it is meant.`;
}
