import type { PlacedCondition } from '../chain/blocked-cause.ts';
import { nameOf } from '../chain/describe.ts';
import type { Graph, Hop } from '../chain/graph.ts';
import { type Naming, namesOne } from '../chain/naming.ts';
import { chainedSourcesOnly, findTooLong, LONGEST_CHAINED_SESSION } from '../chain/session-length.ts';
import { conditionEnds, pointAt, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import type { WorkspaceContext } from '../lint/workspace-rule.ts';

export const chainedSessionTooLong = defineRule({
  id: 'chained-session-too-long',
  summary: 'A session of more than an hour is demanded, or provided for, where one role assumes another',
  severity: 'error',
  lesser: ['warning', 'info'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const hop of graph.hops) reportDemand(hop, context);
      reportMaximums(graph, context);
    },
  },
});

function reportDemand(hop: Hop, context: WorkspaceContext): void {
  const { source, target, bySource, byTarget, verdict } = hop;
  if (source.kind !== 'role' || source.source === undefined || target.source === undefined || source === target) return;
  if (verdict.verdict === 'blocked') return;
  const placed = tooLong('target', byTarget) ?? tooLong('source', bySource);
  if (placed === undefined) return;
  reportEnds(context, {
    message: `${nameOf(source)} can never assume ${nameOf(target)}: ${placed.grant.origin.label} demands a session of more than ${LONGEST_CHAINED_SESSION} seconds by \`sts:DurationSeconds\`, and AWS refuses that to a call with a role's own session. Leave the condition out, or demand at most ${LONGEST_CHAINED_SESSION}.`,
    severity: [...bySource, ...byTarget].some(namesOne) ? 'error' : 'warning',
    ends: conditionEnds(hop, [placed]),
  });
}

/** Every value by which a side opens the hop stands in a statement that demands too much. */
function tooLong(side: PlacedCondition['side'], namings: readonly Naming[]): PlacedCondition | undefined {
  const found = namings.map(({ grant }) => ({ side, grant, index: findTooLong(grant) }));
  const [first] = found;
  if (first?.index === undefined || found.some(({ index }) => index === undefined)) return undefined;
  return { ...first, index: first.index };
}

function reportMaximums({ world }: Graph, context: WorkspaceContext): void {
  for (const entity of world.entities) {
    const { kind, maxSessionDuration = 0 } = entity;
    if (kind !== 'role' || maxSessionDuration <= LONGEST_CHAINED_SESSION) continue;
    const sources = chainedSourcesOnly(entity);
    if (sources.length === 0) continue;
    context.report({
      at: { type: 'entity', entity, property: 'MaxSessionDuration' },
      message: `${nameOf(entity)} trusts roles only, and the session of a role that assumes it ends after ${LONGEST_CHAINED_SESSION} seconds: a \`MaxSessionDuration\` of ${maxSessionDuration} is never reached. Leave it out.`,
      severity: 'info',
      related: sources.map((naming) => ({ at: pointAt(naming), message: 'a role that may assume it' })),
    });
  }
}
