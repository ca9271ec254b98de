import { parseIpRange } from '../base/ip-range.ts';
import type { ConditionType } from '../catalog/condition-operators.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { operatorMismatch } from '../policy/operator-mismatch.ts';
import { variablesOf } from '../policy/policy-variables.ts';
import type { ConditionEntry } from '../policy/statement.ts';
import { literalOf, type Value } from '../policy/value.ts';

export const invalidConditionValue = defineRule({
  id: 'invalid-condition-value',
  summary: 'A condition compares with a value that its operator cannot read',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: ({ operator }) => operator !== undefined && operator.operator.type in expectations },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { condition } of policy.statements)
        for (const entry of condition.entries) {
          const type = entry.operator?.operator.type;
          const expected = type && expectations[type];
          // Where the operator does not fit the key, the value may be right: see `condition-type-mismatch`.
          if (expected === undefined || operatorMismatch(entry, context.iamData) !== undefined) continue;
          for (const value of entry.values) checkValue(value, entry, expected, context);
          if (type === 'bool' || type === 'null') checkSeveral(entry, context);
        }
    },
  },
});

interface Expectation {
  readonly fits: (text: string) => boolean;
  /** What the operator takes, in a sentence. */
  readonly takes: string;
  /** AWS puts nothing in the place of variables but in texts and ARNs. */
  readonly takesVariables?: true;
}

const boolean: Expectation = { fits: (text) => /^(true|false)$/i.test(text), takes: '`true` or `false`' };

const expectations: Partial<Readonly<Record<ConditionType, Expectation>>> = {
  bool: boolean,
  null: boolean,
  numeric: { fits: (text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text), takes: 'a number' },
  date: { fits: isDate, takes: 'a date such as `2030-01-31T00:00:00Z`' },
  ip: {
    fits: (text) => parseIpRange(text) !== undefined,
    takes: 'an IP address or a range such as `203.0.113.0/24`',
  },
  // A pattern may stand for the beginning of the ARN too.
  arn: { fits: (text) => /^(arn:|[*?$])/.test(text), takes: 'an ARN such as `arn:aws:…`', takesVariables: true },
};

/** ISO 8601 as the W3C profiles it, or seconds since 1970. */
function isDate(text: string): boolean {
  if (/^\d+(\.\d+)?$/.test(text)) return true;
  const match = /^\d{4}(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/i.exec(text);
  if (match === null) return false;
  const [, month = '01', day = '01'] = match;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function checkValue(value: Value, entry: ConditionEntry, expected: Expectation, context: PolicyContext): void {
  const text = literalOf(value);
  const operator = entry.operatorNode.value;
  // `[MAX_AGE]` is how some of AWS's own examples write what is to be filled in.
  if (text === undefined || expected.fits(text) || /^\[.*\]$/.test(text)) return;
  const [variable] = variablesOf(value);
  if (variable !== undefined && expected.takesVariables) return;
  context.report({
    at: value.node,
    message:
      variable === undefined
        ? `\`${operator}\` takes ${expected.takes}, not \`${text}\`.`
        : `\`${operator}\` takes ${expected.takes}. Variables such as \`${variable.text}\` are known only where texts or ARNs are compared.`,
  });
}

function checkSeveral({ valueNode, values, operatorNode, key }: ConditionEntry, context: PolicyContext): void {
  const truths = new Set(values.map((value) => literalOf(value)?.toLowerCase()));
  if (valueNode.type !== 'array' || !truths.has('true') || !truths.has('false')) return;
  context.report({
    at: valueNode,
    message: `\`${operatorNode.value}\` takes one value for \`${key}\`, not both \`true\` and \`false\`. Keep the one that is meant.`,
  });
}
