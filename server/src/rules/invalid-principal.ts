import { findPartition } from '../catalog/partitions.ts';
import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import type { Policy } from '../policy/policy.ts';
import type { Principal } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, literalOf, type Part } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const invalidPrincipal = defineRule({
  id: 'invalid-principal',
  summary: 'A principal has no form that AWS knows, or is the internal id of a deleted role or user',
  severity: 'error',
  lesser: ['info'],
  kinds: ['trust', 'resource'],
  check: {
    scope: 'policy',
    run(policy, context) {
      const isResource = policy.kind === 'resource' && !mayBeTrust(policy);
      for (const { principal, notPrincipal } of policy.statements)
        for (const each of [...(principal?.principals ?? []), ...(notPrincipal?.principals ?? [])]) {
          const problem = (isResource ? resourceProblem(each) : undefined) ?? problemOf(each);
          if (problem !== undefined) context.report({ at: each.value.node, ...problem });
        }
    },
  },
});

interface Problem {
  readonly message: string;
  readonly severity?: Severity;
}

/** What its content makes a resource policy, and allows an action of STS, may be a trust policy with a mistake. */
function mayBeTrust({ kindFrom, statements }: Policy): boolean {
  if (kindFrom === 'user' || kindFrom === 'property') return false;
  return statements.some(({ action }) =>
    action?.values.some((value) => /^(sts:|\*)/i.test(describeParts(value.parts))),
  );
}

/** What AWS takes in a trust policy only, or has another rule there. */
function resourceProblem({ type, value }: Principal): Problem | undefined {
  const text = describeParts(value.parts);
  if (hasPlaceholder(value)) return undefined;
  if (type === 'Federated')
    return {
      message: `Only a trust policy can name an identity provider as principal. Name the roles that its users assume, not \`${text}\`.`,
    };
  if ((type !== 'AWS' && type !== 'Service') || !value.parts.some(isPattern) || (type === 'AWS' && text === '*'))
    return undefined;
  const advice =
    type === 'Service'
      ? 'a service principal holds no wildcards. Name each service.'
      : 'a principal holds no wildcards. Name the account, or `"*"`, and add a condition `ArnLike` on `aws:PrincipalArn` with this pattern.';
  return { message: `AWS refuses \`${text}\`: ${advice}` };
}

function isPattern(part: Part): boolean {
  return part.type === 'literal' && hasWildcard(part.text);
}

function problemOf({ type, value }: Principal): Problem | undefined {
  const text = literalOf(value);
  // Wildcards have a rule of their own in trust policies.
  if (text === undefined || hasWildcard(text) || text.includes('${')) return undefined;
  if (type === 'AWS') return awsProblem(text);
  if (type === 'Service' && !/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text))
    return { message: `\`${text}\` is no service principal. Write its name, such as \`lambda.amazonaws.com\`.` };
  if (type === 'Federated' && !isIdentityProvider(text))
    return {
      message: `\`${text}\` is no identity provider. Write its ARN, with \`saml-provider/…\` or \`oidc-provider/…\`, or its host name, such as \`cognito-identity.amazonaws.com\`.`,
    };
  if (type === 'CanonicalUser' && !/^[0-9a-f]{64}$/i.test(text))
    return { message: `\`${text}\` is no canonical user id, which has 64 hexadecimal digits.` };
  return undefined;
}

/**
 * Which hosts there are is not for us to say. IAM's own words when it refuses others: "Federated principals must be
 * valid domain names or SAML metadata ARNs", https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2594
 */
function isIdentityProvider(text: string): boolean {
  if (text.startsWith('arn:')) return /^arn:[^:]*:iam::[^:]*:(saml|oidc)-provider\/./.test(text);
  return /^[^\s.]+(\.[^\s.]+)+$/.test(text);
}

function awsProblem(text: string): Problem | undefined {
  if (/^\d{12}$/.test(text)) return undefined;
  if (/^(AROA|AIDA)[A-Z0-9]{12,}$/.test(text))
    return {
      severity: 'info',
      message: `\`${text}\` is the internal id of a role or user, which AWS shows where that one was deleted. Name the ARN of the one that is meant now, or remove it.`,
    };
  if (!text.startsWith('arn:'))
    return { message: `\`${text}\` is no principal. Write the ARN of a role or user, or the 12 digits of an account.` };
  const [, partition = '', service = '', region, account = '', ...rest] = text.split(':');
  const resource = rest.join(':');
  if (findPartition(partition) === undefined)
    return {
      message: `\`${partition}\` in \`${text}\` is no partition of AWS. Write \`aws\`, or \`aws-cn\`, \`aws-us-gov\` and the like.`,
    };
  if ((service !== 'iam' && service !== 'sts') || region !== '')
    return {
      message: `\`${text}\` is not the ARN of a principal: those begin with \`arn:${partition}:iam::\` or \`arn:${partition}:sts::\`.`,
    };
  if (/^group\//.test(resource))
    return {
      message: `\`${text}\` is a group, which cannot be a principal. Name its users, or a role that they assume.`,
    };
  if (!/^(\d{12}|cloudfront)$/.test(account))
    return { message: `\`${account}\` in \`${text}\` is no account id, which has 12 digits.` };
  const form = service === 'iam' ? /^(root|(role|user)\/.+)$/ : /^(assumed-role\/[^/]+\/.+|federated-user\/.+|self)$/;
  if (!form.test(resource))
    return { message: `\`${resource}\` in \`${text}\` is no principal. Write ${formsOf(service)}.` };
  return undefined;
}

function formsOf(service: string): string {
  return service === 'iam' ? '`role/…`, `user/…` or `root`' : '`assumed-role/<role>/<session>`';
}
