import { wordOf } from '../chain/hop-words.ts';
import type { GraphReport } from './graph-report.ts';
import { labelOf } from './graph-words.ts';
import { printable } from './printable.ts';

/** The graph for a terminal: one hop to a line, with what it rests on or what blocks it below. */
export function renderGraphText({ roles, hops, closedWorld }: GraphReport): string {
  if (hops.length === 0) return 'No policy here names a role, an account or a service that another one answers.\n';
  const names = new Map(roles.map((role) => [role.id, labelOf(role)]));
  const name = (id: string) => names.get(id) ?? id;
  const lines = hops.flatMap((hop) => {
    const blocked = hop.verdict === 'blocked' ? hop.reasons.filter(({ effect }) => effect !== 'allow') : [];
    return [
      `${name(hop.source)} -> ${name(hop.target)}: ${wordOf(hop)}`,
      ...hop.assumptions.map((each) => `    if ${each}`),
      ...blocked.map(({ message }) => `    ${message}`),
    ];
  });
  return `${[...lines, '', closedWorld].map(printable).join('\n')}\n`;
}
