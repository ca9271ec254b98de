import { table } from '../base/table.ts';
import { type ConditionOperator, parseOperator, resultWithoutKey } from '../catalog/condition-operators.ts';

/** What an operator of a condition means, with what is written before and behind it; sentences, names in backticks. */
export function describeOperator(name: string): readonly string[] {
  const use = parseOperator(name);
  if (use === undefined) return [];
  const { operator, qualifier, ifExists } = use;
  if (operator.type === 'null')
    return ['For `true` it holds where the request lacks the key, for `false` where the request has it.'];
  const without = resultWithoutKey(use) === true ? 'holds' : 'does not hold';
  const because = ifExists ? ', because of `IfExists`' : '';
  return [
    `${meaningOf(operator)}${wildcardsOf(operator)}`,
    ...(qualifier === undefined ? [] : [qualifiers[qualifier]]),
    `Without the key in the request it ${without}${because}.`,
  ];
}

function meaningOf({ name, negated }: ConditionOperator): string {
  const order = orders.find(([end]) => name.endsWith(end))?.[1];
  const what = order ?? meanings[name.replace('Not', '')] ?? 'is one of these';
  return `Holds where the request's value ${negated ? what.replace('one of', 'none of') : what}.`;
}

const orders: readonly (readonly [end: string, meaning: string])[] = [
  ['LessThanEquals', 'is at most the one here'],
  ['LessThan', 'is less than the one here'],
  ['GreaterThanEquals', 'is at least the one here'],
  ['GreaterThan', 'is greater than the one here'],
];

const meanings: Readonly<Record<string, string>> = table({
  StringEquals: 'is one of these, in the same case',
  StringEqualsIgnoreCase: 'is one of these, in any case',
  StringLike: 'matches one of these, in the same case',
  NumericEquals: 'is one of these numbers',
  DateEquals: 'is one of these dates',
  Bool: 'is the one here',
  BinaryEquals: 'is one of these, in Base64',
  IpAddress: 'lies in one of these ranges of addresses',
  ArnEquals: 'matches one of these ARNs, part by part',
  ArnLike: 'matches one of these ARNs, part by part',
});

function wildcardsOf({ wildcards, type }: ConditionOperator): string {
  if (wildcards) return ` \`*\` and \`?\` stand for other characters${type === 'arn' ? ', within a part' : ''}.`;
  return type === 'string' ? ' `*` and `?` stand for themselves.' : '';
}

const qualifiers = {
  any: '`ForAnyValue`: it is enough that one of the values in the request does.',
  all: '`ForAllValues`: every value in the request has to. None at all is enough.',
} as const;
