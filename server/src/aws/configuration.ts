import { loadSharedConfigFiles } from '@smithy/core/config';

type Section = Readonly<Record<string, string | undefined>>;

/** Organizations answers in one region of each partition; which partition it is, is all that this region decides. */
const usualRegion = 'us-east-1';

/** The profiles of the AWS configuration files: `default` first, the others by name. Without files there are none. */
export async function listProfiles(): Promise<readonly string[]> {
  const { configFile, credentialsFile } = await readFiles();
  // `sso-session.x` and `services.x` are sections of other kinds.
  const others = /^(sso-session|services)\./;
  const names = new Set([
    ...Object.keys(configFile).filter((name) => !others.test(name)),
    ...Object.keys(credentialsFile),
  ]);
  return [...names].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
}

/**
 * The region to ask in. For a profile that was chosen its own comes first, before the environment's: it decides the
 * partition, which is the profile's. For the default chain it is as in the AWS command line.
 */
export async function findRegion(profile: string | undefined): Promise<string> {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE } = process.env;
  const fromEnvironment = AWS_REGION || AWS_DEFAULT_REGION;
  const { configFile, credentialsFile } = await readFiles();
  const name = profile ?? (AWS_PROFILE || 'default');
  const section: Section = { ...configFile[name], ...credentialsFile[name] };
  const session: Section | undefined = configFile[`sso-session.${section.sso_session}`];
  const own = section.region || undefined;
  const ordered = profile === undefined ? [fromEnvironment, own] : [own, fromEnvironment];
  return [...ordered, section.sso_region, session?.sso_region].find((region) => region) ?? usualRegion;
}

/** True for a profile that signs in by IAM Identity Center, and so for whom `aws sso login` helps. */
export async function usesSingleSignOn(profile: string | undefined): Promise<boolean> {
  const { configFile } = await readFiles();
  const section = configFile[profile ?? (process.env.AWS_PROFILE || 'default')];
  return section?.sso_session !== undefined || section?.sso_start_url !== undefined;
}

/** A service as the configuration names it. */
export type ServiceName = 'organizations' | 'sts';

/**
 * The endpoint that the configuration names for a profile that was chosen; undefined: the usual one. The SDK itself looks
 * for endpoints in the profile that the environment names only.
 * Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
 */
export async function findEndpoint(profile: string, service: ServiceName): Promise<string | undefined> {
  const { configFile, credentialsFile } = await readFiles();
  const section: Section = { ...configFile[profile], ...credentialsFile[profile] };
  const ignores = process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? section.ignore_configured_endpoint_urls;
  if (ignores?.toLowerCase() === 'true') return undefined;
  const services: Section | undefined = configFile[`services.${section.services}`];
  const { env } = process;
  const ordered = [
    env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`],
    env.AWS_ENDPOINT_URL,
    services?.[`${service}.endpoint_url`],
    section.endpoint_url,
  ];
  return ordered.find((url) => url);
}

/** The files may change while the process lives, so they are read each time. */
function readFiles() {
  return loadSharedConfigFiles({ ignoreCache: true });
}

function rank(name: string): number {
  return name === 'default' ? 0 : 1;
}
