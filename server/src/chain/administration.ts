import { keptWith } from '../base/once.ts';
import { actionMatches } from '../policy/wildcard.ts';
import type { Entity, World } from '../role/entity.ts';
import type { Grant } from '../role/grant.ts';
import { literalText, type Text } from '../role/text.ts';
import { matchText } from './match.ts';
import { roleArn } from './role-arn.ts';

/** By each of these a role can give itself, or another role, any permission; IAM API reference. */
const giving = ['iam:AttachRolePolicy', 'iam:PutRolePolicy'] as const;

/** What changes who may use a role, or what it may do; IAM API reference. */
const rewriting = ['iam:UpdateAssumeRolePolicy', ...giving] as const;

/** The statement by which a role can do anything in its account, directly or by giving itself the permission. */
export function findAdministration(entity: Entity): Grant | undefined {
  return knownPowers(entity).administration;
}

interface Powers {
  readonly administration: Grant | undefined;
  readonly rewriting: readonly Rewriting[];
}

/** Entities are the same objects as long as nothing changes them. */
const powers = keptWith<Entity, Powers>();

function knownPowers(entity: Entity): Powers {
  const known = powers.get(entity) ?? { administration: administrationOf(entity), rewriting: rewritingOf(entity) };
  powers.set(entity, known);
  return known;
}

function administrationOf(entity: Entity): Grant | undefined {
  if (!isUnbounded(entity, giving)) return undefined;
  return entity.permissions.find(
    (grant) => isPlainAllow(grant) && giving.some((action) => allows(grant, action)) && isOnEverything(grant),
  );
}

export interface Rewriting {
  readonly grant: Grant;
  readonly action: string;
}

/**
 * The statement by which a role can rewrite the policies of another one, for certain. What names every role needs no
 * chain to be too much.
 */
export function findRewriting(world: World, entity: Entity, other: Entity): Rewriting | undefined {
  const known = knownPowers(entity);
  if (known.rewriting.length === 0 || other.places.length === 0) return undefined;
  const arns = other.places.map((place) => roleArn(other, place, world));
  return known.rewriting.find(({ grant }) =>
    arns.every((arn) =>
      grant.resources?.values.some((value) => !isEveryRole(value) && matchText(value, arn, 'like') === true),
    ),
  );
}

function rewritingOf(entity: Entity): readonly Rewriting[] {
  if (!isUnbounded(entity, rewriting)) return [];
  return entity.permissions.flatMap((grant): Rewriting[] => {
    if (!isPlainAllow(grant) || grant.resources?.negated !== false) return [];
    const action = rewriting.find((each) => allows(grant, each));
    return action === undefined ? [] : [{ grant, action }];
  });
}

/** Nothing that is in sight, or hidden, takes any of it away. */
function isUnbounded({ boundary, permissions, unseen }: Entity, actions: readonly string[]): boolean {
  if (boundary !== undefined || unseen.some(({ known }) => known?.mayDeny !== false)) return false;
  return !permissions.some((grant) => grant.effect !== 'Allow' && mayName(grant, actions));
}

function isPlainAllow({ effect, conditions, complete }: Grant): boolean {
  return effect === 'Allow' && conditions.length === 0 && complete;
}

function isOnEverything({ resources }: Grant): boolean {
  return resources?.negated === false && resources.values.some((value) => /^\*+$/.test(literalText(value) ?? ''));
}

function isEveryRole(value: Text): boolean {
  const last = value.at(-1);
  return typeof last === 'string' && /(?:^|:role\/)\*+$/.test(last);
}

function allows({ actions }: Grant, action: string): boolean {
  if (actions === undefined || (actions.negated && !actions.complete)) return false;
  const names = actions.values.map((value) => literalText(value));
  if (actions.negated) return names.every((name) => name !== undefined && !actionMatches(name, action));
  return names.some((name) => name !== undefined && actionMatches(name, action));
}

function mayName({ actions, effect }: Grant, wanted: readonly string[]): boolean {
  if (actions === undefined || actions.negated || !actions.complete || effect === undefined) return true;
  return actions.values.some((value) => {
    const name = literalText(value);
    return name === undefined || wanted.some((action) => actionMatches(name, action));
  });
}

/** SCPs that keep a role from being changed: none, one that may, or none that does. */
export function protectsRole(world: World, role: Entity): boolean {
  return world.controlPolicies.some(
    ({ kind, grants }) =>
      kind === 'scp' &&
      grants.some((grant) => {
        if (grant.effect === 'Allow' || !mayName(grant, rewriting)) return false;
        const { resources } = grant;
        if (resources === undefined || resources.negated || !resources.complete) return true;
        return role.places.some((place) =>
          resources.values.some((value) => matchText(value, roleArn(role, place, world), 'like') !== false),
        );
      }),
  );
}
