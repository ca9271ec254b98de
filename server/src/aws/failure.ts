import { type FailureKind, isOrganizationFailure, OrganizationFailure } from '../service/organization-source.ts';
import type { Operation } from './rates.ts';

/** What a failure is told with. */
export interface Circumstances {
  readonly operation: Operation;
  /** Undefined: the default credential chain. */
  readonly profile: string | undefined;
  /** The profile signs in by IAM Identity Center. */
  readonly usesSingleSignOn: boolean;
}

/**
 * One clear sentence or two for whatever the SDK rejected with. AWS's own messages are not passed on: those on
 * signatures repeat what was signed, the session token with it.
 */
export function describeFailure(error: unknown, circumstances: Circumstances): OrganizationFailure {
  if (isOrganizationFailure(error)) return error;
  const name = nameOf(error);
  const known = kinds.find(({ names }) => names.includes(name));
  if (known !== undefined) return tell(known.kind, error, circumstances);
  if (isNetworkFailure(error)) return tell('network', error, circumstances);
  return tell('other', error, circumstances);
}

/** The names that AWS and the SDK give to failures; without `Exception` where the query protocol leaves it out. */
const kinds: readonly { readonly kind: FailureKind; readonly names: readonly string[] }[] = [
  { kind: 'cancelled', names: ['AbortError'] },
  {
    kind: 'expired',
    names: ['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired', 'UnauthorizedException'],
  },
  { kind: 'access-denied', names: ['AccessDenied', 'AccessDeniedException', 'ForbiddenException'] },
  { kind: 'not-in-organization', names: ['AWSOrganizationsNotInUseException'] },
  {
    kind: 'throttled',
    names: [
      'TooManyRequestsException',
      'Throttling',
      'ThrottlingException',
      'ThrottledException',
      'RequestLimitExceeded',
    ],
  },
  {
    kind: 'no-credentials',
    names: [
      'CredentialsProviderError',
      'TokenProviderError',
      'ProviderError',
      'InvalidClientTokenId',
      'UnrecognizedClientException',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'IncompleteSignatureException',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
    ],
  },
];

function tell(kind: FailureKind, error: unknown, circumstances: Circumstances): OrganizationFailure {
  switch (kind) {
    case 'cancelled':
      return new OrganizationFailure(kind, 'Cancelled.');
    case 'expired':
      return tellExpired(circumstances);
    case 'no-credentials':
      return tellNoCredentials(error, circumstances);
    case 'access-denied':
    case 'member-account':
      return tellDenied(error, circumstances);
    case 'not-in-organization':
      return new OrganizationFailure(
        kind,
        `${ownerOf(circumstances)} is in no organization: choose a profile of an account that is in one.`,
      );
    case 'throttled':
      return new OrganizationFailure(
        kind,
        'AWS Organizations is asked too often at the moment, by all who use this organization: try again in a minute.',
        { action: actionOf(circumstances) },
      );
    case 'network':
      return new OrganizationFailure(
        kind,
        `AWS cannot be reached (${codeOf(error)}): check the network connection and try again.`,
        { action: actionOf(circumstances) },
      );
    case 'other':
      return tellOther(error, circumstances);
    default:
      return kind satisfies never;
  }
}

function tellExpired(circumstances: Circumstances): OrganizationFailure {
  const { usesSingleSignOn, profile } = circumstances;
  const command = usesSingleSignOn ? commandFor('aws sso login', profile) : undefined;
  const nextStep = command === undefined ? 'renew them' : `run "${command}"`;
  return new OrganizationFailure(
    'expired',
    `The credentials of ${nameProfile(profile)} have expired: ${nextStep} and try again.`,
    command === undefined ? {} : { command },
  );
}

function tellNoCredentials(error: unknown, circumstances: Circumstances): OrganizationFailure {
  const { profile } = circumstances;
  const whose = nameProfile(profile);
  const message = error instanceof Error ? error.message : '';
  const name = nameOf(error);
  if (name.includes('Signature'))
    return refuse(
      `AWS does not accept the signature of ${whose}: check the secret access key and this machine's clock.`,
    );
  if (name === 'InvalidClientTokenId' || name === 'UnrecognizedClientException')
    return refuse(`AWS does not know the access key of ${whose}: check it, or choose another profile.`);
  if (/multi-factor/i.test(message))
    return refuse(`Signing in with ${whose} takes an MFA code, which was not given: choose another profile.`);
  // The SDK says in words only that a login has run out or was never made.
  if (/aws login/.test(message)) return tellLogin(commandFor('aws login', profile), whose);
  if (circumstances.usesSingleSignOn && /\bSSO\b|token|session|refresh/i.test(message))
    return tellExpired(circumstances);
  if (profile !== undefined)
    return refuse(`No credentials come from ${whose}: check it in the AWS configuration files, or choose another.`);
  return refuse('There are no AWS credentials: run "aws configure" or "aws configure sso", or choose a profile.');
}

function refuse(message: string): OrganizationFailure {
  return new OrganizationFailure('no-credentials', message);
}

function tellLogin(command: string | undefined, whose: string): OrganizationFailure {
  const message = `The sign-in of ${whose} has expired: run "${command ?? 'aws login'}" and try again.`;
  return new OrganizationFailure('expired', message, command === undefined ? {} : { command });
}

function tellDenied(error: unknown, circumstances: Circumstances): OrganizationFailure {
  const action = deniedAction(error) ?? actionOf(circumstances);
  const message = `${capitalise(nameProfile(circumstances.profile))} may not call ${action}: ask for a policy that allows it, or choose another profile.`;
  return new OrganizationFailure('access-denied', message, { action });
}

/** The action that no policy allows; undefined where it is not policies that AWS gives as the reason. */
export function deniedAction(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return /not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(error.message)?.[1];
}

/**
 * AWS refuses a member account without giving a policy as the reason. `account` is the one that asked, where it is known.
 */
export function tellMember(
  account: string | undefined,
  managementAccount: string,
  { operation, profile }: Circumstances,
): OrganizationFailure {
  const who =
    account === undefined ? `The account of ${nameProfile(profile)}` : `Account ${account} (${nameProfile(profile)})`;
  const message =
    `${who} is a member account, which may not list the organization. Choose a profile of the management account ` +
    `${managementAccount}, or ask there to delegate organizations:ListRoots, ` +
    'organizations:ListOrganizationalUnitsForParent and organizations:ListAccountsForParent to this account.';
  return new OrganizationFailure('member-account', message, { action: `organizations:${operation}` });
}

function tellOther(error: unknown, circumstances: Circumstances): OrganizationFailure {
  const action = actionOf(circumstances);
  // A page of a proxy instead of the JSON of AWS.
  const isForeign = nameOf(error) === 'SyntaxError';
  const isAnswer = error instanceof Error && '$fault' in error;
  const message = isForeign
    ? `What answered ${action} is not AWS: check the network, a proxy, and the endpoint in the AWS configuration.`
    : isAnswer
      ? `AWS answered ${action} with ${nameOf(error)}: try again later.`
      : `${action} failed (${codeOf(error)}): check the AWS configuration.`;
  return new OrganizationFailure('other', message, { action });
}

function isNetworkFailure(error: unknown): boolean {
  if (nameOf(error) === 'TimeoutError') return true;
  // The codes of Node: system calls, DNS, TLS. What AWS answers has a status and no such code.
  return /^(E[A-Z]{3,}|CERT_[A-Z_]+|[A-Z_]*SELF_SIGNED[A-Z_]*|UNABLE_TO_[A-Z_]+|ERR_(TLS|SSL)_[A-Z_]+)$/.test(
    codeOf(error),
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** `ENOTFOUND` and the like, else the error's name. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : nameOf(error) || 'unknown';
}

function actionOf({ operation }: Circumstances): string {
  return `organizations:${operation}`;
}

function nameProfile(profile: string | undefined): string {
  return profile === undefined ? 'the default credentials' : `profile "${profile}"`;
}

function ownerOf({ profile }: Circumstances): string {
  return `The account of ${nameProfile(profile)}`;
}

/** Undefined where the profile's name would need quotes, which differ from shell to shell. */
function commandFor(command: string, profile: string | undefined): string | undefined {
  if (profile === undefined) return command;
  return /^[\w@%+=:,./-]+$/.test(profile) ? `${command} --profile ${profile}` : undefined;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
