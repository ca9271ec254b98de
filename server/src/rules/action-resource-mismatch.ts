import { groupBy } from '../base/group.ts';
import { actionsMatching } from '../catalog/iam-queries.ts';
import type { Action } from '../catalog/iam-service.ts';
import { refusingService } from '../catalog/resource-policy-services.ts';
import { addResourceFix } from '../lint/add-resource-fix.ts';
import type { Severity } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { holdFault, reachOf, readTargets, type Target } from '../policy/action-targets.ts';
import type { ArnText } from '../policy/arn-text.ts';
import { mayBeResource } from '../policy/arn-types.ts';
import type { PolicyKind } from '../policy/kind.ts';
import { type NamedAction, namedActions } from '../policy/named-actions.ts';
import { listNames } from '../policy/phrase.ts';
import type { Statement } from '../policy/statement.ts';
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
      const narrowed = new Map<Statement, readonly Target[]>();
      for (const statement of policy.statements) {
        const targets = statement.action && readTargets(statement);
        if (targets !== undefined) narrowed.set(statement, targets);
      }
      if (narrowed.size === 0) return;
      const actions = namedActions(policy).filter(({ statement, list }) => list === statement.action);
      const byStatement = groupBy(actions, ({ statement }) => statement);
      for (const [statement, targets] of narrowed) {
        const found = (byStatement.get(statement) ?? [])
          .filter(({ prefix }) => !refusingService(policy.owner?.type, prefix))
          .flatMap((action) => mismatchOf(action, targets, policy.kind, context) ?? []);
        if (found.length === 0 || holdFault(targets, policy.kind)) continue;
        if (targets.some(({ arn }) => isNoResource(arn, context))) continue;
        // Actions of which the same is wrong are one mistake.
        for (const same of groupBy(found, ({ problem }) => problem).values()) report(same, targets, context);
      }
    },
  },
});

/** What is the ARN of nothing has a rule of its own. */
function isNoResource(arn: ArnText, { iamData }: PolicyContext): boolean {
  return iamData !== undefined && !mayBeResource(arn, iamData);
}

interface Mismatch {
  readonly written: NamedAction;
  readonly actions: readonly Action[];
  /** The rest of the sentence that begins with the action. */
  readonly problem: string;
  readonly severity: Severity;
}

function mismatchOf(
  written: NamedAction,
  targets: readonly Target[],
  kind: PolicyKind,
  { iamData }: PolicyContext,
): Mismatch | undefined {
  const { statement, prefix, name } = written;
  const service = hasWildcard(prefix) ? undefined : iamData?.findService(prefix);
  if (service?.name === undefined) return undefined;
  const actions = actionsMatching(service, name);
  const reaches = actions.map((action) => reachOf(action, service, targets));
  // An action that is not known has a rule of its own.
  if (reaches.length === 0 || reaches.includes('possible')) return undefined;
  const isRefused = kind === 'resource' && prefix === 's3' && !reaches.includes('account-wide');
  const severity = isRefused ? 'error' : iamData?.isOld ? 'hint' : statement.effect === 'Deny' ? 'warning' : 'info';
  const outcome = isRefused ? 'S3 refuses that' : `it ${statement.effect === 'Deny' ? 'denies' : 'allows'} nothing`;
  const problem = reaches.includes('other-type')
    ? `works on ${describeFormats(actions, targets, prefix)}, and no resource of this statement is one: ${outcome}. Name the right resource.`
    : `is asked for the account as a whole, and this statement names resources in it: ${outcome}. Move it to a statement on \`*\`.`;
  return { written, actions, problem, severity };
}

function report(same: readonly Mismatch[], targets: readonly Target[], context: PolicyContext): void {
  const [first, ...more] = same;
  if (first === undefined) return;
  const { written, problem, severity } = first;
  const others = more.length === 1 ? `\`${more[0]?.written.text}\`` : `${more.length} more`;
  const actions = same.flatMap((each) => each.actions);
  context.report({
    at: written.value.node,
    severity,
    message: `\`${written.text}\`${more.length === 0 ? '' : ` (and so ${others})`} ${problem}`,
    fixes: addResourceFix(written.statement, actions, targets, context),
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
