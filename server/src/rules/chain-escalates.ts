import { findAdministration, findRewriting, protectsRole } from '../chain/administration.ts';
import { openHops } from '../chain/chain-walk.ts';
import { nameOf, quote } from '../chain/describe.ts';
import { reportEnds, sourceEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atStatement } from '../lint/workspace-rule.ts';

export const chainEscalates = defineRule({
  id: 'chain-escalates',
  summary: 'A role that another one assumes can rewrite the policies of a role on the chain',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const hop of openHops(graph)) {
        const { source, target, verdict } = hop;
        // An administrator can do this and more: said once.
        if (findAdministration(target) !== undefined || findAdministration(source) !== undefined) continue;
        const ofSource = findRewriting(graph.world, target, source);
        const victim = ofSource === undefined ? target : source;
        const found = ofSource ?? findRewriting(graph.world, target, target);
        if (found === undefined || protectsRole(graph.world, victim)) continue;
        const whom = victim === target ? 'itself' : nameOf(victim);
        const gain = found.action === 'iam:UpdateAssumeRolePolicy' ? 'let anyone in there' : 'give it any permission';
        reportEnds(context, {
          message: `${nameOf(source)} assumes ${nameOf(target)}, which may call ${quote(found.action)} on ${whom} by ${found.grant.origin.label}: whoever holds the chain can ${gain}. Leave the roles of the chain out of the \`Resource\`, or set a permissions boundary.`,
          severity: verdict.assumptions.length === 0 ? 'warning' : 'info',
          ends: [
            sourceEnd(hop),
            { at: atStatement(found.grant.origin, { element: 'resource' }), is: `what ${nameOf(target)} may do` },
          ],
        });
      }
    },
  },
});
