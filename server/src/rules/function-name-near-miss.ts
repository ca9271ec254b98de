import { groupBy } from '../base/group.ts';
import type { Span } from '../base/span.ts';
import { editDistance } from '../catalog/edit-distance.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type ResourceContext } from '../lint/rule.ts';
import { type FunctionMention, loggedFunctions, pinnedFunctions } from '../policy/function-mentions.ts';
import type { Policy } from '../policy/policy.ts';
import { spanWithin } from '../policy/policy-variables.ts';

export const functionNameNearMiss = defineRule({
  id: 'function-name-near-miss',
  summary: 'A role names its function in a way that differs from the function’s name by a letter, or in case',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['trust', 'identity'],
  check: {
    scope: 'resource',
    run(context) {
      for (const policies of groupBy(context.policies, ({ owner }) => `${owner?.type} ${owner?.id}`).values())
        checkOwner(policies, context);
    },
  },
});

function checkOwner(policies: readonly Policy[], context: ResourceContext): void {
  const pinned = policies.filter(({ kind }) => kind === 'trust').flatMap((policy) => of(policy, pinnedFunctions));
  const logged = policies.filter(({ kind }) => kind === 'identity').flatMap((policy) => of(policy, loggedFunctions));
  if (pinned.length + logged.length === 0) return;
  const names = functionNames(policies[0]?.owner?.id ?? '', context);
  if (names === undefined) return;
  for (const each of pinned)
    check(each, names, [], context, 'warning', (meant) => {
      return `nearly \`${meant}\`, the function of this role. ARNs are compared letter by letter, and by case: Lambda cannot assume the role for \`${meant}\`.`;
    });
  const hasFunctions = names.length > 0;
  const lets = hasFunctions ? names : pinned.map(({ name }) => name);
  const whose = hasFunctions ? 'the function of this role' : 'which the trust policy of this role lets in';
  for (const each of logged)
    check(each, lets, pinned, context, 'info', (meant) => {
      return `nearly \`${meant}\`, ${whose}. Lambda writes its logs to \`/aws/lambda/${meant}\`, which this does not allow.`;
    });
}

interface Mention extends FunctionMention {
  readonly policy: Policy;
}

function of(policy: Policy, read: (policy: Policy) => readonly FunctionMention[]): readonly Mention[] {
  return read(policy).map((each) => ({ ...each, policy }));
}

/** Names of the functions that run with the role, or with a role of this policy; undefined where one is not known. */
function functionNames(id: string, { inTemplate, template }: ResourceContext): readonly string[] | undefined {
  if (!inTemplate) return [];
  const roles = [id, ...template.rolesOfPolicy(id).map((each) => each.id)];
  const names = roles
    .flatMap((role) => template.functionsOfRole(role))
    .map(({ name }) => (name?.every((part) => typeof part === 'string') ? name.join('') : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

function check(
  mention: Mention,
  names: readonly string[],
  others: readonly Mention[],
  context: ResourceContext,
  severity: 'warning' | 'info',
  say: (meant: string) => string,
): void {
  const { name } = mention;
  const meant = names.includes(name) ? undefined : names.find((each) => isNear(each, name));
  if (meant === undefined) return;
  const other = others.find((each) => each.name === meant);
  context.report({
    at: spanOf(mention),
    severity,
    message: `\`${name}\` is ${say(meant)}`,
    related: other ? [{ span: spanOf(other), message: 'The other name.' }] : [],
    fixes: fixesFor(mention, meant, context),
  });
}

function spanOf({ value, part, from, name }: Mention): Span {
  return spanWithin(value, part, from, from + name.length);
}

function fixesFor({ part, from, name, policy }: Mention, meant: string, { targetOf }: ResourceContext): readonly Fix[] {
  const { at } = part;
  if (at === undefined || at.to - at.from !== part.text.length) return [];
  const start = at.from + from;
  return [
    {
      title: `Write ${meant}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInString(targetOf(policy), at.node, start, start + name.length, [meant]),
    },
  ];
}

/** Names that differ in a number are meant to differ. */
function isNear(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return Math.min(a.length, b.length) >= 6 && editDistance(a, b, 1) === 1;
}
