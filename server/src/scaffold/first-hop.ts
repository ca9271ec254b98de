import type { ChainPlan } from './chain-plan.ts';

/** How the code comes by the credentials of the source role, in a sentence for a comment. */
export function describeFirstHop({ answers: { source } }: ChainPlan): string {
  if (source.kind === 'function') return 'Lambda assumed the source role; the SDK finds these credentials by itself.';
  if (source.kind === 'service')
    return `${source.service} assumed the source role; the SDK finds these credentials by itself.`;
  switch (source.provider) {
    case 'github':
      return 'the step aws-actions/configure-aws-credentials assumed the source role; the SDK finds these credentials.';
    case 'gitlab':
    case 'oidc':
      return 'the SDK assumes the source role with AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE.';
    case 'saml':
      return 'the person signed in and assumed the source role; the SDK finds these credentials in the profile.';
    default:
      return source satisfies never;
  }
}
