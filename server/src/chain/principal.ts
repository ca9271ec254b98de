import { normalizeServicePrincipal } from '../catalog/service-principals.ts';
import type { Grant, GrantPrincipal } from '../role/grant.ts';
import { literalText, type Text } from '../role/text.ts';
import { isAccount } from './align.ts';
import { anyHolds, type Call, optionOf } from './call.ts';
import { servicePrincipalOf } from './caller-key.ts';
import { nameOf, quote } from './describe.ts';
import { resolveText } from './environment.ts';
import { matchText } from './match.ts';
import { hiddenMatches } from './statement.ts';
import { not, type Truth } from './truth.ts';

/**
 * As what a statement names the caller. What is granted to a session, or to everyone, holds whatever a boundary leaves
 * out; what is granted to an account is for that account's policies to pass on.
 */
export type Named = 'session' | 'entity' | 'account';

const everyName: readonly Named[] = ['entity', 'account', 'session'];

/** Whether a statement names the caller as such. */
export function namesCaller(call: Call, grant: Grant, as: Named): Truth {
  const { principals } = grant;
  if (principals === undefined) return false;
  // Who is left out by no `NotPrincipal` is named as everyone is.
  if (principals.negated) return as === 'session' ? not(namesCallerAnyhow(call, grant)) : false;
  const { values, complete } = principals;
  return anyHolds(call, values.length + (complete ? 0 : 1), (index) => {
    const principal = values[index];
    // A principal that is not seen may name the caller itself, which reaches furthest.
    return principal === undefined
      ? as === 'session' && hiddenMatches(call, grant, 'principal')
      : names(call, principal, as);
  });
}

/** Whether the principals of a statement are the caller's in any way: as a Deny reads them. */
export function namesCallerAnyhow(call: Call, grant: Grant): Truth {
  const { principals } = grant;
  if (principals === undefined) return false;
  const { values, complete } = principals;
  const truth = anyHolds(call, values.length + (complete ? 0 : 1), (index) => {
    const principal = values[index];
    if (principal === undefined) return hiddenMatches(call, grant, 'principal');
    return anyHolds(call, everyName.length, (at) => names(call, principal, everyName[at] ?? 'session'));
  });
  return truth;
}

/** `NotPrincipal` or `Principal`. */
export function deniesCaller(call: Call, grant: Grant): Truth {
  const truth = namesCallerAnyhow(call, grant);
  return grant.principals?.negated ? not(truth) : truth;
}

function names(call: Call, { type, value }: GrantPrincipal, as: Named): Truth {
  const { caller } = call.request;
  const own = resolveText(value, call.environment);
  switch (type) {
    case '*':
      return as === 'session';
    case 'AWS':
      if (literalText(own) === '*') return as === 'session';
      return caller === 'service' || caller === 'federated'
        ? mayBeEveryone(call, own, as)
        : namesPrincipal(call, own, as);
    case 'Service':
      return as === 'session' && caller === 'service' ? isService(call, own) : false;
    case 'Federated':
      return as === 'session' && caller === 'federated' ? equal(call, own, call.request.source.name) : false;
    default:
      return false;
  }
}

function mayBeEveryone(call: Call, own: Text, as: Named): Truth {
  return as === 'session' && literalText(own) === undefined ? equal(call, own, ['*']) : false;
}

function namesPrincipal(call: Call, own: Text, as: Named): Truth {
  const { request } = call;
  const literal = literalText(own);
  switch (as) {
    case 'account':
      if (literal !== undefined && !isAccount(literal) && !literal.endsWith(':root')) return false;
      return anyHolds(call, 2, (index) =>
        equal(call, own, index === 0 ? request.sourcePlace.account : request.accountRoot),
      );
    case 'entity':
      if (literal !== undefined && isUniqueId(literal)) return hasUniqueId(call, literal);
      return request.principalArn === undefined ? false : equal(call, own, request.principalArn);
    case 'session':
      return anyHolds(call, 2, (index) => {
        if (index === 1) return literal === undefined ? equal(call, own, ['*']) : false;
        return request.sessionArn === undefined ? false : equal(call, own, request.sessionArn);
      });
  }
}

function equal(call: Call, own: Text, value: Text): Truth {
  return matchText(own, resolveText(value, call.environment), 'equals', call);
}

/** IAM User Guide, IAM identifiers: unique ids of roles begin with AROA, those of users with AIDA. */
function isUniqueId(text: string): boolean {
  return text.startsWith('AROA') || text.startsWith('AIDA');
}

/** IAM writes it in the place of the ARN of a principal that is no longer there: whose id it is, no text tells. */
function hasUniqueId(call: Call, id: string): Truth {
  const { caller, source } = call.request;
  if (caller !== (id.startsWith('AROA') ? 'role' : 'user')) return caller === 'account' ? undefinedId(call, id) : false;
  const name = nameOf(source);
  const chosen = optionOf(call, `unique-id:${id}:${source.id}`, () => [
    { value: 'yes', sentence: `${quote(id)} is the unique id of ${name}` },
    { value: 'no', sentence: `${quote(id)} is not the unique id of ${name}` },
  ]);
  return chosen === undefined ? undefined : chosen === 'yes';
}

function undefinedId(call: Call, id: string): Truth {
  const chosen = optionOf(call, `unique-id:${id}`, () => [
    { value: 'yes', sentence: `${quote(id)} is the unique id of a principal of that account` },
    { value: 'no', sentence: `${quote(id)} is the unique id of a principal of another account` },
  ]);
  return chosen === undefined ? undefined : chosen === 'yes';
}

/** `states.${AWS::Region}.amazonaws.com`: whichever region it will be, the service is the same. */
function withSomeRegion(own: Text): string | undefined {
  return literalText(
    own.map((part) => (typeof part !== 'string' && part.unknown.endsWith('#AWS::Region') ? 'us-east-1' : part)),
  );
}

/** The same service may be named with its region or the suffix of a partition. */
function isService(call: Call, own: Text): Truth {
  const service = servicePrincipalOf(call.request);
  const [one, two] = [withSomeRegion(own), literalText(service)];
  if (one === undefined || two === undefined) return equal(call, own, service);
  return normalizeServicePrincipal(one) === normalizeServicePrincipal(two);
}
