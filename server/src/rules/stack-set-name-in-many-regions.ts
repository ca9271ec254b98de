import { namePropertyOf } from '../catalog/template-capabilities.ts';
import type { NestedModel } from '../lint/model.ts';
import { defineRule } from '../lint/rule.ts';
import { readValue } from '../policy/read-value.ts';
import { describeParts, type Part } from '../policy/value.ts';
import { readStackSet } from '../role/stack-set.ts';
import { child, stringValue } from '../syntax/node.ts';

export const stackSetNameInManyRegions = defineRule({
  id: 'stack-set-name-in-many-regions',
  summary: 'A stack set makes an IAM resource of one name in several Regions of an account',
  severity: 'error',
  kinds: ['identity', 'trust'],
  check: {
    scope: 'resource',
    run(context) {
      const stackSet = readStackSet(context.tree.root);
      const group = stackSet?.groups.find(({ regions }) => regions.length > 1);
      if (group === undefined || !stackSet?.holdsTemplate) return;
      const [first, second] = group.regions;
      const related = [{ span: group.regionsNode.span, message: 'The Regions of each account.' }];
      for (const model of context.nested) {
        const found = nameIn(model);
        if (found !== undefined)
          context.report({
            at: found.node,
            message: `IAM resources belong to all Regions of an account: \`${found.text}\` exists once \`${first}\` has its stack, and the stack in \`${second}\` fails. Deploy this stack set to one Region, leave out \`${found.property}\`, or make the resource under a condition on \`AWS::Region\`.`,
            related,
          });
      }
    },
  },
});

/** A name that is the same in every Region. A condition of the inner template may be what leaves one Region only. */
function nameIn({ tree, view }: NestedModel) {
  const name = namePropertyOf(stringValue(child(tree.root, 'Type')) ?? '');
  const node = name === undefined ? undefined : child(child(tree.root, 'Properties'), name);
  if (name === undefined || node === undefined || child(tree.root, 'Condition') !== undefined) return undefined;
  const { parts } = readValue(node);
  const isSame = (part: Part) =>
    part.type === 'literal' || sameEverywhere.has(part.symbol) || view.isParameter(part.symbol);
  return parts.every(isSame) ? { node, property: name, text: describeParts(parts) } : undefined;
}

const sameEverywhere: ReadonlySet<string> = new Set(['AWS::AccountId', 'AWS::Partition']);
