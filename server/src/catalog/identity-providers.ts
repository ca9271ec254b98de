/** A provider of web identities that many customers or workloads share, so that a token of it says little by itself. */
export interface SharedProvider {
  /** As it stands behind `oidc-provider/`, or alone; without a scheme. */
  readonly host: string | RegExp;
  /** Whose token it is said to be, in a sentence: `Everyone on … can assume this role`. */
  readonly everyone: string;
  /** The claim that says which of them. */
  readonly claim: string;
  /** Claims that do not, though they are checked: everyone can have one of that value. */
  readonly weak: readonly string[];
  /** AWS refuses to create or change a role that trusts the provider and does not ask for the claim. */
  readonly isControlled: boolean;
  /** The provider is one's own: whose token it is, it is at least nobody else's. */
  readonly isOwn: boolean;
  readonly source: string;
}

/** What differs from the usual row: `sub` is asked for, `aud` is not enough. */
type Row = Pick<SharedProvider, 'host' | 'everyone'> & Partial<SharedProvider>;

/** The page lists the providers and the claim that AWS asks for; existing roles are refused only when they are changed. */
const CONTROLS =
  'IAM User Guide, identity-provider controls for shared OIDC providers (id_roles_providers_oidc_secure-by-default)';
/** Which claims of a token are condition keys. */
const KEYS = 'Service Authorization Reference, condition keys for AWS Security Token Service';

const CONTROLLED: readonly Row[] = [
  {
    host: 'token.actions.githubusercontent.com',
    everyone: 'Every workflow of every repository on GitHub',
    weak: ['aud', 'ref', 'environment', 'workflow', 'actor', 'actor_id'],
    source: `${CONTROLS}; ${KEYS}; GitHub documentation, OpenID Connect reference`,
  },
  { host: 'vstoken.actions.githubusercontent.com', everyone: 'Every workflow of every repository on GitHub' },
  { host: 'oidc-configuration.audit-log.githubusercontent.com', everyone: 'Every enterprise on GitHub' },
  {
    host: 'gitlab.com',
    everyone: 'Every pipeline of every project on GitLab',
    weak: ['aud', 'pipeline_source', 'ref_protected', 'runner_environment', 'user_access_level'],
    source: `${CONTROLS}; ${KEYS}; GitLab documentation, OpenID Connect authentication using ID tokens`,
  },
  { host: 'app.terraform.io', everyone: 'Every workspace of every organization on HCP Terraform' },
  {
    host: 'agent.buildkite.com',
    everyone: 'Every pipeline of every organization on Buildkite',
    // Other organizations may call a pipeline or a cluster the same.
    weak: ['aud', 'build_branch', 'pipeline_slug', 'cluster_name'],
    source: `${CONTROLS}; ${KEYS}; Buildkite documentation, OIDC with AWS`,
  },
  { host: 'oidc.codefresh.io', everyone: 'Every pipeline of every account on Codefresh' },
  { host: 'studio.datachain.ai/api', everyone: 'Every team on DVC Studio' },
  { host: 'scalr.io', everyone: 'Every account on Scalr' },
  { host: 'tokens.cloud.shisho.dev', everyone: 'Every organization on Shisho Cloud' },
  { host: 'proidc.upbound.io', everyone: 'Every organization on Upbound' },
  { host: 'api.pulumi.com/oidc', everyone: 'Every organization on Pulumi Cloud', claim: 'aud', weak: [] },
  { host: 'sandboxes.cloud', everyone: 'Everyone on sandboxes.cloud', claim: 'aud', weak: [] },
  { host: 'oidc.vercel.com', everyone: 'Every team on Vercel', claim: 'aud', weak: [] },
  {
    host: 'cognito-identity.amazonaws.com',
    everyone: 'Everyone in any identity pool of any AWS account',
    claim: 'aud',
    weak: ['amr'],
    source: `${CONTROLS}; ${KEYS}; Amazon Cognito Developer Guide, role trust and permissions`,
  },
];

/** Of these AWS lists the keys, and says nothing of a claim without which it refuses a role. */
const OTHERS: readonly Row[] = [
  { host: 'accounts.google.com', everyone: 'Everyone with a Google account', claim: 'aud', weak: [], source: KEYS },
  { host: 'graph.facebook.com', everyone: 'Everyone on Facebook', claim: 'app_id', weak: [], source: KEYS },
  { host: 'www.amazon.com', everyone: 'Everyone with an Amazon login', claim: 'app_id', weak: [], source: KEYS },
];

const OWN: readonly Row[] = [
  {
    host: /^oidc\.eks\.[a-z0-9-]+\.(amazonaws\.com|amazonaws\.com\.cn)\/id\//i,
    everyone: 'Every service account of the cluster',
    source: 'Amazon EKS User Guide, assign IAM roles to Kubernetes service accounts (aud and sub)',
  },
];

export const sharedProviders: readonly SharedProvider[] = [
  ...CONTROLLED.map((row) => complete(row, { isControlled: true, isOwn: false })),
  ...OTHERS.map((row) => complete(row, { isControlled: false, isOwn: false })),
  ...OWN.map((row) => complete(row, { isControlled: false, isOwn: true })),
];

/** By its host; undefined for a provider of which nothing is known. */
export function findSharedProvider(host: string): SharedProvider | undefined {
  return sharedProviders.find((each) => (typeof each.host === 'string' ? each.host === host : each.host.test(host)));
}

/** Claims that every token has, so that a condition on them asks for a value whatever its operator makes of a missing key. */
export const claimsOfEveryToken: readonly string[] = ['aud', 'sub', 'iss', 'amr', 'app_id'];

function complete(row: Row, kind: Pick<SharedProvider, 'isControlled' | 'isOwn'>): SharedProvider {
  return { claim: 'sub', weak: ['aud'], source: CONTROLS, ...row, ...kind };
}
