import { nameOf, quote } from '../chain/describe.ts';
import type { Misnaming } from '../chain/misnaming.ts';
import { reportEnds } from '../lint/hop-report.ts';
import { knownMisnamings, misnamingEnds, misnamingSeverity, shown } from '../lint/misnaming-report.ts';
import { defineRule } from '../lint/rule.ts';

export const targetNameNearMiss = defineRule({
  id: 'target-name-near-miss',
  summary: 'An ARN names no role of the workspace, but nearly one that waits for it',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const misnaming of knownMisnamings(graph)) {
        if (misnaming.differs === 'path') continue;
        reportEnds(context, {
          message: messageOf(misnaming),
          severity: misnamingSeverity(misnaming),
          ends: misnamingEnds(misnaming, 'RoleName'),
        });
      }
    },
  },
});

function messageOf(misnaming: Misnaming): string {
  const { differs, meant, by, side, actual } = misnaming;
  const what = `${shown(misnaming)} names no role of the workspace, but ${nameOf(meant)} is ${quote(actual.path + actual.name)}`;
  if (differs === 'case') return `${what}: upper and lower case count in ARNs. Write ${quote(actual.name)}.`;
  const link = side === 'source' ? `trusts ${nameOf(by)}` : `may assume ${nameOf(by)}`;
  return `${what} and ${link}. If it is meant, write ${quote(actual.name)}.`;
}
