import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { alternatives } from '../policy/alternatives.ts';
import { policyKinds } from '../policy/kind.ts';
import { type Node, type Property, property } from '../syntax/node.ts';

export const emptyElement = defineRule({
  id: 'empty-element',
  summary: 'A list or an object of a statement is empty, so that the statement says less than it seems to',
  severity: 'info',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { node } of policy.statements) {
        for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) checkList(property(node, name), context);
        for (const name of ['Principal', 'NotPrincipal']) checkPrincipal(property(node, name), context);
        checkConditions(property(node, 'Condition'), context);
      }
    },
  },
});

function checkList(element: Property | undefined, context: PolicyContext): void {
  for (const value of valuesOf(element))
    if (isEmpty(value))
      context.report({
        at: value,
        message: `\`${element?.key.value}\` names nothing, so that the statement has no effect. Name something, or remove the statement.`,
      });
}

function checkPrincipal(element: Property | undefined, context: PolicyContext): void {
  for (const value of valuesOf(element)) {
    const lists = value.type === 'object' ? value.properties.flatMap((each) => valuesOf(each)) : [];
    for (const empty of [value, ...lists].filter(isEmpty))
      context.report({ at: empty, message: 'This names no principal. Name one, or remove what is empty.' });
  }
}

function checkConditions(element: Property | undefined, context: PolicyContext): void {
  for (const condition of valuesOf(element)) {
    if (isEmpty(condition))
      report(condition, 'This condition asks for nothing: the statement always applies. Remove it, or fill it in.');
    for (const operator of condition.type === 'object' ? condition.properties : [])
      for (const keys of valuesOf(operator)) {
        if (isEmpty(keys))
          report(keys, `\`${operator.key.value}\` asks for nothing. Remove it, or write what is compared.`);
        for (const key of keys.type === 'object' ? keys.properties : [])
          for (const value of valuesOf(key))
            if (isEmpty(value))
              report(value, `\`${key.key.value}\` is compared with no value. Name one, or remove the key.`);
      }
  }

  function report(at: Node, message: string): void {
    context.report({ at, message });
  }
}

function valuesOf(element: Property | undefined): readonly Node[] {
  return element === undefined ? [] : alternatives(element.value);
}

function isEmpty(node: Node): boolean {
  return (node.type === 'array' && node.items.length === 0) || (node.type === 'object' && node.properties.length === 0);
}
