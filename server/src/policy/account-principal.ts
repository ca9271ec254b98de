import { findPartition } from '../catalog/partitions.ts';
import { fill, sub, type Text, type Writable } from '../edit/writable.ts';
import { fieldText, parseArn } from './arn.ts';
import type { Principal } from './statement.ts';
import { hasPlaceholder, literalOf, type Part } from './value.ts';
import { hasWildcard } from './wildcard.ts';

/** A principal that stands for an account as a whole. Its parts may hold what is not known before deployment. */
export interface AccountPrincipal {
  /** Undefined where the principal is the account's id alone. */
  readonly partition: readonly Part[] | undefined;
  readonly account: readonly Part[];
}

/**
 * Reads a principal as an account: its id, `AWS::AccountId`, or the ARN of its root. Undefined for anything else and
 * for what may be anything else, such as a parameter or a placeholder.
 */
export function readAccountPrincipal({ type, value }: Principal): AccountPrincipal | undefined {
  if (type !== 'AWS' || hasPlaceholder(value)) return undefined;
  const [only, ...more] = value.parts;
  const isThisAccount = only?.type === 'hole' && only.symbol === 'AWS::AccountId' && more.length === 0;
  if (isThisAccount || /^\d{12}$/.test(literalOf(value) ?? '')) return { partition: undefined, account: value.parts };
  const arn = parseArn(value.parts);
  if (arn === undefined || fieldText(arn.resource) !== 'root' || fieldText(arn.service) !== 'iam') return undefined;
  const partition = fieldText(arn.partition);
  if (partition !== undefined && findPartition(partition) === undefined) return undefined;
  const isPattern = value.parts.some((part) => part.type === 'literal' && hasWildcard(part.text));
  return isPattern || arn.account.length === 0 ? undefined : { partition: arn.partition, account: arn.account };
}

/** The ARN of a role of that account whose name is still to be filled in. `inSub`: `${Name}` can be written there. */
export function roleToName({ partition, account }: AccountPrincipal, inSub: boolean): Writable {
  const inArn = partition ?? [{ type: 'literal', text: inSub ? '${AWS::Partition}' : 'aws' } as const];
  const text: Text = [
    'arn:',
    ...inArn.flatMap((part) => written(part, inSub, 'partition')),
    ':iam::',
    ...account.flatMap((part) => written(part, inSub, 'account id')),
    ':role/',
    // A role's principal has its path, if it has one.
    { name: 'role name with path' },
  ];
  return inSub && text.some((part) => typeof part === 'string' && part.includes('${')) ? sub(...text) : fill(...text);
}

function written(part: Part, inSub: boolean, name: string): Text {
  if (part.type === 'literal') return [part.text];
  const isName = part.why === 'pseudo' || part.why === 'reference' || part.why === 'attribute';
  return inSub && isName ? [`\${${part.symbol}}`] : [{ name }];
}
