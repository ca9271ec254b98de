import { groupBy } from '../base/group.ts';
import { nameOf } from '../chain/describe.ts';
import { chainedSourcesOnly, LONGEST_CHAINED_SESSION } from '../chain/session-length.ts';
import { pointAt } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const chainedSessionTooLong = defineRule({
  id: 'chained-session-too-long',
  summary: 'A role provides for sessions of more than an hour, and only sources assume it whose sessions end after one',
  severity: 'info',
  kinds: ['trust'],
  check: {
    scope: 'workspace',
    needsAll: true,
    run(graph, { report }) {
      const into = groupBy(graph.hops, ({ target }) => target);
      for (const entity of graph.world.entities) {
        const { kind, maxSessionDuration = 0 } = entity;
        if (kind !== 'role' || maxSessionDuration <= LONGEST_CHAINED_SESSION) continue;
        const sources = chainedSourcesOnly(entity, into.get(entity) ?? []);
        if (sources.length === 0) continue;
        report({
          at: { type: 'entity', entity, property: 'MaxSessionDuration' },
          message: `${nameOf(entity)} is assumed by the sessions of other roles only, and AWS ends such a session after ${LONGEST_CHAINED_SESSION} seconds: a call that asks for the ${maxSessionDuration} of \`MaxSessionDuration\` fails. Leave it out, and renew the session every hour.`,
          related: sources.map((naming) => ({ at: pointAt(naming), message: 'a role that may assume it' })),
        });
      }
    },
  },
});
