/** What the values of a condition operator, or of a condition key, are. */
export type ConditionType = 'string' | 'arn' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'null';

export interface ConditionOperator {
  /** The canonical spelling, without set prefix and without `IfExists`. */
  readonly name: string;
  readonly type: ConditionType;
  /** A negated operator is true where no value matches, and where the key is missing. */
  readonly negated: boolean;
  /** Whether `*` and `?` in a value stand for other characters; in the other operators they are literal. */
  readonly wildcards: boolean;
  readonly ignoresCase: boolean;
  /** All but `Null` take `IfExists`. */
  readonly takesIfExists: boolean;
}

/** Where every row of this file is described. */
export const conditionOperatorsSource = 'IAM User Guide, IAM JSON policy elements: Condition operators';

export const conditionOperators: readonly ConditionOperator[] = [
  operator('StringEquals', 'string'),
  operator('StringNotEquals', 'string', { negated: true }),
  operator('StringEqualsIgnoreCase', 'string', { ignoresCase: true }),
  operator('StringNotEqualsIgnoreCase', 'string', { negated: true, ignoresCase: true }),
  operator('StringLike', 'string', { wildcards: true }),
  operator('StringNotLike', 'string', { negated: true, wildcards: true }),
  operator('NumericEquals', 'numeric'),
  operator('NumericNotEquals', 'numeric', { negated: true }),
  operator('NumericLessThan', 'numeric'),
  operator('NumericLessThanEquals', 'numeric'),
  operator('NumericGreaterThan', 'numeric'),
  operator('NumericGreaterThanEquals', 'numeric'),
  operator('DateEquals', 'date'),
  operator('DateNotEquals', 'date', { negated: true }),
  operator('DateLessThan', 'date'),
  operator('DateLessThanEquals', 'date'),
  operator('DateGreaterThan', 'date'),
  operator('DateGreaterThanEquals', 'date'),
  operator('Bool', 'bool'),
  operator('BinaryEquals', 'binary'),
  operator('IpAddress', 'ip'),
  operator('NotIpAddress', 'ip', { negated: true }),
  // ArnEquals behaves as ArnLike does: both take wildcards, within each of the six parts of an ARN.
  operator('ArnEquals', 'arn', { wildcards: true }),
  operator('ArnLike', 'arn', { wildcards: true }),
  operator('ArnNotEquals', 'arn', { negated: true, wildcards: true }),
  operator('ArnNotLike', 'arn', { negated: true, wildcards: true }),
  operator('Null', 'null', { takesIfExists: false }),
];

const byLowerCase: ReadonlyMap<string, ConditionOperator> = new Map(
  conditionOperators.map((each) => [each.name.toLowerCase(), each]),
);

/** `any` is `ForAnyValue:`, `all` is `ForAllValues:`. */
export type SetQualifier = 'any' | 'all';

/** An operator as it stands in a policy. */
export interface OperatorUse {
  readonly operator: ConditionOperator;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
  /** The whole in AWS's own spelling, such as `ForAnyValue:StringLikeIfExists`. */
  readonly canonical: string;
  /** Whether the text is spelled so. */
  readonly exact: boolean;
}

const QUALIFIERS: readonly { readonly prefix: string; readonly qualifier: SetQualifier }[] = [
  { prefix: 'ForAnyValue:', qualifier: 'any' },
  { prefix: 'ForAllValues:', qualifier: 'all' },
];
const IF_EXISTS = 'IfExists';

/**
 * Reads a condition operator; undefined where AWS has no such operator.
 *
 * Case is read loosely, and told by `exact`: AWS's documentation does not say whether the names are case-sensitive, and
 * one of AWS's own published policies (resource-control-policy-examples, STS-protect-IAMRA-session-tags) writes
 * `ForAnyValue:Stringlike`.
 */
export function parseOperator(text: string): OperatorUse | undefined {
  return exactUses.get(text) ?? readOperator(text);
}

/** Nearly all operators are spelled as AWS spells them. */
const exactUses: ReadonlyMap<string, OperatorUse> = readAll();

function readAll(): ReadonlyMap<string, OperatorUse> {
  const prefixes = ['', ...QUALIFIERS.map(({ prefix }) => prefix)];
  const texts = prefixes.flatMap((prefix) =>
    conditionOperators.flatMap(({ name }) => [`${prefix}${name}`, `${prefix}${name}${IF_EXISTS}`]),
  );
  return new Map(
    texts.flatMap((text) => {
      const use = readOperator(text);
      return use === undefined ? [] : [[text, use] as const];
    }),
  );
}

function readOperator(text: string): OperatorUse | undefined {
  const set = QUALIFIERS.find((each) => startsWithIgnoringCase(text, each.prefix));
  const rest = text.slice(set?.prefix.length ?? 0);
  const ifExists = rest.toLowerCase().endsWith(IF_EXISTS.toLowerCase());
  const name = (ifExists ? rest.slice(0, -IF_EXISTS.length) : rest).toLowerCase();
  const found = byLowerCase.get(name);
  if (found === undefined) return undefined;
  if (ifExists && !found.takesIfExists) return undefined;

  const canonical = `${set?.prefix ?? ''}${found.name}${ifExists ? IF_EXISTS : ''}`;
  const use = { operator: found, ifExists, canonical, exact: canonical === text };
  return set === undefined ? use : { ...use, qualifier: set.qualifier };
}

/**
 * What the condition yields for a request that lacks the key; undefined for `Null`, which asks just that.
 * Source: the operators' page, and IAM User Guide, "Creating a condition with multiple keys or values".
 */
export function resultWithoutKey(use: OperatorUse): boolean | undefined {
  if (use.operator.type === 'null') return undefined;
  if (use.ifExists) return true;
  if (use.qualifier === undefined) return use.operator.negated;
  return use.qualifier === 'all';
}

function operator(
  name: string,
  type: ConditionType,
  traits: Partial<Omit<ConditionOperator, 'name' | 'type'>> = {},
): ConditionOperator {
  return { name, type, negated: false, wildcards: false, ignoresCase: false, takesIfExists: true, ...traits };
}

function startsWithIgnoringCase(text: string, prefix: string): boolean {
  return text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
}
