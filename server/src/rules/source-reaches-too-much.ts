import { groupBy } from '../base/group.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';
import { type Naming, namesOne } from '../chain/naming.ts';
import { pointAt } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import { atEntity, type WorkspaceContext, type WorkspaceFix } from '../lint/workspace-rule.ts';
import { describeText, literalText } from '../role/text.ts';

export const sourceReachesTooMuch = defineRule({
  id: 'source-reaches-too-much',
  summary: 'A pattern lets a role assume others of the workspace beside the ones that trust it by name',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity'],
  supersedes: ['assume-role-wildcard-name'],
  check: {
    scope: 'workspace',
    needsAll: true,
    run(graph, context) {
      const open = graph.hops.filter(
        ({ verdict, source, target }) =>
          verdict.verdict === 'allowed' && source !== target && source.kind === 'role' && target.source !== undefined,
      );
      for (const hops of groupBy(open, ({ source }) => source).values())
        for (const naming of new Set(hops.flatMap(({ bySource }) => bySource.filter(isPattern))))
          report(
            naming,
            hops.filter((hop) => opens(hop, naming)),
            context,
          );
    },
  },
});

function isPattern(naming: Naming): boolean {
  return naming.who.type === 'role' && !namesOne(naming);
}

/** No other value of the source's permissions reaches the target. */
function opens({ bySource }: Hop, naming: Naming): boolean {
  return bySource.includes(naming) && !bySource.some(namesOne);
}

function report(naming: Naming, hops: readonly Hop[], context: WorkspaceContext): void {
  const { who } = naming;
  const meant = hops.filter(({ byTarget }) => byTarget.some(namesOne));
  const others = hops.filter(({ byTarget }) => !byTarget.some(namesOne));
  const [first, ...more] = meant;
  if (first === undefined || others.length === 0 || !('arn' in who)) return;
  const list = (all: readonly Hop[]) => all.map(({ target }) => nameOf(target)).join(', ');
  const message = `${quote(describeText(who.arn))} is meant for ${list(meant)}, which ${more.length === 0 ? 'trusts' : 'trust'} ${nameOf(first.source)} by name, and also lets it assume ${list(others)}. Name the roles that are meant.`;
  const severity = others.some(({ verdict }) => verdict.assumptions.length === 0) ? 'warning' : 'info';
  context.report({
    at: pointAt(naming),
    message,
    severity,
    related: others.map(({ target }) => ({
      at: atEntity(target),
      message: `${nameOf(target)} trusts the whole account`,
    })),
    fixes: more.length > 0 ? [] : fixTo(naming, first),
  });
  for (const { target } of others)
    context.report({
      at: atEntity(target),
      message,
      severity,
      related: [{ at: pointAt(naming), message: `a permission policy of ${nameOf(first.source)}` }],
    });
}

function fixTo(naming: Naming, { target }: Hop): readonly WorkspaceFix[] {
  const { who } = naming;
  const [name, path] = [literalText(target.name), literalText(target.path ?? ['/'])];
  const written = 'arn' in who ? describeText(who.arn) : '';
  const start = written.indexOf(':role/');
  if (name === undefined || path === undefined || start < 0) return [];
  const to = `role${path}${name}`;
  const edit = { at: pointAt(naming), from: written.slice(start + 1), to };
  return [{ title: `Name ${quote(to)} only`, applicability: 'suggestion', preferred: true, edit }];
}
