import { conditionPart, type PlacedCondition } from '../chain/blocked-cause.ts';
import { blockedHops } from '../chain/blocked-hops.ts';
import { keyFaultOf, sayValues } from '../chain/blocked-key.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';
import { conditionEnds, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atStatement, type WorkspaceFix } from '../lint/workspace-rule.ts';
import { describeText, literalText, type Text } from '../role/text.ts';

export const sourceArnMatchesNoFunction = defineRule({
  id: 'source-arn-matches-no-function',
  summary: 'A trust policy pins a function by `aws:SourceArn`, and no function that runs with the role has that ARN',
  severity: 'error',
  kinds: ['trust'],
  supersedes: ['function-name-near-miss'],
  check: {
    scope: 'workspace',
    needsAll: true,
    run(graph, context) {
      for (const { hop, cause } of blockedHops(graph)) {
        if (cause.type !== 'key' || keyFaultOf(graph.world, hop, cause) !== 'source-arn') continue;
        const [first] = cause.conditions;
        if (first === undefined) continue;
        const [source, target] = conditionEnds(hop, cause.conditions);
        const [name, arn] = [describeText(hop.source.name), describeText(hop.source.arn ?? [])];
        reportEnds(context, {
          message: `${nameOf(hop.source)} cannot run with ${nameOf(hop.target)}: the trust policy lets in ${sayValues(first)} only, and no function of the workspace that runs with the role has that ARN. This one is \`${arn}\`. Write \`function:${name}\` there.`,
          severity: 'error',
          ends: [source, { ...target, fixes: hop.target.functions.length === 1 ? fixesOf(hop, first) : [] }],
        });
      }
    },
  },
});

/** The function's name in the place of the other one, where both are written out. */
function fixesOf({ source }: Hop, { grant, index }: PlacedCondition): readonly WorkspaceFix[] {
  const values = grant.conditions[index]?.values ?? [];
  const [from, to] = [pinnedName(values[0] ?? []), literalText(source.name)];
  if (values.length !== 1 || from === undefined || to === undefined || from === to) return [];
  const at = atStatement(grant.origin, conditionPart({ grant, index }));
  const edit = { at, from: `:function:${from}`, to: `:function:${to}` };
  return [{ title: `Pin the function ${quote(to)}`, applicability: 'suggestion', preferred: true, edit }];
}

function pinnedName(value: Text): string | undefined {
  const last = value.at(-1);
  const found = typeof last === 'string' ? /:function:([^:*?]+)$/.exec(last) : null;
  return found?.[1];
}
