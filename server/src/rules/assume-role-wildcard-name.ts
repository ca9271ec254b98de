import { defineRule } from '../lint/rule.ts';
import { type Arn, type Field, fieldLabel, fieldText, parseArn } from '../policy/arn.ts';
import { allowsAssumeRole, isNarrowedByTag, reachOf } from '../policy/assume-role.ts';
import { spanOfFields } from '../policy/source-arn-condition.ts';
import type { Value } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const assumeRoleWildcardName = defineRule({
  id: 'assume-role-wildcard-name',
  summary: '`sts:AssumeRole` is allowed on every role whose path or name fits a pattern',
  severity: 'hint',
  kinds: ['identity'],
  needs: { allows: ['sts:AssumeRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (!allowsAssumeRole(statement) || isNarrowedByTag(statement)) continue;
        for (const value of statement.resource?.values ?? []) {
          const arn = mayBePattern(value) ? parseArn(value.parts) : undefined;
          if (arn === undefined || reachOf(value) === 'any-role' || !isRolePattern(arn)) continue;
          context.report({
            at: spanOfFields(value, arn.resource),
            message: `\`${fieldLabel(arn.resource)}\` fits every role of such a path and name, also one that is made later. Write one path and name in full.`,
          });
        }
      }
    },
  },
});

function mayBePattern({ parts }: Value): boolean {
  return parts.some((part) => part.type === 'literal' && hasWildcard(part.text));
}

function isRolePattern({ service, resource }: Arn): boolean {
  const text = knownText(resource);
  if (fieldText(service) !== 'iam' || !text.startsWith('role/') || !hasWildcard(text)) return false;
  return !hasGeneratedName(resource, text);
}

/** Names that end in characters which no one can know beforehand: those of IAM Identity Center and of CloudFormation. */
function hasGeneratedName(resource: Field, text: string): boolean {
  return (
    /AWSReservedSSO_[^*?]/.test(text) ||
    resource.some((part) => part.type === 'hole' && part.symbol === 'AWS::StackName')
  );
}

/** What is unknown, IAM's own variables included, as a character that is no wildcard. */
function knownText(field: Field): string {
  return field.map((part) => (part.type === 'literal' ? part.text.replace(/\$\{[^{}]*\}/g, '_') : '_')).join('');
}
