import { policyPropertiesOf } from '../catalog/policy-properties.ts';
import { relatedPropertiesOf } from '../catalog/related-properties.ts';
import { defineRule } from '../lint/rule.ts';
import { listItems } from '../policy/alternatives.ts';
import { ownPolicyOfAws } from '../policy/own-policy-of-aws.ts';
import { readValue } from '../policy/read-value.ts';
import { describeParts } from '../policy/value.ts';
import { walk } from '../policy/walk.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';

export const administratorAccessAttached = defineRule({
  id: 'administrator-access-attached',
  summary: 'A policy of AWS is attached that makes an administrator of its holder',
  severity: 'warning',
  kinds: ['identity'],
  check: {
    scope: 'fragment',
    run({ tree, report }) {
      if (tree.path[0] !== 'Resources' || tree.root === undefined) return;
      const properties = child(tree.root, 'Properties');
      // What a boundary leaves of it is the boundary's matter.
      if (properties === undefined || child(properties, 'PermissionsBoundary') !== undefined) return;
      for (const node of attachedPolicies(stringValue(child(tree.root, 'Type')) ?? '', properties)) {
        const value = readValue(node);
        const powers = ownPolicyOfAws(value);
        if (!powers?.administersIamFreely) continue;
        const name = describeParts(value.parts).replace(/^.*\//, '');
        report({
          at: node,
          message: powers.allowsEverything
            ? `\`${name}\` allows everything: whoever gets hold of these credentials owns the account. Attach a policy with what is needed.`
            : `\`${name}\` allows changes to every role, user and policy, by which its holder can allow itself everything. Attach a policy with what is needed.`,
        });
      }
    },
  },
});

/** What stands for managed policies in a role, user or group, and among the policies that AWS SAM attaches. */
function attachedPolicies(type: string, properties: Node): readonly Node[] {
  const paths: (readonly string[])[] = [];
  for (const { path, holds } of relatedPropertiesOf(type)) if (holds === 'managed-policy-arns') paths.push(path);
  for (const { path, shape } of policyPropertiesOf(type)) if (shape === 'sam-policies') paths.push(path);
  return paths.flatMap((path) => walk(properties, path)).flatMap(listItems);
}
