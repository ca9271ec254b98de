import { groupBy } from '../base/group.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { listItems } from '../policy/alternatives.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import type { Node, ObjectNode, StringNode } from '../syntax/node.ts';

export const duplicateKey = defineRule({
  id: 'duplicate-key',
  summary: 'The same key stands twice in one object, so that one of its values is lost',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      const editorReports = context.editorReportsSyntax && policy.embedding === undefined;
      if (!editorReports) visitObjects(policy.root, (object) => reportSameKeys(object, context));
      for (const block of conditionBlocks(policy)) reportConditionKeys(block, context);
    },
  },
});

function reportSameKeys(object: ObjectNode, context: PolicyContext): void {
  if (!hasSameKeys(object, (key) => key)) return;
  for (const [name, [first, ...later]] of groupBy(keysOf(object), (key) => key.value))
    for (const key of later)
      report(
        key,
        first,
        `\`${name}\` is written more than once in this object, and only one of them counts. Merge them.`,
        context,
      );
}

/** False for nearly all objects: nothing is to be put in groups. */
function hasSameKeys({ properties }: ObjectNode, spell: (key: string) => string): boolean {
  if (properties.length < 2) return false;
  const seen = new Set<string>();
  for (const { key } of properties) seen.add(spell(key.value));
  return seen.size < properties.length;
}

/** AWS compares the names of condition keys without case, and takes each once under an operator. */
function reportConditionKeys(block: ObjectNode, context: PolicyContext): void {
  if (!hasSameKeys(block, (key) => key.toLowerCase())) return;
  const spellings = [...groupBy(keysOf(block), (key) => key.value).values()].flatMap(([first]) => first ?? []);
  for (const [first, ...later] of groupBy(spellings, (key) => key.value.toLowerCase()).values())
    for (const key of later)
      report(
        key,
        first,
        `\`${key.value}\` is the same condition key as \`${first?.value}\`: case does not matter. Merge their values.`,
        context,
      );
}

function report(key: StringNode, first: StringNode | undefined, message: string, context: PolicyContext): void {
  const related = first === undefined ? [] : [{ span: first.span, message: `\`${first.value}\` stands here first` }];
  context.report({ at: key, message, related });
}

function keysOf(object: ObjectNode): readonly StringNode[] {
  return object.properties.map((each) => each.key);
}

/** The objects under condition operators, each once. */
function conditionBlocks({ statements }: Policy): ReadonlySet<ObjectNode> {
  const blocks = new Set<ObjectNode>();
  for (const { condition } of statements)
    for (const operators of condition.property ? listItems(condition.property.value) : [])
      for (const operator of operators.type === 'object' ? operators.properties : [])
        for (const block of listItems(operator.value)) if (block.type === 'object') blocks.add(block);
  return blocks;
}

/** Every object of a document once, however often an anchor is used. */
function visitObjects(root: Node, visit: (object: ObjectNode) => void): void {
  const seen = new Set<Node>();
  const walk = (node: Node): void => {
    if (node.type !== 'object' && node.type !== 'array' && node.type !== 'intrinsic') return;
    if (seen.has(node)) return;
    seen.add(node);
    if (node.type === 'array') for (const item of node.items) walk(item);
    if (node.type === 'intrinsic') walk(node.argument);
    if (node.type !== 'object') return;
    visit(node);
    for (const { value } of node.properties) walk(value);
  };
  walk(root);
}
