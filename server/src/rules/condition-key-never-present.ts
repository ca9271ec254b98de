import { resultWithoutKey } from '../catalog/condition-operators.ts';
import { isEndpointKey } from '../catalog/endpoint-keys.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { Service } from '../catalog/iam-service.ts';
import { dependsOnAction, globalKeySupport, type KeySupport, serviceKeySupport } from '../catalog/key-support.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { holdFault, reachOf, readTargets } from '../policy/action-targets.ts';
import { type DocumentedActions, documentedActions } from '../policy/documented-actions.ts';
import { type PolicyKind, policyKinds } from '../policy/kind.ts';
import { joinWords } from '../policy/phrase.ts';
import type { Comparison, ConditionEntry, Statement } from '../policy/statement.ts';

export const conditionKeyNeverPresent = defineRule({
  id: 'condition-key-never-present',
  summary: 'A condition asks for a key that requests for none of the actions have, or not for all of them',
  severity: 'info',
  lesser: ['hint'],
  kinds: policyKinds,
  needs: { comparisons: isOfSomeActions },
  check: {
    scope: 'policy',
    run(policy, context) {
      if (context.iamData === undefined) return;
      for (const statement of policy.statements) {
        const { action, condition } = statement;
        const entries = condition.entries.filter(isOfSomeActions);
        const groups = entries.length === 0 ? undefined : documentedActions(action, context.iamData);
        if (groups === undefined) continue;
        for (const entry of entries)
          checkEntry(entry, groups, (each) => isInVain(each, statement, policy.kind), context.iamData, context);
      }
    },
  },
});

function checkEntry(
  entry: ConditionEntry,
  groups: readonly DocumentedActions[],
  inVain: (group: DocumentedActions) => boolean,
  data: IamData,
  context: PolicyContext,
): void {
  const answers = supportedBy(entry.key, groups, data);
  const without = groups.filter((group, index) => answers[index] === false && !isAskedAlong(group));
  if (without.length === 0 || answers.includes(undefined)) return;
  const result = entry.operator && resultWithoutKey(entry.operator);
  // That a request passes no tags which are not allowed is meant.
  if (result === true && /^aws:(TagKeys$|RequestTag\/)/i.test(entry.key)) return;
  if (without.length === groups.length) {
    context.report({
      at: entry.keyNode,
      // The list of services that send the keys of endpoints grows.
      ...((data.isOld || isEndpointKey(entry.key)) && { severity: 'hint' }),
      message: isEndpointKey(entry.key)
        ? `No service of this statement is known to send \`${entry.key}\`${consequence(result)}. AWS lists the services that do.`
        : `${describe(groups)} has \`${entry.key}\` in its requests${consequence(result)}. Move the condition to a statement with the actions that it is for.`,
    });
    return;
  }
  // Where it holds without the key, it may be there for the others alone. A wildcard stands for the others too.
  const named = without.filter((each) => !/[*?]/.test(each.written) && !inVain(each));
  if (named.length === 0 || result !== false || !isOfService(entry.key)) return;
  const [has, their, them] = named.length > 1 ? ['have', 'their', 'them'] : ['has', 'its', 'it'];
  context.report({
    at: entry.keyNode,
    // The reference leaves out a key of an action here and there.
    severity: 'hint',
    message: `By the Service Authorization Reference ${namesOf(named)} never ${has} \`${entry.key}\` in ${their} requests: the statement does not apply to ${them}. Name ${them} in a statement with a condition that ${has === 'has' ? 'it has' : 'they have'}.`,
  });
}

/**
 * Permissions that are asked of a call of `sts:AssumeRole` and its kin, by what it passes: they are not calls of their
 * own, and the reference does not say whether they see the keys of that call.
 * Source: IAM User Guide, Pass session tags in AWS STS.
 */
function isAskedAlong({ service, actions }: DocumentedActions): boolean {
  return (
    service.prefix === 'sts' && actions.every(({ name }) => /^(TagSession|SetSourceIdentity|SetContext)$/i.test(name))
  );
}

/** What the statement's resources keep out anyway is told by `action-resource-mismatch`. */
function isInVain({ service, actions }: DocumentedActions, statement: Statement, kind: PolicyKind): boolean {
  const targets = readTargets(statement);
  if (targets === undefined || holdFault(targets, kind)) return false;
  return actions.every((action) => reachOf(action, service, targets) !== 'possible');
}

/** Whether requests for the actions of each group may have the key; undefined where that is not documented. */
function supportedBy(
  key: string,
  groups: readonly DocumentedActions[],
  data: IamData,
): readonly (boolean | undefined)[] {
  const owner = data.findService(key.slice(0, Math.max(0, key.indexOf(':'))));
  const supports = new Map<Service, KeySupport | undefined>();
  for (const { service } of groups) {
    if (supports.has(service)) continue;
    if (!isOfService(key)) supports.set(service, globalKeySupport(service, key));
    else supports.set(service, owner === service ? serviceKeySupport(service, key) : undefined);
  }
  return groups.map(({ service, actions }) => supports.get(service)?.(actions));
}

function isOfSomeActions({ key }: Comparison): boolean {
  return isOfService(key) || dependsOnAction(key);
}

function isOfService(key: string): boolean {
  return key.includes(':') && !/^aws:/i.test(key);
}

function describe([only, ...more]: readonly DocumentedActions[]): string {
  return more.length === 0 ? `\`${only?.written}\` never` : 'None of the actions of this statement';
}

function namesOf(groups: readonly DocumentedActions[]): string {
  const names = groups.map(({ written }) => `\`${written}\``);
  return joinWords(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names, 'and');
}

function consequence(result: boolean | undefined): string {
  if (result === undefined) return '';
  return result ? ', so that the condition limits nothing' : ', so that the statement never applies';
}
