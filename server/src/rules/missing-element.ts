import { elementsOf, type PolicyGrammar } from '../catalog/grammar.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { alternatives } from '../policy/alternatives.ts';
import {
  classifyElement,
  type ElementLevel,
  intendedElement,
  isWrittenOut,
  misplacedElements,
} from '../policy/element-names.ts';
import { type PolicyKind, policyKinds } from '../policy/kind.ts';
import { isMalformed, problemsOf } from '../policy/malformed.ts';
import { aKind, joinWords, listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { child, type Node, type ObjectNode, property } from '../syntax/node.ts';

export const missingElement = defineRule({
  id: 'missing-element',
  summary: 'A policy or statement lacks an element that AWS requires',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      if (policy.shape === 'document' && policy.root.type === 'object') {
        checkObject(policy.root, 'document', policy, context);
        checkStatementList(policy, context);
      }
      for (const { node } of policy.statements) checkObject(node, 'statement', policy, context);
    },
  },
});

function checkObject(object: ObjectNode, level: ElementLevel, policy: Policy, context: PolicyContext): void {
  const { kind } = policy;
  const problems = problemsOf(policy, context.tree);
  // A key that is half-typed may become any element.
  const isHalfTyped = object.properties.some(({ key }) => isMalformed(key.span, problems));
  if (isHalfTyped || !isWrittenOut(object)) return;
  const missing = missingNames(object, level, kind);
  if (missing.length === 0) return;
  const subject = level === 'statement' ? `A statement of ${aKind(kind)}` : capitalised(aKind(kind));
  const misplaced = level === 'document' ? misplacedElements(kind, object) : [];
  const advice = misplaced.length > 0 ? ` Put ${listNames(misplaced, 'and')} inside it.` : '';
  context.report({
    // The first key says where without underlining all of the object.
    at: object.properties[0]?.key ?? object,
    message: `${subject} needs ${joinWords(missing, 'and')}, which ${missing.length > 1 ? 'are' : 'is'} missing here.${advice}`,
  });
}

function missingNames(object: ObjectNode, level: ElementLevel, kind: PolicyKind): readonly string[] {
  const grammar = elementsOf(kind);
  if (isWhole(object, level, grammar)) return [];
  const present = namesIn(object, level, kind);
  const single = grammar[level]
    .filter((each) => each.use === 'required' && !present.has(each.name))
    .map((each) => `\`${each.name}\``);
  if (level === 'document') return single;
  const choices = grammar.choices
    .filter(({ names, required }) => required && !names.some((name) => present.has(name)))
    .map(({ names: [name, opposite] }) => `\`${name}\` (or \`${opposite}\`)`);
  return [...single, ...choices];
}

/** True for nearly all objects: what they need stands there by its own name. */
function isWhole(object: ObjectNode, level: ElementLevel, grammar: PolicyGrammar): boolean {
  const has = (name: string) => property(object, name) !== undefined;
  return (
    grammar[level].every(({ use, name }) => use !== 'required' || has(name)) &&
    (level === 'document' || grammar.choices.every(({ names, required }) => !required || names.some(has)))
  );
}

/** Also what a misspelt or misused element stands for: that it is so is another rule's finding. */
function namesIn(object: ObjectNode, level: ElementLevel, kind: PolicyKind): ReadonlySet<string> {
  const names = object.properties.map(({ key }) => {
    const found = classifyElement(kind, level, key);
    if (found === 'forbidden') return key.value.replace(/^Not/, '');
    return found === 'unknown' ? intendedElement(kind, level, key.value) : key.value;
  });
  return new Set(names.filter((name) => name !== undefined));
}

function checkStatementList({ root }: Policy, context: PolicyContext): void {
  const list = child(root, 'Statement');
  for (const value of list === undefined ? [] : alternatives(list))
    if (isEmptyList(value))
      context.report({ at: value, message: 'A policy needs at least one statement. This list is empty.' });
}

function isEmptyList(node: Node): boolean {
  return node.type === 'array' && node.items.length === 0;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
