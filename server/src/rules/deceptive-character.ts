import { indexSpans } from '../base/span-index.ts';
import { turnsText } from '../catalog/deceptive-characters.ts';
import { renameKey } from '../edit/rename-key.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { type Deception, findDeceptions, isAscii, withoutDeceptions } from '../policy/deceptive-text.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import { visitStrings } from '../policy/visit-strings.ts';
import { child, type Node, type StringNode } from '../syntax/node.ts';

export const deceptiveCharacter = defineRule({
  id: 'deceptive-character',
  summary: 'A character is not what it seems: it looks like another one, is not seen, or turns the text around',
  severity: 'error',
  lesser: ['warning'],
  kinds: policyKinds,
  supersedes: [
    'malformed-action',
    'unknown-action',
    'unknown-service',
    'action-matches-nothing',
    'unknown-condition-key',
    'unknown-condition-operator',
    'unknown-element',
    'invalid-principal',
    'invalid-arn',
    'invalid-version',
    'invalid-effect',
    'invalid-sid',
  ],
  check: {
    scope: 'policy',
    run(policy, context) {
      const { start, end } = (policy.embedding?.host ?? policy.root).span;
      const text = context.text.slice(start, end);
      if (isAscii(text) && !/\\[uxU_NLP]/.test(text)) return;
      const names = namesIn(policy);
      const strings: StringNode[] = [];
      visitStrings(policy.root, policy.substitution, (node, _, isKey) => {
        strings.push(node);
        reportString(node, isKey, isKey || names.has(node), context);
      });
      if (policy.embedding === undefined) reportComments(policy, strings, context);
    },
  },
});

/** The strings that name something of AWS, which is written in ASCII. */
function namesIn({ statements }: Policy): ReadonlySet<Node> {
  const names = new Set<Node>();
  for (const { node } of statements)
    for (const element of ['Effect', 'Action', 'NotAction', 'Principal', 'NotPrincipal']) {
      const value = child(node, element);
      if (value !== undefined) visitStrings(value, 'iam', (each) => names.add(each));
    }
  return names;
}

function reportString(node: StringNode, isKey: boolean, isName: boolean, context: PolicyContext): void {
  const deceptions = findDeceptions(node.value, isName || isArnOfIam(node.value));
  const [first] = deceptions;
  if (first === undefined) return;
  context.report({
    at: node,
    ...(!isName && { severity: 'warning' as const }),
    message: `${messageOf(node.value, first)}${deceptions.length > 1 ? ` There are ${deceptions.length} such characters.` : ''}`,
    fixes: [replacement(node, isKey, deceptions, context)],
  });
}

/** Names and paths of IAM are ASCII; an object of S3 may have any name. */
function isArnOfIam(text: string): boolean {
  return /^arn:[^:]*:(?:iam|sts):/i.test(text);
}

function messageOf(text: string, { at, found: { character, like, name } }: Deception): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const before = text.slice(Math.max(0, at - 64), at).match(/[\x21-\x7e]{1,64}$/)?.[0];
  const where = before === undefined ? 'Here' : `Behind \`${before}\``;
  if (like === '') return `${where} is ${name}, ${code}: AWS reads it, and you do not see it.`;
  return `${where} is ${name}, ${code}, which looks like ${like === ' ' ? 'a space' : `\`${like}\``}: AWS reads another text than you do.`;
}

function replacement(
  node: StringNode,
  isKey: boolean,
  deceptions: readonly Deception[],
  { target }: PolicyContext,
): Fix {
  const meant = withoutDeceptions(node.value, deceptions).trim();
  return {
    title: `Write ${meant} in plain letters`,
    // The policy then names something that it did not name before.
    applicability: 'suggestion',
    preferred: true,
    changes: () => (isKey ? renameKey(target, { key: node, value: node }, meant) : replaceValue(target, node, meant)),
  };
}

/** A comment that turns the text around may show a policy that is not there. */
function reportComments({ root }: Policy, strings: readonly StringNode[], context: PolicyContext): void {
  const { start, end } = root.span;
  const inStrings = indexSpans(strings.map((each) => each.span));
  for (const { at, found } of findDeceptions(context.text.slice(start, end), false)) {
    const span = { start: start + at, end: start + at + found.character.length };
    if (!turnsText(found) || inStrings.holds(span)) continue;
    context.report({
      at: span,
      severity: 'warning',
      message: `${messageOf(context.text, { at: span.start, found })} What follows may be shown in another order than it is read.`,
    });
  }
}
