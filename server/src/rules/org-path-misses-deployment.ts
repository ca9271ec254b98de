import { conditionPart } from '../chain/blocked-cause.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Graph, Hop } from '../chain/graph.ts';
import { misnamedPairs, pairKey } from '../chain/misnaming.ts';
import { coveredUnits, coversPlace, type ScopedGrant, scopedGrants } from '../chain/org-coverage.ts';
import { type End, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atEntity, atStatement, type WorkspaceContext, type WorkspaceFix } from '../lint/workspace-rule.ts';
import type { Place } from '../role/entity.ts';
import { describeText, literalText } from '../role/text.ts';

export const orgPathMissesDeployment = defineRule({
  id: 'org-path-misses-deployment',
  summary:
    'A role is deployed outside of the part of the organization where the source may assume it, or the part is wider',
  severity: 'warning',
  lesser: ['hint'],
  kinds: ['identity'],
  check: {
    scope: 'workspace',
    needsAll: true,
    run(graph, context) {
      const misnamed = misnamedPairs(graph);
      for (const hop of graph.hops) {
        const { source, target } = hop;
        if (source.source === undefined || target.source === undefined || misnamed.has(pairKey(hop))) continue;
        const scoped = scopedGrants(hop);
        const [first] = scoped ?? [];
        if (scoped === undefined || first === undefined) continue;
        const missed = target.places.filter((place) => scoped.every((each) => coversPlace(each, place) === false));
        // Within one account a trust policy that names the source suffices.
        const { verdict, assumptions } = hop.verdict;
        if (missed.length === target.places.length && verdict === 'allowed' && assumptions.length === 0) continue;
        if (missed.length > 0) reportMissed(hop, first, missed, context);
        else if (scoped.length === 1) reportWider(graph, hop, first, context);
      }
    },
  },
});

function reportMissed(hop: Hop, scoped: ScopedGrant, missed: readonly Place[], context: WorkspaceContext): void {
  const { source, target } = hop;
  const where = missed.map(sayPlace).join(' and ');
  const values = scoped.condition.values.map((value) => quote(describeText(value))).join(' or ');
  const isAll = missed.length === target.places.length;
  const everywhere = isAll ? '' : ' everywhere';
  reportEnds(context, {
    message: `${nameOf(source)} cannot assume ${nameOf(target)}${everywhere}: it is deployed to ${where}, and ${scoped.grant.origin.label} reaches only ${values} by \`aws:ResourceOrgPaths\`. Name that unit there, or deploy the role elsewhere.`,
    severity: 'warning',
    ends: [endOf(hop, scoped, isAll ? fixTo(scoped, missed) : []), targetOf(hop)],
  });
}

/** Roles of that name can be made by whoever is in the rest of the part. */
function reportWider({ hops }: Graph, hop: Hop, scoped: ScopedGrant, context: WorkspaceContext): void {
  const { source, target } = hop;
  const covered = coveredUnits(scoped);
  const units = target.places.map(({ organizationPath: path }) => (Array.isArray(path) ? String(path[0]) : undefined));
  const others = hops.some(
    (other) => other !== hop && other.source === source && other.bySource.some(({ grant }) => grant === scoped.grant),
  );
  if (covered === undefined || others || units.length === 0) return;
  const deployed = units.flatMap((unit, index) => (target.places[index]?.unit === undefined ? [] : (unit ?? [])));
  if (deployed.length !== units.length) return;
  const wider = covered.filter((unit) => !deployed.some((each) => unit.startsWith(each)));
  const [only] = wider;
  if (only === undefined) return;
  reportEnds(context, {
    message: `${quote(`${only}*`)} is more than where ${nameOf(target)} is deployed: ${target.places.map(sayPlace).join(' and ')}. ${nameOf(source)} would assume a role of that name in the rest of it too, whoever makes it. Name the unit that the role is deployed to.`,
    severity: 'hint',
    ends: [endOf(hop, scoped, fixTo(scoped, target.places)), targetOf(hop)],
  });
}

function endOf({ source }: Hop, { grant, index }: ScopedGrant, fixes: readonly WorkspaceFix[]): End {
  return { at: atStatement(grant.origin, conditionPart({ grant, index })), is: `${nameOf(source)}, the source`, fixes };
}

function targetOf({ target }: Hop): End {
  return { at: atEntity(target), is: `${nameOf(target)}, the target` };
}

/** Only from one value to one unit, where both are written out. */
function fixTo({ grant, index, condition }: ScopedGrant, places: readonly Place[]): readonly WorkspaceFix[] {
  const [value, ...more] = condition.values.map(literalText);
  const [place, ...others] = places;
  const path = place?.organizationPath;
  const start = Array.isArray(path) && typeof path[0] === 'string' ? path[0] : undefined;
  if (value === undefined || more.length > 0 || others.length > 0 || start === undefined) return [];
  const to = value.endsWith('*') ? `${start}*` : start;
  const at = atStatement(grant.origin, conditionPart({ grant, index }));
  return [{ title: `Reach ${quote(to)}`, applicability: 'suggestion', preferred: true, edit: { at, from: value, to } }];
}

function sayPlace({ unit, account, organizationPath }: Place): string {
  if (unit !== undefined) return quote(unit);
  const name = quote(describeText(account));
  return Array.isArray(organizationPath) ? `${name} in ${quote(describeText(organizationPath))}` : name;
}
