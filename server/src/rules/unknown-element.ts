import { closestName } from '../catalog/closest-name.ts';
import { elementsOf, findElement } from '../catalog/grammar.ts';
import { renameKey } from '../edit/rename-key.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { alternatives } from '../policy/alternatives.ts';
import {
  classifyElement,
  type ElementLevel,
  intendedElement,
  isAllowed,
  isReplacedKey,
  misplacedElements,
} from '../policy/element-names.ts';
import { policyKinds } from '../policy/kind.ts';
import { isMalformed, problemsOf } from '../policy/malformed.ts';
import { aKind, listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { type ObjectNode, type Property, property } from '../syntax/node.ts';

export const unknownElement = defineRule({
  id: 'unknown-element',
  summary: 'A key is not an element that this kind of policy has, or cannot stand beside another one',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      if (policy.shape === 'document' && policy.root.type === 'object')
        checkKeys(policy.root, 'document', policy, context);
      for (const { node } of policy.statements) {
        checkKeys(node, 'statement', policy, context);
        checkChoices(node, policy, context);
        checkPrincipalTypes(node, policy, context);
      }
    },
  },
});

function checkKeys(object: ObjectNode, level: ElementLevel, policy: Policy, context: PolicyContext): void {
  const problems = problemsOf(policy, context.tree);
  const misplaced = new Set(level === 'document' ? misplacedElements(policy.kind, object) : []);
  for (const each of object.properties) {
    const { key } = each;
    // That they lack a statement around them, and what is malformed, is said by other rules.
    if (misplaced.has(key.value) || isMalformed(key.span, problems)) continue;
    const found = classifyElement(policy.kind, level, key);
    if (found === 'forbidden' && findElement(policy.kind, level, key.value)?.reportedBy === undefined)
      context.report({ at: key, message: `\`${key.value}\` is not allowed in ${aKind(policy.kind)}. Remove it.` });
    if (found === 'unknown') reportUnknown(object, each, level, policy, context);
  }
}

function reportUnknown(
  object: ObjectNode,
  each: Property,
  level: ElementLevel,
  { kind }: Policy,
  context: PolicyContext,
): void {
  const name = each.key.value;
  const other = level === 'document' ? 'statement' : 'document';
  if (isAllowed(kind, other, name)) {
    const place = level === 'document' ? 'inside a statement' : 'beside `Statement`, not inside a statement';
    context.report({ at: each.key, message: `\`${name}\` belongs ${place}. Move it there.` });
    return;
  }
  const meant = intendedElement(kind, level, name);
  const message =
    meant === undefined
      ? `\`${name}\` is not an element of ${aKind(kind)}. Remove it.`
      : `\`${name}\` is not an element of a policy. Did you mean \`${meant}\`?`;
  const fixes = meant === undefined || isTaken(object, meant, kind) ? [] : [renameFix(each, meant, context)];
  context.report({ at: each.key, message, fixes });
}

function renameFix(each: Property, name: string, { target }: PolicyContext): Fix {
  return {
    title: `Change ${each.key.value} to ${name}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => renameKey(target, each, name),
  };
}

/** True where the name, or the one that excludes it, stands there already: renaming would trade one error for another. */
function isTaken(object: ObjectNode, name: string, kind: Policy['kind']): boolean {
  const choice = elementsOf(kind).choices.find(({ names }) => names.includes(name));
  return (choice?.names ?? [name]).some((each) => property(object, each) !== undefined);
}

function checkChoices(statement: ObjectNode, { kind }: Policy, context: PolicyContext): void {
  for (const { names } of elementsOf(kind).choices) {
    const present = statement.properties.filter(({ key }) => names.includes(key.value));
    const first = present[0];
    const second = present.find(({ key }) => key.value !== first?.key.value);
    if (first === undefined || second === undefined) continue;
    context.report({
      at: second.key,
      message: `\`${second.key.value}\` cannot stand beside \`${first.key.value}\` in one statement. Keep one of them, or make two statements.`,
      related: [{ span: first.key.span, message: `\`${first.key.value}\` is here` }],
    });
  }
}

function checkPrincipalTypes(statement: ObjectNode, { kind }: Policy, context: PolicyContext): void {
  const types = elementsOf(kind).principalTypes;
  if (types.length === 0) return;
  for (const name of ['Principal', 'NotPrincipal']) {
    const element = isAllowed(kind, 'statement', name) ? property(statement, name) : undefined;
    for (const value of element === undefined ? [] : alternatives(element.value))
      if (value.type === 'object') checkTypesIn(value, types, kind, context);
  }
}

function checkTypesIn(
  principal: ObjectNode,
  types: readonly string[],
  kind: Policy['kind'],
  context: PolicyContext,
): void {
  for (const each of principal.properties) {
    const { key } = each;
    if (types.includes(key.value) || isReplacedKey(key.value)) continue;
    const meant = closestName(key.value, types);
    const message =
      meant === undefined
        ? `\`${key.value}\` is not a type of principal in ${aKind(kind)}. Write ${listNames(types, 'or')}.`
        : `\`${key.value}\` is not a type of principal. Did you mean \`${meant}\`?`;
    const fixes = meant === undefined || property(principal, meant) ? [] : [renameFix(each, meant, context)];
    context.report({ at: key, message, fixes });
  }
}
