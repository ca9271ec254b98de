import { defineRule } from '../lint/rule.ts';
import { readStackSet } from '../role/stack-set.ts';
import { child, stringValue } from '../syntax/node.ts';

export const stackSetSkipsManagementAccount = defineRule({
  id: 'stack-set-skips-management-account',
  summary: 'A stack set with a role goes to the root of the organization, and never to its management account',
  severity: 'hint',
  kinds: ['identity', 'trust'],
  check: {
    scope: 'resource',
    run(context) {
      const stackSet = readStackSet(context.tree.root);
      if (stackSet === undefined || !stackSet.isServiceManaged) return;
      const role = context.nested.find(({ tree }) => stringValue(child(tree.root, 'Type')) === 'AWS::IAM::Role');
      if (role === undefined) return;
      for (const node of stackSet.groups.flatMap(({ organizationalUnits }) => organizationalUnits))
        if (/^r-[0-9a-z]{4,32}$/.test(stringValue(node) ?? ''))
          context.report({
            at: node,
            message: `\`${stringValue(node)}\` stands for every account but one: stack sets with service-managed permissions leave out the management account. If \`${role.tree.path[1]}\` is needed there too, create it with a stack of its own.`,
          });
    },
  },
});
