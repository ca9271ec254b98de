import { federatedCaller, type TrustedCaller } from '../catalog/sts-actions.ts';
import type { Principal, Statement } from './statement.ts';
import { literalOf, type Value } from './value.ts';

/** Who a statement names, as far as it decides which actions fit. Undefined where that cannot be known. */
export function trustedCallers(statement: Statement): ReadonlySet<TrustedCaller> | undefined {
  const element = statement.principal;
  if (element === undefined || element.principals.length === 0) return undefined;
  // A value may stand for several principals, but under a key that is written out they are all of its type.
  if (!element.complete && element.property.value.type !== 'object') return undefined;
  const callers = element.principals.map(callersOf);
  return callers.every((each) => each !== undefined) ? new Set(callers.flat()) : undefined;
}

/** More than one where the kind of the identity provider is not known. */
function callersOf({ type, value }: Principal): readonly TrustedCaller[] | undefined {
  if (literalOf(value) === '*') return undefined;
  const provider = federatedCaller(textOf(value));
  if (type === 'Federated') return provider === undefined ? ['saml', 'web-identity'] : [provider];
  // An identity provider under another type: which of both was meant is not known.
  if (provider !== undefined) return undefined;
  if (type === 'AWS') return ['aws'];
  return type === 'Service' ? ['service'] : undefined;
}

/** Unknown parts as a character that stands in none of the names looked for. */
function textOf(value: Value): string {
  return value.parts.map((part) => (part.type === 'literal' ? part.text : '_')).join('');
}
