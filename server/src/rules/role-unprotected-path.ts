import { groupBy } from '../base/group.ts';
import { protectsRole } from '../chain/administration.ts';
import { openHops } from '../chain/chain-walk.ts';
import { nameOf, quote } from '../chain/describe.ts';
import { namesOne } from '../chain/naming.ts';
import { sourceEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atStatement } from '../lint/workspace-rule.ts';
import { describeText, literalText } from '../role/text.ts';

export const roleUnprotectedPath = defineRule({
  id: 'role-unprotected-path',
  summary: 'No SCP of the workspace keeps others from changing a role that a chain leads to',
  severity: 'hint',
  kinds: ['trust'],
  check: {
    scope: 'workspace',
    needsAll: true,
    run(graph, { report }) {
      const { world } = graph;
      const scp = world.controlPolicies.find(({ kind }) => kind === 'scp');
      if (scp === undefined) return;
      const meant = openHops(graph).filter(({ bySource, source }) => source.kind === 'role' && bySource.some(namesOne));
      for (const [target, hops] of groupBy(meant, (hop) => hop.target)) {
        const path = literalText(target.path ?? ['/']);
        if (path === undefined || target.isServiceLinked || protectsRole(world, target)) continue;
        const role = `role${path === '/' ? `/${describeText(target.name)}` : `${path}*`}`;
        const [first] = hops;
        if (first === undefined) continue;
        report({
          at: { type: 'entity', entity: target, property: 'Path' },
          message: `No SCP of the workspace protects ${nameOf(target)}: whoever may call \`iam:UpdateAssumeRolePolicy\` or \`iam:PutRolePolicy\` in its account can change whom it trusts and what it may do. Deny these on ${quote(`arn:aws:iam::*:${role}`)} to all but those who deploy it.`,
          related: [
            { at: sourceEnd(first).at, message: `${nameOf(first.source)} assumes it` },
            { at: atStatement({ ...scp.origin, statement: -1 }), message: 'an SCP of the workspace' },
          ],
        });
      }
    },
  },
});
