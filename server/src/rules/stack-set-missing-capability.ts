import { namePropertyOf, wantsCapability } from '../catalog/template-capabilities.ts';
import { insertItem } from '../edit/insert-item.ts';
import { insertProperty } from '../edit/insert-property.ts';
import type { NestedModel } from '../lint/model.ts';
import { defineRule, type ResourceContext } from '../lint/rule.ts';
import { readStackSet } from '../role/stack-set.ts';
import { child, type Node, property, stringValue } from '../syntax/node.ts';

export const stackSetMissingCapability = defineRule({
  id: 'stack-set-missing-capability',
  summary: 'The template of a stack set makes IAM resources, and the stack set lacks the capability for it',
  severity: 'error',
  kinds: ['identity', 'trust'],
  check: {
    scope: 'resource',
    run(context) {
      const stackSet = readStackSet(context.tree.root);
      if (!stackSet?.holdsTemplate) return;
      const list = property(stackSet.properties, 'Capabilities');
      const given = capabilitiesIn(list?.value);
      // With `CAPABILITY_NAMED_IAM` all is said.
      if (given === undefined || given.includes('CAPABILITY_NAMED_IAM')) return;
      // What a condition of the inner template leaves out may still want the capability: that is not established.
      const certain = context.nested.filter(({ tree }) => child(tree.root, 'Condition') === undefined);
      const named = certain.find((each) => nameOf(each) !== undefined);
      const wanting = named ?? certain.find((each) => wantsCapability(typeOf(each)));
      const at = list?.key ?? context.tree.key;
      if (wanting === undefined || at === undefined || (!named && given.includes('CAPABILITY_IAM'))) return;
      const capability = named ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM';
      context.report({
        at,
        message: `\`${wanting.tree.path[1]}\` in the template of this stack set ${named ? `is an IAM resource with a name of its own (\`${nameOf(named)?.key.value}\`)` : 'is an IAM resource'}: AWS refuses to create it without \`${capability}\` in \`Capabilities\`.`,
        fixes: [
          {
            title: `Add ${capability}`,
            applicability: 'suggestion',
            preferred: true,
            changes: () => addCapability(context, list?.value, capability),
          },
        ],
      });
    },
  },
});

function typeOf({ tree }: NestedModel): string {
  return stringValue(child(tree.root, 'Type')) ?? '';
}

function nameOf(model: NestedModel) {
  const name = namePropertyOf(typeOf(model));
  return name === undefined ? undefined : property(child(model.tree.root, 'Properties'), name);
}

/** Undefined where the list is not written out. */
function capabilitiesIn(list: Node | undefined): readonly string[] | undefined {
  if (list === undefined) return [];
  if (list.type !== 'array') return undefined;
  const texts = list.items.map(stringValue);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function addCapability({ target, tree }: ResourceContext, list: Node | undefined, capability: string) {
  if (list?.type === 'array') return insertItem(target, list, list.items.length, capability);
  const properties = child(tree.root, 'Properties');
  if (properties?.type !== 'object' || list !== undefined) return undefined;
  return insertProperty(target, properties, 'Capabilities', [capability], {
    after: ['StackSetName', 'PermissionModel'],
  });
}
