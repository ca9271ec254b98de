import { type ElementRule, elementsOf } from '../catalog/grammar.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { anyPrincipal, quoteScalar, type TypeCorrection, takeOnlyItem, wrapPrincipal } from '../policy/correct-type.ts';
import { policyKinds } from '../policy/kind.ts';
import { knownItems, knownValues } from '../policy/known-values.ts';
import { isMalformed, problemsOf } from '../policy/malformed.ts';
import { aKind } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import type { Node, Property } from '../syntax/node.ts';

export const wrongType = defineRule({
  id: 'wrong-type',
  summary: 'An element has a value of a type that it cannot have, or no value',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      const { document, statement } = elementsOf(policy.kind);
      const check = createCheck(policy, context);
      if (policy.shape === 'document') checkElements(policy.root, document, check);
      for (const { node } of policy.statements) checkElements(node, statement, check);
    },
  },
});

type Check = (owner: Property, row: ElementRule) => void;

function checkElements(object: Node, rows: readonly ElementRule[], check: Check): void {
  for (const property of object.type === 'object' ? object.properties : []) {
    const row = rows.find(({ name, use }) => name === property.key.value && use !== 'forbidden');
    if (row !== undefined) check(property, row);
  }
}

function createCheck(policy: Policy, context: PolicyContext): Check {
  /** CloudFormation makes strings of numbers, `true` and `false`; what makes a policy of a YAML file does so too. */
  const scalarsBecomeStrings = !policy.embedding && (context.inTemplate || context.format === 'yaml');
  const problems = problemsOf(policy, context.tree);
  const valuesOf = ({ value }: Property) => knownValues(value, policy.substitution);
  const itemsOf = ({ value }: Property) => knownItems(value, policy.substitution);

  function report(at: Node, message: string, correction?: TypeCorrection): void {
    const fix = correction && {
      title: correction.title,
      applicability: correction.isSafe ? ('safe' as const) : ('suggestion' as const),
      preferred: true,
      changes: () => correction.changes(context.target),
    };
    context.report({ at, message, fixes: fix ? [fix] : [] });
  }

  function mismatch(node: Node, { key }: Property, takes: string, correction?: TypeCorrection): void {
    // What could not be read, or is missing in JSON, is a syntax error already.
    if (node.type === 'null' && isMalformed(node.span, problems)) return;
    const isEmpty = node.span.start === node.span.end;
    if (isEmpty) report(key, `\`${key.value}\` has no value yet.`);
    else report(node, `\`${key.value}\` takes ${takes}, not ${describe(node)}.`, correction);
  }

  function checkString(node: Node, owner: Property, takes: string): void {
    const correction = quoteScalar(node);
    if (node.type === 'string' || (correction !== undefined && scalarsBecomeStrings)) return;
    mismatch(node, owner, takes, correction);
  }

  function checkPrincipal(node: Node, owner: Property): void {
    if (node.type === 'string' && node.value === '*') return;
    if (node.type !== 'null' && elementsOf(policy.kind).principalTypes.length === 0) {
      const message = `The principal of ${aKind(policy.kind)} is always \`"*"\`. Say whom it is about by \`Condition\`.`;
      report(node, message, anyPrincipal(node));
    } else if (node.type === 'object') {
      for (const type of node.properties)
        for (const value of isText(type.value) ? [] : itemsOf(type))
          checkString(value, type, 'a string or a list of strings');
    } else {
      const correction = wrapPrincipal(node) ?? takeOnlyItem(node);
      mismatch(node, owner, '`"*"` or an object such as `{"AWS": "…"}`', correction);
    }
  }

  function checkConditions(node: Node, owner: Property): void {
    if (node.type !== 'object') mismatch(node, owner, 'an object of condition operators', takeOnlyItem(node));
    else for (const operator of node.properties) for (const keys of valuesOf(operator)) checkKeys(keys, operator);
  }

  function checkKeys(node: Node, owner: Property): void {
    if (node.type !== 'object') mismatch(node, owner, 'an object of condition keys', takeOnlyItem(node));
    else
      for (const key of node.properties)
        for (const value of isText(key.value) ? [] : itemsOf(key)) checkConditionValue(value, key);
  }

  function checkConditionValue(node: Node, owner: Property): void {
    const isScalar = node.type === 'string' || quoteScalar(node) !== undefined;
    if (!isScalar) mismatch(node, owner, 'a value or a list of values');
  }

  return (owner, { name, value: shape }) => {
    switch (shape) {
      case 'string':
        for (const node of valuesOf(owner)) {
          // What scalars these two may be is said by rules of their own.
          const isOthers = (name === 'Version' || name === 'Effect') && quoteScalar(node) !== undefined;
          if (!isOthers) checkString(node, owner, 'a string');
        }
        break;
      case 'strings':
        for (const node of isText(owner.value) ? [] : itemsOf(owner))
          if (node.type !== 'string') mismatch(node, owner, 'a string or a list of strings');
        break;
      case 'statements':
        for (const node of itemsOf(owner))
          if (node.type !== 'object') mismatch(node, owner, 'statements, which are objects');
        break;
      case 'principal':
        for (const node of valuesOf(owner)) checkPrincipal(node, owner);
        break;
      case 'conditions':
        for (const node of valuesOf(owner)) checkConditions(node, owner);
        break;
      default:
        shape satisfies never;
    }
  };
}

/** True for nearly all values: a string or a list of strings, which is right wherever strings may stand. */
function isText(node: Node): boolean {
  return node.type === 'array' ? node.items.every(({ type }) => type === 'string') : node.type === 'string';
}

function describe(node: Node): string {
  if (node.type === 'array') return 'a list';
  if (node.type === 'boolean') return `\`${node.raw}\``;
  if (node.type === 'null') return '`null`';
  return node.type === 'object' ? 'an object' : `a ${node.type}`;
}
