import { groupBy } from '../base/group.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Graph, Hop } from '../chain/graph.ts';
import { type Naming, namesOne } from '../chain/naming.ts';
import { distinctSources, roleKey } from '../chain/same-role.ts';
import { pointAt } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atEntity, type WorkspaceContext, type WorkspaceFix } from '../lint/workspace-rule.ts';
import type { Entity } from '../role/entity.ts';
import { describeText, literalText } from '../role/text.ts';

export const targetTrustTooBroad = defineRule({
  id: 'target-trust-too-broad',
  summary: 'A trust policy lets in a whole account, and the workspace shows which of its roles need it',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['trust'],
  supersedes: ['trust-whole-account'],
  check: {
    scope: 'workspace',
    needsAll: true,
    run(graph, context) {
      const open = graph.hops.filter(
        ({ verdict, source }) => verdict.verdict === 'allowed' && source.source !== undefined,
      );
      for (const [target, hops] of groupBy(open, (hop) => hop.target))
        for (const naming of new Set(hops.flatMap(({ byTarget }) => byTarget.filter(isWholeAccount)))) {
          const needing = distinctSources(
            graph.world,
            hops.filter((hop) => needs(hop, naming)),
          );
          if (needing.length > 0) report(target, naming, needing, reachingAll(graph, naming, needing), context);
        }
    },
  },
});

/** An account that no condition narrows. */
function isWholeAccount({ who, grant }: Naming): boolean {
  return who.type === 'account' && grant.conditions.length === 0 && grant.complete;
}

/** The source means this role, and no other value of the trust policy lets it in. */
function needs({ source, target, bySource, byTarget }: Hop, naming: Naming): boolean {
  if (source === target || !bySource.some(namesOne) || !byTarget.includes(naming)) return false;
  return !byTarget.some(namesOne);
}

/** Others of the account that may assume any role: they come in too. */
function reachingAll({ hops, world }: Graph, { who }: Naming, needing: readonly Hop[]): readonly Entity[] {
  const account = who.type === 'account' ? describeText(who.account) : '';
  const isInAccount = ({ places }: Entity) => places.some((place) => describeText(place.account) === account);
  const all = hops.filter(({ source, target }) => target.kind === 'anyone' && source.source !== undefined);
  const known = new Set(needing.map(({ source }) => roleKey(world, source)));
  return all.flatMap(({ source }) => {
    const key = roleKey(world, source);
    return isInAccount(source) && !known.has(key) && known.add(key) ? [source] : [];
  });
}

function report(
  target: Entity,
  naming: Naming,
  needing: readonly Hop[],
  others: readonly Entity[],
  context: WorkspaceContext,
): void {
  const [first, ...more] = needing;
  if (first === undefined || naming.who.type !== 'account') return;
  const { account } = naming.who;
  const names = needing.map(({ source }) => nameOf(source));
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const also =
    others.length === 0 ? '' : ` It also lets in ${others.map(nameOf).join(', ')}, which may assume any role.`;
  const message = `The trust policy of ${nameOf(target)} lets in the whole account ${quote(describeText(account))}, and in the workspace only ${list} ${names.length === 1 ? 'names' : 'name'} the role.${also} Name ${names.length === 1 ? 'it' : 'them'} as the principal.`;
  const severity = needing.every(({ verdict }) => verdict.assumptions.length === 0) ? 'warning' : 'info';
  context.report({
    at: pointAt(naming),
    message,
    severity,
    related: needing.map((hop) => ({ at: sourceValue(hop), message: `${nameOf(hop.source)} names the role` })),
    fixes: more.length > 0 || others.length > 0 ? [] : fixTo(naming, first.source),
  });
  for (const hop of needing)
    context.report({
      at: sourceValue(hop),
      message,
      severity,
      related: [{ at: pointAt(naming), message: `the trust policy of ${nameOf(target)}` }],
    });
}

function sourceValue({ source, bySource }: Hop) {
  const naming = bySource.find(namesOne);
  return naming === undefined ? atEntity(source) : pointAt(naming);
}

/** Where the account is written as an ARN, its end; where as a number, the number. */
function fixTo(naming: Naming, { name, path }: Entity): readonly WorkspaceFix[] {
  const [own, folder] = [literalText(name), literalText(path ?? ['/'])];
  const index = naming.part.element === 'principal' ? (naming.part.index ?? 0) : 0;
  const written = describeText(naming.grant.principals?.values[index]?.value ?? []);
  if (own === undefined || folder === undefined || naming.who.type !== 'account') return [];
  const role = `:role${folder}${own}`;
  const at = pointAt(naming);
  const [from, to] = written.endsWith(':root') ? [':root', role] : [written, `arn:aws:iam::${written}${role}`];
  return [
    {
      title: `Name ${quote(own)} as the principal`,
      applicability: 'suggestion',
      preferred: true,
      edit: { at, from, to },
    },
  ];
}
