import { conditionPart, type PlacedCondition } from '../chain/blocked-cause.ts';
import { nameOf } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';
import { type Naming, namesOne } from '../chain/naming.ts';
import type { Reason } from '../chain/verdict.ts';
import type { Entity } from '../role/entity.ts';
import type { Severity } from './finding.ts';
import {
  atEntity,
  atStatement,
  type Pointer,
  pointerKey,
  type WorkspaceContext,
  type WorkspaceFix,
} from './workspace-rule.ts';

/** One end of what is found between two roles. */
export interface End {
  readonly at: Pointer;
  /** What stands there, for the list of places at the other end. */
  readonly is: string;
  readonly fixes?: readonly WorkspaceFix[];
}

/** Reports the same at both ends, each pointing at the other. */
export function reportEnds(
  context: WorkspaceContext,
  {
    message,
    severity,
    ends,
  }: { readonly message: string; readonly severity: Severity; readonly ends: readonly [End, End] },
): void {
  const [one, other] = ends;
  const isOnePlace = pointerKey(one.at) === pointerKey(other.at);
  const report = (end: End, far: End) =>
    context.report({
      at: end.at,
      message,
      severity,
      related: isOnePlace ? [] : [{ at: far.at, message: far.is }],
      ...(end.fixes && { fixes: end.fixes }),
    });
  report(one, other);
  if (!isOnePlace) report(other, one);
}

/** Where the source opens the hop, or should. */
export function sourceEnd({ source, bySource }: Hop, reason?: Reason): End {
  return { at: placeOf(source, bySource, reason), is: `${nameOf(source)}, the source` };
}

/** Where the target opens the hop, or should. */
export function targetEnd({ target, byTarget }: Hop, reason?: Reason): End {
  return { at: placeOf(target, byTarget, reason), is: `${nameOf(target)}, the target` };
}

/** Where one condition stands; the other side where it is of the target. */
export function conditionEnds(hop: Hop, conditions: readonly PlacedCondition[]): readonly [End, End] {
  const [ofSource, ofTarget] = (['source', 'target'] as const).map((side) =>
    conditions.find((each) => each.side === side),
  );
  const end = (placed: PlacedCondition | undefined, other: End): End =>
    placed === undefined ? other : { ...other, at: atStatement(placed.grant.origin, conditionPart(placed)) };
  return [end(ofSource, sourceEnd(hop)), end(ofTarget, targetEnd(hop))];
}

/** The value that names the other side, exactly where there is such a one. */
export function pointAt({ grant, part }: Naming): Pointer {
  return atStatement(grant.origin, part);
}

function placeOf(entity: Entity, namings: readonly Naming[], reason: Reason | undefined): Pointer {
  if (reason?.origin !== undefined) return atStatement(reason.origin, reason.part);
  const naming = namings.find(namesOne) ?? namings[0];
  return naming === undefined ? atEntity(entity) : pointAt(naming);
}
