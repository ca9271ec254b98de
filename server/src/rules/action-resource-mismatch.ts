import { groupBy } from '../base/group.ts';
import { actionsMatching } from '../catalog/iam-queries.ts';
import type { Action } from '../catalog/iam-service.ts';
import { refusingService } from '../catalog/resource-policy-services.ts';
import { addResourceFix } from '../lint/add-resource-fix.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { reachOf, readTargets, type Target } from '../policy/action-targets.ts';
import type { ArnText } from '../policy/arn-text.ts';
import { mayBeResource } from '../policy/arn-types.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { type NamedAction, namedActions } from '../policy/named-actions.ts';
import { listNames } from '../policy/phrase.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const actionResourceMismatch = defineRule({
  id: 'action-resource-mismatch',
  summary: 'No resource of a statement can be one that the action works on',
  severity: 'error',
  lesser: ['warning', 'info', 'hint'],
  kinds: ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource', 'endpoint'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const [statement, actions] of groupBy(namedActions(policy), (action) => action.statement)) {
        const targets = readTargets(statement, policy.kind);
        if (targets === undefined || targets.some(({ arn }) => isNoResource(arn, context))) continue;
        for (const action of actions)
          if (action.list === statement.action && !refusingService(policy.owner?.type, action.prefix))
            checkAction(action, targets, policy.kind, context);
      }
    },
  },
});

/** What is the ARN of nothing has a rule of its own. */
function isNoResource(arn: ArnText, { iamData }: PolicyContext): boolean {
  return iamData !== undefined && !mayBeResource(arn, iamData);
}

function checkAction(written: NamedAction, targets: readonly Target[], kind: PolicyKind, context: PolicyContext): void {
  const { iamData, report } = context;
  const { statement, prefix, name, text, value } = written;
  const service = hasWildcard(prefix) ? undefined : iamData?.findService(prefix);
  if (service?.name === undefined) return;
  const actions = actionsMatching(service, name);
  const reaches = actions.map((action) => reachOf(action, service, targets));
  // An action that is not known has a rule of its own.
  if (reaches.length === 0 || reaches.includes('possible')) return;
  const isRefused = kind === 'resource' && prefix === 's3' && !reaches.includes('account-wide');
  const severity = isRefused ? 'error' : iamData?.isOld ? 'hint' : statement.effect === 'Deny' ? 'warning' : 'info';
  const outcome = isRefused ? 'S3 refuses that' : `it ${statement.effect === 'Deny' ? 'denies' : 'allows'} nothing`;
  report({
    at: value.node,
    severity,
    message: reaches.includes('other-type')
      ? `\`${text}\` works on ${describeFormats(actions, targets, prefix)}, and no resource of this statement is one: ${outcome}. Name the right resource.`
      : `\`${text}\` is asked for the account as a whole, and this statement names resources in it: ${outcome}. Move it to a statement on \`*\`.`,
    fixes: addResourceFix(statement, actions, targets, context),
  });
}

/** Two of the formats, those of the services that the statement names first. */
function describeFormats(actions: readonly Action[], targets: readonly Target[], prefix: string): string {
  const services = new Set(targets.map(({ arn }) => arn.field('service')));
  const formats = [...new Set(actions.flatMap(({ resourceTypes }) => resourceTypes.map(({ type }) => type.arn)))];
  const rank = (format: string) => {
    const service = format.split(':')[2] ?? '';
    return fieldsFilled(format) + (services.has(service) ? 0 : service === prefix.toLowerCase() ? 3 : 6);
  };
  const [first = '', second, ...more] = formats.toSorted((a, b) => rank(a) - rank(b)).map(readable);
  if (second === undefined) return `\`${first}\``;
  return more.length === 0 ? listNames([first, second], 'or') : `\`${first}\`, \`${second}\` and the like`;
}

/** The plainest first: a bucket before an access point. */
function fieldsFilled(format: string): number {
  return format
    .split(':')
    .slice(3, 5)
    .filter((field) => field !== '').length;
}

function readable(format: string): string {
  return format.replace('${Partition}', 'aws').replace(/\$\{(\w+)\}/g, '<$1>');
}
