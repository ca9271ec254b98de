import { keptWith } from '../base/once.ts';
import { type Steps, takeAll } from '../base/steps.ts';
import type { Entity } from '../role/entity.ts';
import { literalText } from '../role/text.ts';
import { type BlockedCause, findBlockedCause } from './blocked-cause.ts';
import type { Graph, Hop } from './graph.ts';
import { findMisnamingsInSteps, misnamedPairs, pairKey } from './misnaming.ts';
import { type Naming, namesOne } from './naming.ts';

/** A hop between two roles in sight that one side means and that cannot happen, and the one thing that keeps it. */
export interface BlockedHop {
  readonly hop: Hop;
  readonly cause: BlockedCause;
  /** A side says path and name of the other in full. */
  readonly isNamedExactly: boolean;
}

/**
 * The hops that are blocked for certain although somebody means them. A pattern that opens a hop to one role means no
 * other by itself. What a misspelt name or a wrong path explains is left out.
 */
export function blockedHops(graph: Graph): readonly BlockedHop[] {
  return takeAll(blockedHopsInSteps(graph));
}

/** The same hop by hop. */
export function* blockedHopsInSteps(graph: Graph): Steps<readonly BlockedHop[]> {
  const known = blocked.get(graph);
  if (known !== undefined) return known;
  yield* findMisnamingsInSteps(graph);
  const misnamed = misnamedPairs(graph);
  const opening = new Set(
    graph.hops.flatMap(({ verdict, bySource }) => (verdict.verdict === 'allowed' ? bySource.map(valueKey) : [])),
  );
  const all: BlockedHop[] = [];
  for (const hop of graph.hops) {
    const { source, target, verdict, bySource, byTarget } = hop;
    if (verdict.verdict !== 'blocked' || source === target || !isInSight(source) || !isInSight(target)) continue;
    if (misnamed.has(pairKey(hop))) continue;
    const isNamedExactly = isRunning(hop) || byTarget.some(namesOne) || bySource.some(namesOne);
    if (!isNamedExactly && bySource.every((naming) => opening.has(valueKey(naming)))) continue;
    const cause = findBlockedCause(graph.world, hop);
    // The name of a file is taken for the name of its role: whether it is, no text tells.
    const isGuessed = cause.type === 'side' && (hasOpenPath(source) || hasOpenPath(target));
    if (!isGuessed) all.push({ hop, cause, isNamedExactly });
    yield;
  }
  blocked.set(graph, all);
  return all;
}

const blocked = keptWith<Graph, readonly BlockedHop[]>();

/** A function, or another resource, and the role that it is given. */
export function isRunning({ source, target }: Pick<Hop, 'source' | 'target'>): boolean {
  return source.runsAs === target.id;
}

function isInSight({ source }: Entity): boolean {
  return source !== undefined;
}

function hasOpenPath({ kind, path }: Entity): boolean {
  return kind === 'role' && path !== undefined && literalText(path) === undefined;
}

/** The same value may stand in the permissions of several roles. */
function valueKey(naming: Naming): string {
  const key = keys.get(naming) ?? keyOf(naming);
  keys.set(naming, key);
  return key;
}

const keys = keptWith<Naming, string>();

function keyOf({ grant: { origin }, part }: Naming): string {
  return `${origin.file}\n${origin.fragment}\n${origin.policy}\n${origin.statement}\n${part.element}\n${part.index}`;
}
