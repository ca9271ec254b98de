import { quote } from '../chain/describe.ts';
import type { Misnaming } from '../chain/misnaming.ts';
import { reportEnds } from '../lint/hop-report.ts';
import { knownMisnamings, misnamingEnds, misnamingSeverity, shown } from '../lint/misnaming-report.ts';
import { defineRule } from '../lint/rule.ts';

export const targetPathMismatch = defineRule({
  id: 'target-path-mismatch',
  summary: 'An ARN names a role of the workspace without its path, or with another one',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const misnaming of knownMisnamings(graph)) {
        if (misnaming.differs !== 'path') continue;
        reportEnds(context, {
          message: messageOf(misnaming),
          severity: misnamingSeverity(misnaming),
          ends: misnamingEnds(misnaming, 'Path'),
        });
      }
    },
  },
});

function messageOf(misnaming: Misnaming): string {
  const { written, actual } = misnaming;
  const has = written.path === '/' ? 'has no path' : `has the path ${quote(written.path)}`;
  return `${shown(misnaming)} ${has}, but the role is ${quote(actual.path + actual.name)}: an ARN holds the role's path. Write ${quote(`role${actual.path}${actual.name}`)}.`;
}
