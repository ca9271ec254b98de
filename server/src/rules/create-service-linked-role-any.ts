import { addCondition } from '../edit/add-condition.ts';
import { fill } from '../edit/writable.ts';
import { defineRule } from '../lint/rule.ts';
import { reachOf } from '../policy/assume-role.ts';
import { administersIdentities, describeGrant, isOnlyAbout } from '../policy/breadth.ts';
import { demandsKey, entriesOn, letsAnyValueThrough } from '../policy/condition.ts';
import { allowsAction } from '../policy/powers.ts';
import { describeParts } from '../policy/value.ts';

export const createServiceLinkedRoleAny = defineRule({
  id: 'create-service-linked-role-any',
  summary: '`iam:CreateServiceLinkedRole` is allowed for every service',
  severity: 'hint',
  kinds: ['identity'],
  needs: { allows: ['iam:CreateServiceLinkedRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || allowsAction(statement, 'iam:CreateServiceLinkedRole') !== 'yes') continue;
        const named = entriesOn(statement.condition, ['iam:AWSServiceName']).some(
          (entry) => demandsKey(entry) && !letsAnyValueThrough(entry),
        );
        if (named || !statement.condition.complete || administersIdentities(statement)) continue;
        for (const value of statement.resource?.values ?? [])
          if (reachOf(value) === 'any-role')
            context.report({
              at: value.node,
              message: `${describeGrant(statement, 'iam:CreateServiceLinkedRole')} on \`${describeParts(value.parts)}\` is for every service. Name one with \`iam:AWSServiceName\`, or its role: \`arn:aws:iam::*:role/aws-service-role/<service>/*\`.`,
              fixes: isOnlyAbout(statement, 'iam:CreateServiceLinkedRole')
                ? [
                    {
                      title: 'Allow only one service: add iam:AWSServiceName',
                      applicability: 'suggestion',
                      preferred: true,
                      changes: () => addCondition(context.target, statement.node, ofService),
                    },
                  ]
                : [],
            });
      }
    },
  },
});

const ofService = { StringEquals: { 'iam:AWSServiceName': fill({ name: 'service' }, '.amazonaws.com') } };
