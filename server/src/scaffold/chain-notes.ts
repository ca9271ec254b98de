import type { Source } from './answers.ts';
import type { ChainPlan } from './chain-plan.ts';
import { protectedRoles } from './protecting-scp.ts';
import { describeEvidence, findServiceSource } from './service-sources.ts';

/** What to know before the chain is deployed. */
export function chainNotes(plan: ChainPlan): readonly string[] {
  const { answers, targets, source, target, permissions } = plan;
  return [
    ...sourceNotes(answers.source),
    ...(answers.source.region === undefined
      ? ['No Region is given, so the SCP and the code are those of the partition aws.']
      : []),
    ...(answers.lockFunction === true
      ? ['The source role assumes the target role from the code of the function only: nobody can try it out elsewhere.']
      : []),
    // IAM stores the id of the role, not its ARN. Source: IAM User Guide, AWS JSON policy elements: Principal.
    `Where ${source.name} is deleted and made anew, ${target.name} trusts it no more until its trust policy is saved again.`,
    ...(targets.kind === 'units'
      ? ['Neither the stack set nor the SCP reaches the management account, should it be in the unit.']
      : []),
    ...(answers.deploymentRole === undefined
      ? [
          `Nobody but the stack set changes roles at ${protectedRoles(plan)}: to let a role deploy there, exempt it in the SCP.`,
        ]
      : []),
    ...(target.path === '/'
      ? [
          'The target role has no path of its own, so the SCP protects this one name; a path would protect what comes later too.',
        ]
      : []),
    ...(permissions.length > 0
      ? ['The target role may call its actions on every resource: narrow that where they allow it.']
      : []),
  ];
}

function sourceNotes(source: Source): readonly string[] {
  if (source.kind === 'function')
    return [
      // AWS publishes it (aws/agent-toolkit-for-aws, IAM role management); the Lambda Developer Guide does not show it.
      'Lambda sends aws:SourceArn when it assumes the role, though its own guide does not say so. Invoke the function once before you rely on it.',
    ];
  if (source.kind === 'service') {
    const row = findServiceSource(source.service);
    return row === undefined ? [] : [`${source.service} ${describeEvidence(row)}.`];
  }
  if (source.provider === 'saml')
    return [
      'The trust policy says where people sign in, not who they are: the identity provider decides who gets the role.',
    ];
  // Source: README of aws-actions/configure-aws-credentials (immutable subjects).
  return source.provider === 'github' && !source.subject.includes('@')
    ? [
        'Repositories made since 15 July 2026 have ids in the subject of their tokens, repo:owner@id/name@id:…: look at a token of yours before you rely on the subject.',
      ]
    : [];
}
