import { findAdministration } from '../chain/administration.ts';
import { chainsTo, openHops } from '../chain/chain-walk.ts';
import { nameOf } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';
import { namesOne } from '../chain/naming.ts';
import { reportEnds, sourceEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atStatement, type WorkspaceContext } from '../lint/workspace-rule.ts';

export const chainReachesAdministrator = defineRule({
  id: 'chain-reaches-administrator',
  summary: 'A chain of roles leads to one that can do anything in its account',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      const chains = chainsTo(openHops(graph), (entity) => findAdministration(entity) !== undefined);
      for (const chain of chains.values()) report(chain, context);
    },
  },
});

function report(chain: readonly Hop[], context: WorkspaceContext): void {
  const [first] = chain;
  const last = chain.at(-1);
  const grant = last && findAdministration(last.target);
  if (first === undefined || last === undefined || grant === undefined) return;
  // Who trusts one role by name has decided that this one may do as much as the role itself.
  if (chain.length === 1 && last.byTarget.some(namesOne)) return;
  const way = [first.source, ...chain.map(({ target }) => target)].map(nameOf).join(' → ');
  const isCertain = chain.every(({ verdict }) => verdict.assumptions.length === 0);
  reportEnds(context, {
    message: `${nameOf(first.source)} can become administrator: ${way}. By ${grant.origin.label}, ${nameOf(last.target)} can do anything in its account, or give itself the permission. Narrow one of the two, or break the chain.`,
    severity: isCertain ? 'warning' : 'info',
    ends: [sourceEnd(first), { at: atStatement(grant.origin), is: `${nameOf(last.target)}, the administrator` }],
  });
}
