import { findServicePrincipal } from '../catalog/service-principals.ts';
import { parameterRules } from '../catalog/sts-parameters.ts';
import { literalText, type Text } from '../role/text.ts';
import { textAt } from './entity-at.ts';
import { absent, type KeyState, openKey, present } from './key-state.ts';
import { matchText } from './match.ts';
import { managementAccount, organizationId, organizationPaths } from './organization-key.ts';
import type { Request } from './request.ts';
import { sessionSecondsKey } from './session-seconds.ts';
import { kindOfParameter } from './word-kind.ts';

const SESSION_NAME = kindOfParameter(parameterRules.roleSessionName);
const EXTERNAL_ID = kindOfParameter(parameterRules.externalId);
const SOURCE_IDENTITY = kindOfParameter(parameterRules.sourceIdentity);

/** The keys that say as whom, and with what, the call is made; undefined for one of which nothing is known. */
export function callerKey(request: Request, key: string): KeyState | undefined {
  switch (key) {
    case 'aws:principalarn':
      return request.principalArn === undefined ? undefined : present(request.principalArn);
    case 'aws:principalaccount':
      return isPrincipal(request) ? present(request.sourcePlace.account) : undefined;
    case 'aws:principaltype':
      return principalType(request);
    case 'aws:principalisawsservice':
      return present([request.caller === 'service' ? 'true' : 'false']);
    case 'aws:principalservicename':
      return request.caller === 'service' ? present(servicePrincipalOf(request)) : absent;
    case 'aws:principalservicenameslist':
      return request.caller === 'service' ? undefined : absent;
    case 'aws:username':
      return userName(request);
    case 'aws:principalorgid':
    case 'aws:principalorgpaths':
    case 'aws:principalorgmasteraccountid':
      return organizationKey(request, key);
    case 'aws:sourcearn':
    case 'aws:sourceaccount':
    case 'aws:sourceorgid':
    case 'aws:sourceorgpaths':
      return sourceKey(request, key);
    case 'aws:multifactorauthpresent':
      return multiFactor(request, key);
    case 'lambda:sourcefunctionarn':
      return functionKey(request, key);
    case 'sts:rolesessionname':
      return openKey(request, key, { isChoice: true, mayBeAbsent: false, words: SESSION_NAME });
    case 'sts:externalid':
      return openKey(request, key, { isChoice: true, words: EXTERNAL_ID });
    case 'sts:sourceidentity':
      return openKey(request, key, { isChoice: true, words: SOURCE_IDENTITY });
    case 'sts:durationseconds':
      return sessionSecondsKey(request);
    default:
      return providerKey(request, key);
  }
}

function isPrincipal({ caller }: Request): boolean {
  return caller === 'role' || caller === 'user' || caller === 'account';
}

/** The service principal as whom the call is made. */
export function servicePrincipalOf({ source }: Request): Text {
  return source.kind === 'function' ? ['lambda.amazonaws.com'] : source.name;
}

/** IAM User Guide, "aws:PrincipalType" and the table of principal key values. */
function principalType(request: Request): KeyState | undefined {
  if (request.caller === 'role') return present(['AssumedRole']);
  if (request.caller === 'user') return present(['User']);
  if (request.caller !== 'account') return undefined;
  return openKey(request, 'aws:principaltype', { isChoice: true, mayBeAbsent: false, among: PRINCIPAL_TYPES });
}

// The lists are constants: a variable that is met again is the same.
const PRINCIPAL_TYPES: readonly Text[] = [['AssumedRole'], ['User'], ['FederatedUser'], ['Account']];

function userName(request: Request): KeyState | undefined {
  if (request.caller === 'user') return present(request.source.name);
  if (request.caller === 'role') return absent;
  return request.caller === 'account' ? openKey(request, 'aws:username', { isChoice: true }) : undefined;
}

function organizationKey(request: Request, key: string): KeyState | undefined {
  // A service principal belongs to no organization.
  if (request.caller === 'service') return absent;
  if (request.caller === 'federated') return undefined;
  const { source, sourcePlace } = request;
  if (key === 'aws:principalorgid') return organizationId(request, source, sourcePlace);
  if (key === 'aws:principalorgpaths') return organizationPaths(request, source, sourcePlace);
  return managementAccount(request, source, sourcePlace);
}

/** Sent by a service for the resource that it acts for, never by a principal of IAM. */
function sourceKey(request: Request, key: string): KeyState | undefined {
  const { source, sourcePlace } = request;
  if (request.caller !== 'service') return absent;
  if (source.kind !== 'function') return serviceSourceKey(request, key);
  switch (key) {
    case 'aws:sourcearn':
      return source.arn === undefined ? openKey(request, key, { mayBeAbsent: false }) : present(source.arn);
    case 'aws:sourceaccount':
      return present(sourcePlace.account);
    case 'aws:sourceorgid':
      return organizationId(request, source, sourcePlace);
    default:
      return organizationPaths(request, source, sourcePlace);
  }
}

/** For which of its resources a service acts is the choice of whoever makes the resource. */
function serviceSourceKey(request: Request, key: string): KeyState | undefined {
  const row = findServicePrincipal(literalText(request.source.name) ?? '');
  if (row === undefined || row.grade === 'open' || row.sends === 'unknown') return undefined;
  if (row.sends === 'neither') return absent;
  if (key === 'aws:sourcearn') return row.sends === 'source-arn' ? openKey(request, key, { isChoice: true }) : absent;
  return openKey(request, key, { isChoice: true });
}

const NOT_TRUE: readonly Text[] = [['false']];

/** IAM User Guide, "aws:MultiFactorAuthPresent": credentials of a chained role never say that MFA was used. */
function multiFactor(request: Request, key: string): KeyState | undefined {
  if (request.caller === 'role') return openKey(request, key, { among: NOT_TRUE });
  return request.caller === 'account' ? openKey(request, key, { isChoice: true }) : undefined;
}

/** Lambda Developer Guide, permissions-source-function-arn: the key is there when the code of a function calls. */
function functionKey(request: Request, key: string): KeyState | undefined {
  const met = request.variables.get(`key:${key}`);
  if (met !== undefined) return { type: 'open', variable: met };
  const { source, world } = request;
  if (request.caller === 'user') return absent;
  if (request.caller === 'account') return openKey(request, key, { isChoice: true });
  if (request.caller !== 'role') return undefined;
  const arns = world.entities.flatMap((each) =>
    source.functions.includes(each.id) ? [each.arn && textAt(each.arn, request.sourcePlace)] : [],
  );
  const known = arns.filter((arn) => arn !== undefined);
  const letsOthers = source.trust?.some((grant) => grant.effect !== 'Deny' && letsMoreThanLambda(grant.principals));
  if (source.functions.length > 0 && known.length === source.functions.length)
    return openKey(request, key, { isChoice: true, mayBeAbsent: letsOthers !== false, among: known });
  const letsLambda = source.trust?.some((grant) => grant.effect !== 'Deny' && mayLetLambda(grant.principals)) !== false;
  return letsLambda || source.functions.length > 0 ? undefined : absent;
}

type Principals = NonNullable<Request['source']['trust']>[number]['principals'];

function letsMoreThanLambda(principals: Principals): boolean {
  if (principals === undefined) return false;
  return principals.negated || !principals.complete || principals.values.some((each) => !isLambda(each));
}

function mayLetLambda(principals: Principals): boolean {
  if (principals === undefined) return false;
  if (principals.negated || !principals.complete) return true;
  return principals.values.some((each) => each.type === '*' || literalText(each.value) === '*' || mayBeLambda(each));
}

function isLambda({ type, value }: { readonly type: string; readonly value: Text }): boolean {
  return type === 'Service' && literalText(value) === 'lambda.amazonaws.com';
}

function mayBeLambda({ type, value }: { readonly type: string; readonly value: Text }): boolean {
  return type === 'Service' && matchText(value, ['lambda.amazonaws.com'], 'equals') !== false;
}

/** What an identity provider says of whoever signs in is up to who that is. */
function providerKey(request: Request, key: string): KeyState | undefined {
  if (request.caller !== 'federated') return undefined;
  const isProviders = !key.startsWith('aws:') && !key.startsWith('iam:');
  return isProviders ? openKey(request, key, { isChoice: true }) : undefined;
}
