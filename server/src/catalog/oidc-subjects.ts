/** How the subjects of a provider's tokens are built, as far as it tells a pattern that fits too many of them. */
export interface OidcSubjects {
  /** Of the provider, before `:sub`. */
  readonly host: RegExp;
  /** What a pattern may leave open, the widest first: the first that fits counts. */
  readonly openings: readonly SubjectOpening[];
  /** What to write. */
  readonly example: string;
  readonly source: string;
}

export interface SubjectOpening {
  /** Read with `_` for what is not known. */
  readonly fits: RegExp;
  /** `strangers`: tokens that anyone can get; `all`: everything of one owner; `one`: more of one project than is needed. */
  readonly lets: 'strangers' | 'all' | 'one';
  /** In a sentence: `… fits <whom>`. */
  readonly whom: string;
}

/** A wildcard; in `StringLike` it fits colons and slashes too. */
const W = '[*?]';

export const oidcSubjects: readonly OidcSubjects[] = [
  {
    host: /^gitlab\.com$/i,
    openings: [
      // The group ends at the first slash: a wildcard before it fits groups that anyone can make.
      { fits: new RegExp(`^[^/]*${W}`), lets: 'strangers', whom: 'projects of groups that anyone can make' },
      {
        fits: new RegExp(`^project_path:[^:]*${W}`),
        lets: 'all',
        whom: 'every pipeline of several projects',
      },
      { fits: new RegExp(`^project_path:[^:]+:${W}+$`), lets: 'one', whom: 'pipelines of every branch and tag' },
    ],
    example: 'project_path:<group>/<project>:ref_type:branch:ref:main',
    source: 'GitLab documentation, OpenID Connect authentication using ID tokens (docs.gitlab.com, token payload: sub)',
  },
  {
    host: /^app\.terraform\.io$/i,
    openings: [
      {
        fits: new RegExp(`^(?!organization:)[^:]*${W}|^organization:[^:]*${W}`),
        lets: 'strangers',
        whom: 'workspaces of organizations that anyone can make',
      },
      // A workspace's name is the only one of its kind in the organization, so that the project may stay open.
      {
        fits: new RegExp(`^organization:[^:]+:(${W}+$|project:${W}+($|:(workspace:)?${W}))`),
        lets: 'all',
        whom: 'every workspace of the organization',
      },
    ],
    example: 'organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply',
    source: 'HCP Terraform documentation, dynamic credentials with the AWS provider; workload identity tokens',
  },
  {
    host: /^agent\.buildkite\.com$/i,
    openings: [
      {
        fits: new RegExp(`^(?!organization:)[^:]*${W}|^organization:[^:]*${W}`),
        lets: 'strangers',
        whom: 'pipelines of organizations that anyone can make',
      },
      {
        fits: new RegExp(`^organization:[^:]+:(${W}+$|pipeline:[^:]*${W})`),
        lets: 'all',
        whom: 'every build of several pipelines',
      },
    ],
    example: 'organization:<organization>:pipeline:<pipeline>:ref:refs/heads/main:*',
    source: 'Buildkite documentation, OIDC with AWS',
  },
  {
    // The provider is that of one organization already.
    host: /^oidc\.circleci\.com\/org\//i,
    openings: [
      {
        fits: new RegExp(`^(${W}|org/([^/]*${W}|[^/]+/(${W}|project/[^/]*${W})))`),
        lets: 'all',
        whom: 'jobs of every project of the organization',
      },
    ],
    example: 'org/<organization id>/project/<project id>/user/*',
    source: 'CircleCI documentation, using OpenID Connect tokens in jobs (format of the token: sub)',
  },
  {
    host: /^oidc\.eks\.[a-z0-9-]+\.(amazonaws\.com|amazonaws\.com\.cn)\/id\//i,
    openings: [
      {
        fits: new RegExp(`^([^:]*${W}|system:([^:]*${W}|serviceaccount:[^:]*${W}))`),
        lets: 'all',
        whom: 'service accounts of several namespaces of the cluster',
      },
      {
        fits: new RegExp(`^system:serviceaccount:[^:]+:${W}+$`),
        lets: 'one',
        whom: 'every service account of the namespace',
      },
    ],
    example: 'system:serviceaccount:<namespace>:<service account>',
    source: 'Amazon EKS User Guide, assign IAM roles to Kubernetes service accounts',
  },
];

export function findOidcSubjects(host: string): OidcSubjects | undefined {
  return oidcSubjects.find((each) => each.host.test(host));
}
