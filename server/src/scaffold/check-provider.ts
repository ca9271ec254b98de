import { findOidcSubjects } from '../catalog/oidc-subjects.ts';

/** Where GitHub's tokens come from, and what they begin with. */
export const githubHost = 'token.actions.githubusercontent.com';
export const gitlabHost = 'gitlab.com';

/** A provider of web identities as IAM names it: its URL without `https://`. */
export function problemOfHost(value: string): string | undefined {
  if (/^https?:/i.test(value)) return 'Leave out "https://".';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/[\w.~/-]*[\w~-])?$/i.test(value)
    ? undefined
    : 'Write the host of the provider, with its path if it has one: oidc.example.com/tenant.';
}

/**
 * GitHub's subjects, of repositories with or without the ids that newer ones carry. Source: GitHub documentation, OpenID
 * Connect reference; README of aws-actions/configure-aws-credentials.
 */
export function problemOfGithubSubject(value: string): string | undefined {
  const parts = /^repo:([^/:]+)\/([^/:]+):(.+)$/.exec(value);
  if (parts === null) return 'Write it like repo:my-org/my-repo:ref:refs/heads/main.';
  const [, owner = '', repository = '', context = ''] = parts;
  if (/[*?]/.test(withoutId(owner) + withoutId(repository)))
    return 'Name one owner and one repository, without wildcards.';
  if (/^[*?]+$/.test(context)) return 'Name a branch (ref:refs/heads/main) or an environment (environment:production).';
  return problemOfText(value);
}

/** The subject of another provider. */
export function problemOfSubject(value: string, host: string): string | undefined {
  if (/^[*?]*$/.test(value)) return 'This lets everyone in whom the provider knows. Name who may assume the role.';
  const subjects = findOidcSubjects(host);
  const opening = /[*?]/.test(value) ? subjects?.openings.find(({ fits }) => fits.test(value)) : undefined;
  if (opening !== undefined) return `This fits ${opening.whom}. Write it like ${subjects?.example ?? value}.`;
  return problemOfText(value);
}

/** The id in `owner@123456` may stay open: the name is what is asked for. */
function withoutId(name: string): string {
  return name.replace(/@[^@]*$/, '');
}

export function problemOfAudience(value: string): string | undefined {
  if (value === '') return 'Give the audience that the provider writes into its tokens.';
  return /[*?]/.test(value) ? 'An audience is compared letter by letter: no wildcards.' : problemOfText(value);
}

/** Source: IAM API reference, CreateSAMLProvider (Name). */
export function problemOfSamlProvider(value: string): string | undefined {
  return /^[\w._-]{1,128}$/.test(value)
    ? undefined
    : 'Give the name of the SAML provider in IAM: letters, digits and "._-".';
}

function problemOfText(value: string): string | undefined {
  return /^[!-~]+$/.test(value) && !/["'`$\\<>{}]/.test(value)
    ? undefined
    : 'This holds a character that cannot stand there.';
}
