import type { IamData } from '../../catalog/iam-data.ts';
import { actionsMatching, splitAction } from '../../catalog/iam-queries.ts';
import type { ResourceType, Service } from '../../catalog/iam-service.ts';
import { partitions } from '../../catalog/partitions.ts';
import { sub, type Text } from '../../edit/writable.ts';
import type { Statement } from '../../policy/statement.ts';
import { literalOf } from '../../policy/value.ts';
import { value } from './complete-elements.ts';
import { cut, type Offer, type Offers } from './offer.ts';
import type { ValuePlace } from './place.ts';

/** How CloudFormation's substitutions can be written at a place. */
export type Substitutions = 'none' | 'in-text' | 'as-value';

/** The ARN of a resource, part by part: at its beginning whole, as the statement's actions take it. */
export function offerResources(
  { statement, others }: ValuePlace,
  typed: string,
  substitutions: Substitutions,
  data: IamData,
): Offers {
  const fields = fieldsOf(typed);
  const types = typesOf(statement, data);
  if (fields.length === 1) {
    const every = others.length > 0 ? [] : [value('*', 'every resource')];
    const whole = types.map((type) => offerType(type, substitutions, 0, 0));
    return cut([...whole, ...every], typed);
  }
  const from = typed.length - (fields.at(-1)?.length ?? 0);
  switch (fields.length) {
    case 2:
      return { offers: offerPartitions(from, substitutions), isIncomplete: false };
    case 3:
      return cut(offerServices(types, data, from), typed.slice(from));
    default: {
      const field = Math.min(fields.length - 1, 5);
      const start = fields.slice(0, field).join(':').length + 1;
      const service = fields[2] ?? '';
      const own = types.filter(({ arn }) => arn.split(':')[2] === service);
      const all = own.length > 0 ? own : (data.findService(service)?.resourceTypes ?? []);
      const rest = all
        .filter(({ arn }) => agrees(arn, fields, field))
        .map((type) => offerType(type, substitutions === 'in-text' ? 'in-text' : 'none', field, start));
      const regions =
        field === 3 && !all.every(({ arn }) => arn.split(':')[3] === '')
          ? offerRegions(fields, from, substitutions)
          : [];
      const accounts =
        field === 4 && substitutions === 'in-text' ? [part('${AWS::AccountId}', from, 'this account')] : [];
      return cut([...regions, ...accounts, ...rest], typed.slice(start));
    }
  }
}

/** Cut at the colons, but not at those of `${AWS::Region}`, which are no part of the ARN's form. */
function fieldsOf(typed: string): readonly string[] {
  const hidden = typed.replace(/\$\{[^}]*\}?/g, (each) => '_'.repeat(each.length));
  const ends = [...hidden.matchAll(/:/g)].map(({ index }) => index);
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((start, index) => typed.slice(start, ends[index] ?? typed.length));
}

/** Whether an ARN has nothing where the format has nothing, as far as the ARN goes. */
function agrees(format: string, fields: readonly string[], upTo: number): boolean {
  const wanted = format.split(':');
  return [3, 4].filter((index) => index < upTo).every((index) => (wanted[index] === '') === (fields[index] === ''));
}

/** The types of resources that the statement's actions take. */
function typesOf(statement: Statement | undefined, data: IamData): readonly ResourceType[] {
  const list = statement?.action ?? statement?.notAction;
  const types = (list?.values ?? []).flatMap((each) => {
    const { prefix, name } = splitAction(literalOf(each) ?? '') ?? {};
    const service: Service | undefined = prefix === undefined ? undefined : data.findService(prefix);
    return service === undefined
      ? []
      : actionsMatching(service, name ?? '*').flatMap(({ resourceTypes }) => resourceTypes.map(({ type }) => type));
  });
  const byArn = new Map(types.map((type) => [type.arn, type]));
  return [...byArn.values()];
}

/** The format of a type, from one of its fields on. */
function offerType({ name, arn }: ResourceType, substitutions: Substitutions, field: number, from: number): Offer {
  const rest = arn
    .split(/:(?![^{]*\})/)
    .slice(field)
    .join(':');
  const parts = textOf(rest, substitutions !== 'none');
  const label = parts.map((each) => (typeof each === 'string' ? each : `<${each.name}>`)).join('');
  const isValue = substitutions === 'as-value' && parts.some((each) => typeof each === 'string' && each.includes('${'));
  return {
    kind: 'resource',
    label,
    description: name,
    writing: isValue ? { as: 'value', value: sub(...parts) } : { as: 'text', parts, ...(from > 0 && { from }) },
    filter: isValue ? arn.replace('${Partition}', 'aws') : label,
  };
}

/** A format with places to fill in, and with what CloudFormation knows where that can be written. */
function textOf(format: string, hasSubstitutions: boolean): Text {
  const parts: Text[number][] = [];
  let done = 0;
  for (const match of format.matchAll(/\$\{([^}]+)\}|<([^>]+)>/g)) {
    parts.push(format.slice(done, match.index), variable(match[1] ?? match[2] ?? '', hasSubstitutions));
    done = match.index + match[0].length;
  }
  return joined([...parts, format.slice(done)]);
}

function variable(name: string, hasSubstitutions: boolean): Text[number] {
  if (name === 'Partition') return hasSubstitutions ? '${AWS::Partition}' : 'aws';
  if (name === 'Region') return hasSubstitutions ? '${AWS::Region}' : { name: 'region' };
  if (name === 'Account') return hasSubstitutions ? '${AWS::AccountId}' : { name: 'account id' };
  return { name: name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase() };
}

function joined(parts: Text): Text {
  const out: Text[number][] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else if (part !== '') out.push(part);
  }
  return out;
}

function offerPartitions(from: number, substitutions: Substitutions): readonly Offer[] {
  const names = partitions.map(({ name }) => part(name, from));
  return substitutions === 'in-text' ? [part('${AWS::Partition}', from), ...names] : names;
}

function offerServices(types: readonly ResourceType[], data: IamData, from: number): readonly Offer[] {
  const own = types.flatMap(({ arn }) => arn.split(':')[2] ?? []);
  return [...new Set([...own, ...data.prefixes])]
    .filter((name) => /^[\w-]+$/.test(name))
    .map((name) => part(name, from));
}

function offerRegions(fields: readonly string[], from: number, substitutions: Substitutions): readonly Offer[] {
  const partition = partitions.find(({ name }) => name === fields[1]) ?? partitions[0];
  const names = [...(partition?.regions ?? []), '*'].map((name) => part(name, from));
  return substitutions === 'in-text' ? [part('${AWS::Region}', from), ...names] : names;
}

/** One field, and the colon behind it. */
function part(name: string, from: number, description?: string): Offer {
  return {
    kind: 'value',
    label: name,
    ...(description !== undefined && { description }),
    writing: { as: 'text', parts: [`${name}:`], from, untilColon: true },
    goesOn: true,
  };
}
