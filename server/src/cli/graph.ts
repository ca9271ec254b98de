import type { Graph } from '../chain/graph.ts';
import { findEntities, selectChains } from '../chain/select.ts';
import { renderDot } from '../export/graph-dot.ts';
import { renderMermaid } from '../export/graph-mermaid.ts';
import { type GraphReport, reportForReaders } from '../export/graph-report.ts';
import { renderSvg } from '../export/graph-svg.ts';
import { renderGraphText } from '../export/graph-text.ts';
import type { Entity } from '../role/entity.ts';
import type { GraphArguments } from './arguments.ts';
import type { ExitCode } from './check.ts';
import { nearest } from './nearest.ts';
import { readWorkspace } from './read-workspace.ts';
import type { Terminal } from './terminal.ts';

/** Prints who may assume whom. 0: all of it; 2: a path given by name cannot be read, or there is no such role. */
export async function showGraph(given: GraphArguments, terminal: Terminal): Promise<ExitCode> {
  const read = readWorkspace(given, terminal);
  if (read === undefined) return 2;
  const graph = read.files.workspace.graph();
  const from = find(graph, given.from, terminal);
  const to = find(graph, given.to, terminal);
  if (from === 'unknown' || to === 'unknown') return 2;
  const selected = selectChains(graph, { ...(from && { from }), ...(to && { to }) });
  terminal.print(render(reportForReaders(selected, read.files.places()), given.format));
  return read.isComplete ? 0 : 2;
}

/** Those that a word means; none of the graph is an error that says what there is. */
export function find(
  graph: Graph,
  word: string | undefined,
  terminal: Terminal,
): readonly Entity[] | 'unknown' | undefined {
  if (word === undefined) return undefined;
  const found = findEntities(graph, word);
  if (found.length > 0) return found;
  const [guess] = nearest(
    word,
    graph.entities.map(({ id }) => id),
  );
  terminal.note(`There is no role "${word}" in these files${guess === undefined ? '' : `; did you mean "${guess}"?`}`);
  return 'unknown';
}

function render(report: GraphReport, format: GraphArguments['format']): string {
  switch (format) {
    case 'text':
      return renderGraphText(report);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'mermaid':
      return renderMermaid(report);
    case 'dot':
      return renderDot(report);
    case 'svg':
      return renderSvg(report);
    default:
      return format satisfies never;
  }
}
