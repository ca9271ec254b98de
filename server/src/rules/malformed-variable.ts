import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { spanWithin, valuesWithVariables, variablesOf } from '../policy/policy-variables.ts';
import type { Statement } from '../policy/statement.ts';
import { hasHole, type Value } from '../policy/value.ts';

export const malformedVariable = defineRule({
  id: 'malformed-variable',
  summary: 'A policy variable is not closed, is empty or otherwise malformed, or stands where AWS knows none',
  severity: 'error',
  kinds: policyKinds,
  needs: { braces: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        for (const value of valuesWithVariables(statement)) if (mayHoldVariable(value)) checkForm(value, context);
        for (const [name, value] of valuesWithout(statement))
          for (const { span, text } of variablesOf(value))
            context.report({
              at: span,
              message: `AWS puts nothing in the place of \`${text}\` in \`${name}\`: variables are known in \`Resource\` and \`Condition\` only.`,
            });
      }
    },
  },
});

/** With the names of the elements that they stand in. */
function valuesWithout(statement: Statement): readonly (readonly [name: string, value: Value])[] {
  const { action, notAction, principal, notPrincipal } = statement;
  const found: [string, Value][] = [];
  for (const list of [action, notAction])
    for (const value of list?.values ?? [])
      if (list !== undefined && mayHoldVariable(value)) found.push([list.property.key.value, value]);
  for (const element of [principal, notPrincipal])
    for (const { value } of element?.principals ?? [])
      if (element !== undefined && mayHoldVariable(value)) found.push([element.property.key.value, value]);
  return found;
}

function mayHoldVariable({ parts }: Value): boolean {
  return parts.some((part) => part.type === 'literal' && part.text.includes('${'));
}

/** Beside what is not known yet, a brace may be closed by it. */
function checkForm(value: Value, context: PolicyContext): void {
  if (hasHole(value)) return;
  for (const part of value.parts) {
    if (part.type === 'hole') continue;
    for (const match of part.text.matchAll(/\$\{([^{}]*)(\}|$|(?=\{))/g)) {
      const problem = problemOf(match[1] ?? '', match[2] === '}');
      if (problem === undefined) continue;
      const at = spanWithin(value, part, match.index, match.index + match[0].length);
      context.report({ at, message: `\`${match[0]}\` ${problem}` });
    }
  }
}

/** What is wrong with the text between the braces, in half a sentence. */
function problemOf(inner: string, isClosed: boolean): string | undefined {
  if (!isClosed) return 'begins a variable that is not closed. Write `}` behind its name.';
  if (inner.trim() === '') return 'names no variable. Name one, such as `${aws:username}`, or remove it.';
  if (inner.startsWith('!'))
    return `keeps its \`!\` here, which only \`Fn::Sub\` takes away: AWS knows no such variable. Write \`\${${inner.slice(1)}}\`.`;
  const comma = inner.indexOf(',');
  const name = comma < 0 ? inner : inner.slice(0, comma);
  if (name !== name.trim())
    return `has spaces around its name. Write \`\${${name.trim()}${inner.slice(name.length)}}\`.`;
  if (comma >= 0 && !/^\s*'[^']*'\s*$/.test(inner.slice(comma + 1)))
    return `needs its default in single quotes: \`\${${name}, 'default'}\`.`;
  return undefined;
}
