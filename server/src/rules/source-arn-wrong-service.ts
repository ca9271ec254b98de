import { sourceArnServices } from '../catalog/service-principals.ts';
import { defineRule } from '../lint/rule.ts';
import { type Arn, fieldText, parseArn } from '../policy/arn.ts';
import { listNames } from '../policy/phrase.ts';
import { sourceArnEntries, spanOfFields } from '../policy/source-arn-condition.ts';
import type { ConditionEntry } from '../policy/statement.ts';
import { sourceArnSenders } from '../policy/trusted-services.ts';
import { wildcardMatches } from '../policy/wildcard.ts';

export const sourceArnWrongService = defineRule({
  id: 'source-arn-wrong-service',
  summary: 'A condition on `aws:SourceArn` names a service for whose resources the principal never acts',
  severity: 'error',
  kinds: ['trust'],
  needs: { principals: ['Service'], keys: ['aws:SourceArn'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        const senders = sourceArnSenders(statement);
        if (senders === undefined || !statement.condition.complete) continue;
        const sources = [...new Set(senders.flatMap(sourceArnServices))];
        const principals = [...new Set(senders.map(({ principal }) => principal))];
        for (const entry of sourceArnEntries(statement)) {
          const arns = foreignArns(entry, sources);
          for (const { value, arn, service } of arns)
            context.report({
              at: spanOfFields(value, arn.service),
              message: `This never matches: ${listNames(principals, 'and')} ${principals.length > 1 ? 'act' : 'acts'} for resources of ${listNames(sources, 'and')}, not of \`${service}\`.`,
            });
        }
      }
    },
  },
});

interface ForeignArn {
  readonly value: ConditionEntry['values'][number];
  readonly arn: Arn;
  readonly service: string;
}

/** The values of a condition if each of them names another service; none if one may match. */
function foreignArns(entry: ConditionEntry, sources: readonly string[]): readonly ForeignArn[] {
  const isPattern = entry.operator?.operator.wildcards === true;
  const foreign = entry.values.flatMap((value): readonly ForeignArn[] => {
    const arn = parseArn(value.parts);
    const service = arn && fieldText(arn.service);
    if (arn === undefined || service === undefined) return [];
    const mayMatch = sources.some((each) => (isPattern ? wildcardMatches(service, each) : service === each));
    return mayMatch || service === '' ? [] : [{ value, arn, service }];
  });
  return entry.complete && foreign.length === entry.values.length ? foreign : [];
}
