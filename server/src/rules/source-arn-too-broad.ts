import { addCondition } from '../edit/add-condition.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { demandsKey, entriesOn, letsAnyValueThrough } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import { type Breadth, sourceArnBreadth } from '../policy/source-arn-breadth.ts';
import { sourceArnEntries } from '../policy/source-arn-condition.ts';
import { sourcePin } from '../policy/source-pin.ts';
import type { Statement } from '../policy/statement.ts';
import { sourceArnSenders, trustedServices } from '../policy/trusted-services.ts';
import { describeParts, type Value } from '../policy/value.ts';
import { pinPlaceOf } from '../role/pin-place.ts';

export const sourceArnTooBroad = defineRule({
  id: 'source-arn-too-broad',
  summary: 'A condition on `aws:SourceArn` lets resources of any account through',
  severity: 'warning',
  kinds: ['trust'],
  needs: { principals: ['Service'], keys: ['aws:SourceArn'] },
  check: {
    scope: 'template',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (trustedServices(statement).length === 0 || isLimitedOtherwise(statement)) continue;
        const broad = sourceArnEntries(statement).map((entry) =>
          entry.values.flatMap((value) => {
            const breadth = sourceArnBreadth(value, entry, statement);
            return breadth === undefined ? [] : [{ value, breadth }];
          }),
        );
        // All conditions must hold: one that is narrow is enough.
        if (broad.some((values) => values.length === 0)) continue;
        for (const { value, breadth } of broad.flat())
          context.report({
            at: breadth.at,
            message: messageOf(value, breadth),
            fixes: accountFixes(policy, statement, context),
          });
      }
    },
  },
});

/** By a key that tells the account in another form, or by what the service sends instead. */
function isLimitedOtherwise(statement: Statement): boolean {
  const { complete, entries } = statement.condition;
  if (!complete || entries.some(({ operator }) => operator === undefined)) return true;
  const alternatives = trustedServices(statement).flatMap(({ service }) => service?.alternativeKeys ?? []);
  return entriesOn(statement.condition, [...accountKeys, ...alternatives.map(({ key }) => key)]).some(
    (entry) => demandsKey(entry) && !letsAnyValueThrough(entry),
  );
}

const accountKeys = ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

function messageOf(value: Value, { reach }: Breadth): string {
  const written = `\`${describeParts(value.parts)}\``;
  const remedy = "Write the account's id, or add a condition on `aws:SourceAccount`.";
  switch (reach) {
    case 'everything':
      return `${written} matches every source. Write the ARN of the resource, with its account.`;
    case 'any-region':
      return `${written} matches in every Region of every account, anyone's included. ${remedy}`;
    case 'any-account':
      return `${written} matches in every account, anyone's included. ${remedy}`;
    case 'no-account':
      return `${written} holds no account, so it does not say whose resource it is. Add a condition on \`aws:SourceAccount\`.`;
    default:
      return reach satisfies never;
  }
}

/** Only where every service of the statement is known to send the key: it would lock out the others. */
function accountFixes(policy: Policy, statement: Statement, context: TemplateContext): readonly Fix[] {
  const senders = sourceArnSenders(statement);
  const [first] = senders ?? [];
  if (first === undefined || !senders?.every((each) => each.sendsSourceAccount)) return [];
  const place = pinPlaceOf(policy, context.template, context.inTemplate);
  const conditions = sourcePin({ ...first, sends: 'source-account' }, place);
  if (conditions === undefined) return [];
  return [
    {
      title: 'Limit it to one account: add aws:SourceAccount',
      applicability: 'suggestion',
      preferred: true,
      changes: () => addCondition(context.target, statement.node, conditions),
    },
  ];
}
