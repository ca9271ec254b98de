import type { IamData } from '../../catalog/iam-data.ts';
import { type Arn, type Field, fieldLabel, fieldText, isAnything, parseArn } from '../../policy/arn.ts';
import { mayFit, patternOfResource } from '../../policy/resource-overlap.ts';
import type { Value } from '../../policy/value.ts';
import { patternOf } from '../../policy/value-pattern.ts';
import { findKnownAccount, type KnownNames } from '../organization-lookup.ts';
import type { HoverText } from './hover-text.ts';

/** Takes an ARN apart; undefined for what is none. `resolve` gives a field's value where it is known. */
export function hoverArn(
  value: Value,
  data: IamData,
  names: KnownNames,
  resolve: (field: Field) => string | undefined,
): HoverText | undefined {
  const arn = parseArn(value.parts);
  if (arn === undefined) return undefined;
  const prefix = fieldText(arn.service) ?? '';
  const service = data.findService(prefix)?.name;
  const type = typeOf(arn, value, data);
  return {
    title: `ARN of ${service ?? `\`${show(arn.service)}\``}${type === undefined ? '' : `, type \`${type}\``}`,
    details: [
      `Partition: ${shown(arn.partition, resolve)}`,
      `Region: ${shown(arn.region, resolve)}`,
      `Account: ${accountOf(arn, names, resolve)}`,
      `Resource: ${shown(arn.resource, resolve)}`,
    ],
  };
}

/** The type of resource, where only one may be meant. */
function typeOf({ service }: Arn, value: Value, data: IamData): string | undefined {
  const known = data.findService(fieldText(service) ?? '');
  const pattern = patternOfResource(patternOf(value).text);
  const [only, ...more] = (known?.resourceTypes ?? []).filter((type) => mayFit(pattern, type));
  return more.length === 0 ? only?.name : undefined;
}

function accountOf({ account }: Arn, names: KnownNames, resolve: (field: Field) => string | undefined): string {
  const id = fieldText(account) ?? resolve(account);
  if (fieldText(account) === 'aws') return '`aws`, AWS itself';
  const name = id === undefined ? undefined : findKnownAccount(names, id)?.name;
  return `${shown(account, resolve)}${name === undefined ? '' : `, ${name}`}`;
}

function shown(field: Field, resolve: (field: Field) => string | undefined): string {
  if (field.length === 0) return 'none';
  if (isAnything(field)) return 'any';
  const value = fieldText(field) === undefined ? resolve(field) : undefined;
  return value === undefined ? `\`${show(field)}\`` : `\`${show(field)}\`, \`${value.replaceAll('`', '')}\``;
}

function show(field: Field): string {
  return fieldLabel(field).replaceAll('`', '');
}
