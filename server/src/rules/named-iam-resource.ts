import { namePropertyOf } from '../catalog/template-capabilities.ts';
import { defineRule } from '../lint/rule.ts';
import { child, property, stringValue } from '../syntax/node.ts';

export const namedIamResource = defineRule({
  id: 'named-iam-resource',
  summary: 'An IAM resource has a name of its own, for which the deployment of the template wants CAPABILITY_NAMED_IAM',
  severity: 'hint',
  kinds: ['identity', 'trust'],
  check: {
    scope: 'resource',
    run({ tree, template, inTemplate, report }) {
      // Once for a template: one acknowledgement is for all of them.
      if (!inTemplate || template.firstNamed === undefined || template.firstNamed !== tree.path[1]) return;
      const name = namePropertyOf(stringValue(child(tree.root, 'Type')) ?? '');
      const written = name === undefined ? undefined : property(child(tree.root, 'Properties'), name);
      if (written === undefined) return;
      report({
        at: written.key,
        message: `With \`${name}\` this template makes an IAM resource with a name of its own: CloudFormation refuses to deploy it unless that is acknowledged with \`CAPABILITY_NAMED_IAM\`.`,
      });
    },
  },
});
