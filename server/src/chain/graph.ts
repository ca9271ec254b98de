import { type Steps, takeAll } from '../base/steps.ts';
import type { Entity, World } from '../role/entity.ts';
import { literalText, type Text, textKey } from '../role/text.ts';
import { evaluateHop } from './evaluate-hop.ts';
import { listPairsInSteps, type NamedPair } from './list-hops.ts';
import { isServiceLocked, isSourceLocked, isTargetLocked, type Locked } from './lock.ts';
import type { Verdict } from './verdict.ts';

/** Who may assume whom, as far as one side names the other. */
export interface Graph {
  readonly world: World;
  /** Those of the workspace, then those that are only named. */
  readonly entities: readonly Entity[];
  /** In the order in which the workspace names them. */
  readonly hops: readonly Hop[];
}

export interface Hop extends NamedPair {
  readonly verdict: Verdict;
  readonly locked: Locked;
}

/** Verdicts of a world by source and target: what did not change is not judged again. */
export type Verdicts = WeakMap<Entity, WeakMap<Entity, Judged>>;

interface Judged {
  readonly verdict: Verdict;
  readonly locked: Locked;
  /** The ARNs of the functions that run with the source, on which a verdict rests too. */
  readonly functions: string;
}

/** Lists and judges every hop. `known` holds verdicts of the same control policies, partition and organization. */
export function buildGraph(world: World, known: Verdicts = new WeakMap()): Graph {
  return takeAll(buildGraphInSteps(world, known));
}

/** The same hop by hop. What was judged stays known where the steps are not taken to the end. */
export function* buildGraphInSteps(world: World, known: Verdicts): Steps<Graph> {
  const arns = new Map(
    world.entities.flatMap(({ id, kind, arn }) => (kind === 'function' && arn ? [[id, arn] as const] : [])),
  );
  const hops: Hop[] = [];
  for (const pair of yield* listPairsInSteps(world)) {
    const { verdict, locked } = judge(world, pair, known, arns);
    hops.push({ ...pair, verdict, locked });
    yield;
  }
  const seen = new Set(world.entities);
  for (const { source, target } of hops) seen.add(source).add(target);
  return { world, entities: [...seen], hops };
}

function judge(world: World, pair: NamedPair, known: Verdicts, arns: ReadonlyMap<string, Text>): Judged {
  const { source, target } = pair;
  const ofSource = known.get(source) ?? new WeakMap<Entity, Judged>();
  known.set(source, ofSource);
  const functions = source.functions.map((id) => textKey(arns.get(id) ?? [])).join('\n');
  const before = ofSource.get(target);
  if (before?.functions === functions) return before;
  const judged = { verdict: evaluateHop(world, source, target), locked: lockedOf(pair), functions };
  ofSource.set(target, judged);
  return judged;
}

function lockedOf({ source, target, bySource, byTarget }: NamedPair): Locked {
  const hasPermissions = source.kind === 'role' || source.kind === 'user' || source.kind === 'anyone';
  return {
    source: hasPermissions ? isSourceLocked(source, bySource) : null,
    target: target.trust === undefined ? null : lockedTarget(source, target, byTarget),
  };
}

function lockedTarget(source: Entity, { trust = [] }: Entity, byTarget: NamedPair['byTarget']): boolean {
  // What cannot be read may open it for others, and an Allow with `NotPrincipal` does.
  const isOpen = trust.some(
    ({ effect, principals, complete }) =>
      effect !== 'Deny' && (!complete || principals?.complete !== true || principals.negated),
  );
  if (isOpen) return false;
  if (source.kind === 'service' || source.kind === 'function')
    return isServiceLocked(
      source.kind === 'function' ? 'lambda.amazonaws.com' : (literalText(source.name) ?? ''),
      byTarget,
    );
  return isTargetLocked(byTarget);
}
