import { stateOf, wordOf } from '../chain/hop-words.ts';
import { groupsOf } from './graph-groups.ts';
import type { GraphReport } from './graph-report.ts';
import { labelOf } from './graph-words.ts';

const arrows = { locked: '==>', open: '-->', blocked: '--x' } as const;

/** For hops that rest on assumptions. */
const dashed = { locked: '-.->', open: '-.->', blocked: '-.-x' } as const;

/** The graph as Mermaid's `flowchart`, to be pasted into Markdown. */
export function renderMermaid(report: GraphReport): string {
  const names = new Map(report.roles.map(({ id }, index) => [id, `n${index}`]));
  const node = (id: string) => names.get(id) ?? 'unknown';
  const lines = ['flowchart LR'];
  for (const [index, { title, roles }] of groupsOf(report.roles).entries()) {
    const indent = title === undefined ? '  ' : '    ';
    if (title !== undefined) lines.push(`  subgraph g${index}["${encode(title)}"]`);
    for (const role of roles) lines.push(`${indent}${node(role.id)}["${encode(labelOf(role))}"]`);
    if (title !== undefined) lines.push('  end');
  }
  for (const hop of report.hops) {
    const arrow = (hop.assumptions.length > 0 ? dashed : arrows)[stateOf(hop)];
    lines.push(`  ${node(hop.source)} ${arrow}|"${wordOf(hop)}"| ${node(hop.target)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Mermaid reads entities in quoted text, written with `#` in place of `&`. */
function encode(text: string): string {
  return text.replace(/[#"&<>`\\\p{Cc}\p{Bidi_Control}]/gu, (character) => `#${character.codePointAt(0)};`);
}
