import { stateOf, wordOf } from '../chain/hop-words.ts';
import { groupsOf } from './graph-groups.ts';
import type { GraphReport } from './graph-report.ts';
import { labelOf } from './graph-words.ts';

const styles = { locked: 'bold', open: 'solid', blocked: 'dotted' } as const;

/** The graph in the language of Graphviz. */
export function renderDot(report: GraphReport): string {
  const lines = ['digraph rolechain {', '  rankdir=LR;', '  node [shape=box];'];
  for (const [index, { title, roles }] of groupsOf(report.roles).entries()) {
    const indent = title === undefined ? '  ' : '    ';
    if (title !== undefined) lines.push(`  subgraph cluster_${index} {`, `    label=${quote(title)};`);
    for (const role of roles) lines.push(`${indent}${quote(role.id)} [label=${quote(labelOf(role))}];`);
    if (title !== undefined) lines.push('  }');
  }
  for (const hop of report.hops) {
    const style = hop.assumptions.length > 0 ? 'dashed' : styles[stateOf(hop)];
    lines.push(`  ${quote(hop.source)} -> ${quote(hop.target)} [label=${quote(wordOf(hop))}, style=${style}];`);
  }
  return `${lines.join('\n')}\n}\n`;
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')}"`;
}
