import { keptWith } from '../base/once.ts';
import type { World } from '../role/entity.ts';
import type { Grant } from '../role/grant.ts';
import type { Hop } from './graph.ts';
import { type Ends, sourceAllowing, sourceWithoutKey, targetAllowing, targetWithoutKey, wouldOpen } from './suppose.ts';
import type { Reason, StatementPart } from './verdict.ts';

export type HopSide = 'source' | 'target';

/** One condition that stands in the way, and whose policy holds it. */
export interface PlacedCondition {
  readonly side: HopSide;
  readonly grant: Grant;
  readonly index: number;
}

/** The one thing that keeps a hop from happening: without it, the call could succeed. */
export type BlockedCause =
  /** A key of which no value lets the call through. Both sides: their demands exclude each other. */
  | { readonly type: 'key'; readonly key: string; readonly conditions: readonly PlacedCondition[] }
  /** The call must pass tags, or a source identity, which needs an action that these sides do not allow. */
  | {
      readonly type: 'companion';
      readonly action: 'sts:TagSession' | 'sts:SetSourceIdentity';
      readonly lacking: readonly HopSide[];
      readonly conditions: readonly PlacedCondition[];
    }
  /** An explicit Deny. */
  | { readonly type: 'deny'; readonly reason: Reason }
  /** A side does not name the other, or not with what the call needs; both may. */
  | { readonly type: 'side'; readonly side: HopSide; readonly reason: Reason | undefined };

/** Of a hop that is blocked. Worked out by asking what would happen if one thing were otherwise. */
export function findBlockedCause(world: World, hop: Hop): BlockedCause {
  const known = causes.get(hop.verdict);
  if (known !== undefined) return known;
  const cause = companionCause(world, hop) ?? keyCause(world, hop) ?? plainCause(hop);
  causes.set(hop.verdict, cause);
  return cause;
}

/** Verdicts are the same objects as long as nothing that decides them changes. */
const causes = keptWith<Hop['verdict'], BlockedCause>();

const companions = [
  {
    action: 'sts:TagSession',
    asks: (key: string) => /^(?:aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/.test(key),
  },
  { action: 'sts:SetSourceIdentity', asks: (key: string) => key === 'sts:sourceidentity' },
] as const;

function companionCause(world: World, hop: Hop): BlockedCause | undefined {
  const { source, target } = hop;
  for (const { action, asks } of companions) {
    const conditions = conditionsOf(hop).filter((each) => asks(keyOf(each)));
    if (conditions.length === 0) continue;
    const both: Ends = { source: sourceAllowing(source, action), target: targetAllowing(target, action) };
    if (!wouldOpen(world, both)) continue;
    if (wouldOpen(world, { source, target: both.target }))
      return { type: 'companion', action, lacking: ['target'], conditions };
    if (wouldOpen(world, { source: both.source, target }))
      return { type: 'companion', action, lacking: ['source'], conditions };
    return { type: 'companion', action, lacking: ['source', 'target'], conditions };
  }
  return undefined;
}

function keyCause(world: World, hop: Hop): BlockedCause | undefined {
  const { source, target } = hop;
  // What a Deny asks is what it is for; of MFA alone nobody thinks that it never is there.
  const isPlain = (each: PlacedCondition) =>
    each.grant.effect !== 'Deny' || keyOf(each).startsWith('aws:multifactorauth');
  const all = conditionsOf(hop).filter(isPlain);
  for (const key of new Set(all.map(keyOf))) {
    const without: Ends = { source: sourceWithoutKey(source, key), target: targetWithoutKey(target, key) };
    if (!wouldOpen(world, without)) continue;
    const own = all.filter((each) => keyOf(each) === key);
    const sides = (['target', 'source'] as const).filter((side) => own.some((each) => each.side === side));
    if (sides.length === 1) return { type: 'key', key, conditions: own };
    const isMutual = key.startsWith('sts:') || key.startsWith('aws:requesttag/') || key === 'aws:tagkeys';
    if (isMutual) return { type: 'key', key, conditions: own };
    const decides = sides.filter((side) => wouldOpen(world, { ...{ source, target }, [side]: without[side] }));
    return {
      type: 'key',
      key,
      conditions: decides.length === 0 ? own : own.filter(({ side }) => decides.includes(side)),
    };
  }
  return undefined;
}

/** Those that stand between the two: in statements by which they name each other, and in a Deny that applies. */
function conditionsOf({ source, target, bySource, byTarget, verdict }: Hop): readonly PlacedCondition[] {
  const denying = new Set(
    verdict.reasons.flatMap(({ effect, origin }) => (effect === 'deny' && origin ? [origin] : [])),
  );
  const denies = ({ origin }: Grant): boolean => denying.has(origin);
  const ofTarget = new Set([...byTarget.map(({ grant }) => grant), ...(target.trust ?? []).filter(denies)]);
  const ofSource = new Set([...bySource.map(({ grant }) => grant), ...source.permissions.filter(denies)]);
  const placed = (side: HopSide, grants: ReadonlySet<Grant>) =>
    [...grants].flatMap((grant) => grant.conditions.map((_, index) => ({ side, grant, index })));
  return [...placed('target', ofTarget), ...placed('source', ofSource)];
}

function keyOf({ grant, index }: PlacedCondition): string {
  return grant.conditions[index]?.key.toLowerCase() ?? '';
}

function plainCause({ verdict, bySource, byTarget }: Hop): BlockedCause {
  const { reasons } = verdict;
  const deny = reasons.find(({ effect }) => effect === 'deny');
  if (deny !== undefined) return { type: 'deny', reason: deny };
  const ofTarget = reasons.find(({ side }) => side === 'target' || side === 'rcp');
  const ofSource = reasons.find(({ side }) => side !== 'target' && side !== 'rcp');
  const side =
    ofTarget !== undefined && (ofSource === undefined || byTarget.length === 0 || bySource.length > 0)
      ? 'target'
      : 'source';
  return { type: 'side', side, reason: side === 'target' ? ofTarget : ofSource };
}

/** A condition as a part of its statement: its value, where it has one only. */
export function conditionPart({ grant, index }: Omit<PlacedCondition, 'side'>): StatementPart {
  const isOne = grant.conditions[index]?.values.length === 1;
  return { element: 'condition', index, ...(isOne && { value: 0 }) };
}
