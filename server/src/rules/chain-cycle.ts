import { findCycles, openHops } from '../chain/chain-walk.ts';
import { nameOf } from '../chain/describe.ts';
import { sourceEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const chainCycle = defineRule({
  id: 'chain-cycle',
  summary: 'Roles can assume each other in a circle: each has what all of them have',
  severity: 'hint',
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, { report }) {
      const certain = openHops(graph).filter(({ verdict }) => verdict.assumptions.length === 0);
      for (const round of findCycles(certain)) {
        const names = round.map(({ source }) => nameOf(source));
        const message = `Roles assume each other in a circle: ${[...names, names[0]].join(' → ')}. Whoever holds one of them has what all of them have, and can renew the session without end. Take one of the hops away, if not all are needed.`;
        for (const hop of round)
          report({
            at: sourceEnd(hop).at,
            message,
            related: round
              .filter((each) => each !== hop)
              .map((each) => ({
                at: sourceEnd(each).at,
                message: `${nameOf(each.source)} assumes ${nameOf(each.target)}`,
              })),
          });
      }
    },
  },
});
