/** A provider of web identities that many customers share, so that a token of it says little by itself. */
export interface SharedProvider {
  /** As it stands behind `oidc-provider/`, or alone; ends in `/` where a path follows. */
  readonly host: string;
  /** Whose token it is said to be, in a sentence: `Everyone on … can assume this role`. */
  readonly everyone: string;
  /** The claim that says which of them. */
  readonly claim: string;
  /** Claims that do not, though they are checked. */
  readonly weak: readonly string[];
  readonly source: string;
}

const AUDIENCE = ['aud'];
const GITHUB_DOCS = 'GitHub documentation, Configuring OpenID Connect in Amazon Web Services';
const IAM_KEYS = 'IAM User Guide, IAM and AWS STS condition context keys (web identity federation)';

export const sharedProviders: readonly SharedProvider[] = [
  {
    host: 'token.actions.githubusercontent.com',
    everyone: 'Every workflow of every repository on GitHub',
    claim: 'sub',
    weak: [...AUDIENCE, 'ref', 'environment', 'workflow', 'actor'],
    source: GITHUB_DOCS,
  },
  {
    host: 'gitlab.com',
    everyone: 'Every pipeline of every project on GitLab',
    claim: 'sub',
    weak: AUDIENCE,
    source: 'GitLab documentation, Configure OpenID Connect in AWS to retrieve temporary credentials',
  },
  {
    host: 'app.terraform.io',
    everyone: 'Every workspace of every organization on HCP Terraform',
    claim: 'sub',
    weak: AUDIENCE,
    source: 'HCP Terraform documentation, Use dynamic credentials with the AWS provider',
  },
  {
    host: 'cognito-identity.amazonaws.com',
    everyone: 'Everyone in any identity pool of any AWS account',
    claim: 'aud',
    weak: ['amr'],
    source: IAM_KEYS,
  },
  { host: 'accounts.google.com', everyone: 'Everyone with a Google account', claim: 'aud', weak: [], source: IAM_KEYS },
  { host: 'graph.facebook.com', everyone: 'Everyone on Facebook', claim: 'app_id', weak: [], source: IAM_KEYS },
  { host: 'www.amazon.com', everyone: 'Everyone with an Amazon login', claim: 'app_id', weak: [], source: IAM_KEYS },
];
