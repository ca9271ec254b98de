import { findKeyChoices } from '../../catalog/condition-key-choices.ts';
import { conditionKeyType } from '../../catalog/condition-key-type.ts';
import {
  type ConditionOperator,
  type ConditionType,
  conditionOperators,
  type OperatorUse,
} from '../../catalog/condition-operators.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import { partitions } from '../../catalog/partitions.ts';
import { samlAudiences } from '../../catalog/saml-audiences.ts';
import type { PolicyKind } from '../../policy/kind.ts';
import { value } from './complete-elements.ts';
import { conditionKeysFor, type OfferedKey } from './condition-keys-of.ts';
import { cut, type Offer, type Offers } from './offer.ts';
import type { KeyPlace, ValuePlace } from './place.ts';

/** Operators; where a key stands below already, those that fit it. */
export function offerOperators({ inner, siblings }: KeyPlace, data: IamData): readonly Offer[] {
  const types = inner.flatMap((key) => conditionKeyType(data, key) ?? []);
  const uses =
    types.length === 0
      ? allUses()
      : usesFor(
          types[0]?.type ?? 'string',
          types.some((each) => each.multivalued),
        );
  return uses
    .filter(({ name }) => !siblings.includes(name))
    .map(({ name, operator, many }) => ({
      kind: 'operator',
      label: name,
      description: many ? 'for keys of many values' : (nouns[operator.type] ?? operator.type),
      writing: { as: 'key', name, value: 'object' },
      subject: { of: 'operator', name },
      goesOn: true,
    }));
}

interface Use {
  readonly name: string;
  readonly operator: ConditionOperator;
  readonly many: boolean;
}

const nouns: Partial<Readonly<Record<ConditionType, string>>> = {
  string: 'text',
  arn: 'ARNs',
  numeric: 'numbers',
  date: 'dates',
  bool: 'true or false',
  ip: 'IP addresses',
  null: 'is the key missing',
};

/** Plain operators, then those for keys of many values, then those that hold without the key. */
function allUses(): readonly Use[] {
  const common = ['StringEquals', 'StringLike', 'ArnLike', 'ArnEquals', 'Bool', 'Null', 'StringNotEquals', 'IpAddress'];
  const rank = ({ name }: ConditionOperator) => (common.includes(name) ? common.indexOf(name) : common.length);
  const sorted = conditionOperators.toSorted((a, b) => rank(a) - rank(b));
  return [...sorted.map(plainUse), ...sorted.filter(takesSets).flatMap(setUses), ...sorted.flatMap(ifExistsUse)];
}

function usesFor(type: ConditionType, multivalued: boolean): readonly Use[] {
  const fitting = conditionOperators.filter((each) => each.type === type || (type === 'arn' && each.type === 'string'));
  const own = fitting.toSorted((a, b) => Number(a.type !== type) - Number(b.type !== type));
  const isNull = conditionOperators.filter((each) => each.type === 'null').map(plainUse);
  if (multivalued) return [...own.flatMap(setUses), ...isNull];
  return [...own.map(plainUse), ...isNull, ...own.flatMap(ifExistsUse)];
}

function takesSets({ type }: ConditionOperator): boolean {
  return type === 'string' || type === 'arn';
}

function plainUse(operator: ConditionOperator): Use {
  return { name: operator.name, operator, many: false };
}

function setUses(operator: ConditionOperator): readonly Use[] {
  return [
    { name: `ForAnyValue:${operator.name}`, operator, many: true },
    { name: `ForAllValues:${operator.name}`, operator, many: true },
  ];
}

function ifExistsUse(operator: ConditionOperator): readonly Use[] {
  return operator.takesIfExists ? [{ name: `${operator.name}IfExists`, operator, many: false }] : [];
}

/** Keys that the operator can compare, of those that the statement's requests may have. */
export function offerConditionKeys(
  { statement, siblings, operator }: KeyPlace,
  typed: string,
  kinds: readonly PolicyKind[],
  data: IamData,
): Offers {
  const seen = new Set(siblings.map((each) => each.toLowerCase()));
  const keys = conditionKeysFor(statement, kinds, data)
    .filter(({ name }) => !seen.has(name.toLowerCase()))
    .flatMap((key) => {
      const rank = operator === undefined ? 0 : rankFor(key, operator);
      return rank === undefined ? [] : [{ key, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank);
  return cut(
    keys.map(({ key }) => offerKey(key)),
    typed,
  );
}

/** 0 where the operator is made for the key; 1 where it can compare it too; undefined where it is not to be used. */
function rankFor({ type, multivalued }: OfferedKey, { operator, qualifier }: OperatorUse): number | undefined {
  if (operator.type === 'null') return 0;
  // A set qualifier is for keys of many values, and those are not to be compared without one.
  if (multivalued !== (qualifier !== undefined)) return undefined;
  if (type === undefined || type === operator.type) return 0;
  return type === 'arn' && operator.type === 'string' ? 1 : undefined;
}

function offerKey({ name, type, multivalued, present }: OfferedKey): Offer {
  const noun = type && (nouns[type] ?? type);
  return {
    kind: 'key',
    label: name,
    ...(noun !== undefined && { description: multivalued ? `${noun}, many` : noun }),
    ...(present !== undefined && { detail: present }),
    writing: { as: 'key', name, value: 'string' },
    subject: { of: 'key', name },
    goesOn: true,
  };
}

/** Values of a key, where they are few. */
export function offerConditionValues({ key = '', operator, others }: ValuePlace, data: IamData): readonly Offer[] {
  return choicesOf(key, operator, data)
    .filter((each) => !others.includes(each))
    .map((each) => value(each));
}

function choicesOf(key: string, use: OperatorUse | undefined, data: IamData): readonly string[] {
  const type = conditionKeyType(data, key)?.type;
  if (use?.operator.type === 'null' || use?.operator.type === 'bool' || type === 'bool') return ['true', 'false'];
  if (/^aws:RequestedRegion$/i.test(key)) return partitions.flatMap(({ regions }) => regions);
  if (/^saml:aud$/i.test(key)) return samlAudiences.map(({ audience }) => audience);
  return findKeyChoices(key)?.values ?? [];
}
