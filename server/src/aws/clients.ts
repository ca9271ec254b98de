import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { OpenOptions } from '../service/organization-source.ts';
import { findEndpoint, findRegion, type ServiceName } from './configuration.ts';

export interface Clients {
  readonly organizations: OrganizationsClient;
  readonly sts: STSClient;
}

/** Milliseconds. */
const timeouts = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true } as const;

/** As much patience as a load in the background needs; AWS_MAX_ATTEMPTS says otherwise. */
const maxAttempts = 5;

/** Whose credentials these are is good to know, not worth a wait. */
const hurry = { connectionTimeout: 2_000, requestTimeout: 3_000, throwOnRequestTimeout: true } as const;

/** The SDK's warnings are meant for those who wrote the program, and must not mix with its output. */
const silent = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The SDK's clients for one profile. Nothing is asked for before the first call. */
export async function createClients({ profile, askMfaCode }: OpenOptions): Promise<Clients> {
  const region = await findRegion(profile);
  const own = { logger: silent, ignoreCache: true, ...(askMfaCode && { mfaCodeProvider: askMfaCode }) };
  const common = {
    region,
    logger: silent,
    ...(profile !== undefined && { profile }),
  };
  const organizations = new OrganizationsClient({
    ...common,
    ...(await endpointOf(profile, 'organizations')),
    retryMode: 'adaptive',
    requestHandler: timeouts,
    ...(process.env.AWS_MAX_ATTEMPTS === undefined && { maxAttempts }),
    // A profile that was chosen is used or fails: the chain would go on to the credentials of the machine.
    credentials: profile === undefined ? defaultProvider(own) : fromIni({ ...own, profile }),
  });
  // The provider as the client keeps it, so that an MFA code is asked for once and serves both.
  const { credentials } = organizations.config;
  const sts = new STSClient({
    ...common,
    ...(await endpointOf(profile, 'sts')),
    requestHandler: hurry,
    maxAttempts: 2,
    credentials,
  });
  return { organizations, sts };
}

/** The endpoint of a profile that was chosen is all its own; for the default chain the SDK finds it. */
async function endpointOf(profile: string | undefined, service: ServiceName) {
  if (profile === undefined) return {};
  const endpoint = await findEndpoint(profile, service);
  return endpoint === undefined ? { ignoreConfiguredEndpointUrls: true } : { endpoint };
}

function ignore(): void {}
