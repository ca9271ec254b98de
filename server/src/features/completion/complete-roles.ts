import { wildcardMatches } from '../../base/wildcard.ts';
import { existing, type Text } from '../../edit/writable.ts';
import { literalOf } from '../../policy/value.ts';
import type { IntrinsicNode } from '../../syntax/node.ts';
import type { Substitutions } from './complete-arns.ts';
import type { Offer } from './offer.ts';
import type { ValuePlace } from './place.ts';

/** A role of the workspace. */
export interface KnownRole {
  readonly name: string;
  /** With a place to fill in where the account is not known; undefined where more than that is not. */
  readonly arn?: Text;
  /** Its logical id, where it stands in the same template. */
  readonly logicalId?: string;
}

/** Roles of the workspace: those of the same template by reference, others by their ARN. */
export function offerRoles(
  place: ValuePlace,
  typed: string,
  substitutions: Substitutions,
  roles: readonly KnownRole[],
): readonly Offer[] {
  if (!takesRoles(place)) return [];
  const own = place.policy.owner?.id;
  return roles.flatMap((role): readonly Offer[] => {
    if (role.logicalId !== undefined && role.logicalId === own) return [];
    const reference = referenceTo(role, substitutions, typed);
    if (reference !== undefined) return [reference];
    if (role.arn === undefined) return [];
    const label = role.arn.map((each) => (typeof each === 'string' ? each : `<${each.name}>`)).join('');
    if (place.others.includes(label)) return [];
    return [
      {
        kind: 'role',
        label: role.name,
        detail: label,
        description: 'role of the workspace',
        writing: { as: 'text', parts: role.arn },
        filter: `${label} ${role.name}`,
      },
    ];
  });
}

/** The ARNs of the roles of the same template, as an `Fn::GetAtt` names them. */
export function offerRoleAttributes(place: ValuePlace, roles: readonly KnownRole[]): readonly Offer[] {
  if (!takesRoles(place)) return [];
  return roles.flatMap(({ name, logicalId }): readonly Offer[] =>
    logicalId === undefined || logicalId === place.policy.owner?.id
      ? []
      : [
          {
            kind: 'role',
            label: `${logicalId}.Arn`,
            description: name,
            writing: { as: 'text', parts: [`${logicalId}.Arn`] },
          },
        ],
  );
}

function referenceTo({ name, logicalId }: KnownRole, substitutions: Substitutions, typed: string): Offer | undefined {
  if (logicalId === undefined) return undefined;
  const common = { kind: 'role' as const, label: name, description: `${logicalId}.Arn` };
  if (substitutions === 'in-text' && (typed === '' || typed.startsWith('$')))
    return {
      ...common,
      writing: { as: 'text', parts: [`\${${logicalId}.Arn}`] },
      filter: `\${${logicalId}.Arn} ${name}`,
    };
  if (substitutions !== 'as-value') return undefined;
  return {
    ...common,
    writing: { as: 'value', value: existing(getArn(logicalId)) },
    filter: `arn:aws:iam ${name} ${logicalId}`,
  };
}

/** `!GetAtt Role.Arn`; JSON has the long form of it. */
function getArn(logicalId: string): IntrinsicNode {
  const span = { start: 0, end: 0 };
  const text = `${logicalId}.Arn`;
  const argument = { type: 'string', span, value: text, style: 'plain', raw: text } as const;
  return { type: 'intrinsic', span, name: 'GetAtt', form: 'short', nameSpan: span, argument };
}

/** Principals, and resources of actions that take roles. */
function takesRoles({ of, key, statement }: ValuePlace): boolean {
  if (of === 'Principal' || of === 'NotPrincipal') return key === 'AWS';
  if (of === 'Condition') return /^aws:PrincipalArn$/i.test(key ?? '');
  if (of !== 'Resource' && of !== 'NotResource') return false;
  return (statement?.action?.values ?? []).some((each) => {
    const action = (literalOf(each) ?? '').toLowerCase();
    return ['sts:assumerole', 'iam:passrole', 'iam:getrole'].some((wanted) => wildcardMatches(action, wanted));
  });
}
