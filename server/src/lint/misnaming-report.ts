import { nameOf, quote } from '../chain/describe.ts';
import type { Graph } from '../chain/graph.ts';
import { findMisnamings, type Misnaming } from '../chain/misnaming.ts';
import { describeText } from '../role/text.ts';
import type { Severity } from './finding.ts';
import { type End, pointAt } from './hop-report.ts';
import type { WorkspaceFix } from './workspace-rule.ts';

/** Those that can be told: a role of the written name may be in a file that was not read, unless there can be none. */
export function knownMisnamings(graph: Graph): readonly Misnaming[] {
  const all = findMisnamings(graph);
  return graph.world.cutAt === undefined ? all : all.filter(({ isUnique }) => isUnique);
}

/** The value that misses the role. */
export function shown({ naming }: Misnaming): string {
  const { who } = naming;
  return quote('arn' in who ? describeText(who.arn) : '');
}

/** Only where the role answers, or no other of that name can be in its account, is it certain which is meant. */
export function misnamingSeverity({ isCertain }: Misnaming): Severity {
  return isCertain ? 'error' : 'warning';
}

/** The value that misses the role, and the property of the role that differs; each with the fix on its side. */
export function misnamingEnds(misnaming: Misnaming, property: 'Path' | 'RoleName'): readonly [End, End] {
  const { naming, by, meant, side } = misnaming;
  const at = pointAt(naming);
  const policy = side === 'source' ? 'a permission policy' : 'the trust policy';
  return [
    { at, is: `${policy} of ${nameOf(by)}`, fixes: [fixOfValue(misnaming)] },
    {
      at: { type: 'entity', entity: meant, property },
      is: `${nameOf(meant)}, the role`,
      fixes: fixesOfRole(misnaming, property),
    },
  ];
}

function fixOfValue({ naming, written, actual }: Misnaming): WorkspaceFix {
  const to = `role${actual.path}${actual.name}`;
  return {
    title: `Write ${quote(to)}`,
    applicability: 'suggestion',
    preferred: true,
    edit: { at: pointAt(naming), from: `role${written.path}${written.name}`, to },
  };
}

/** AWS has no call that renames or moves a role: CloudFormation makes it anew. */
function fixesOfRole({ meant, written, actual }: Misnaming, property: 'Path' | 'RoleName'): readonly WorkspaceFix[] {
  const [from, to] = property === 'Path' ? [actual.path, written.path] : [actual.name, written.name];
  if (from === '/' || /[*?]/.test(to)) return [];
  const title = property === 'Path' ? `Change the role's path to ${quote(to)}` : `Name the role ${quote(to)}`;
  return [{ title, applicability: 'suggestion', edit: { at: { type: 'entity', entity: meant, property }, from, to } }];
}
