import { evaluateHop } from '../chain/evaluate-hop.ts';
import { renderExplanation } from '../export/explanation.ts';
import type { ExplainArguments } from './arguments.ts';
import type { ExitCode } from './check.ts';
import { find } from './graph.ts';
import { readWorkspace } from './read-workspace.ts';
import type { Terminal } from './terminal.ts';

/** Prints the whole reasoning of one hop. 2: there is no such role, or a path given by name cannot be read. */
export async function explainHop(given: ExplainArguments, terminal: Terminal): Promise<ExitCode> {
  const read = readWorkspace(given, terminal);
  if (read === undefined) return 2;
  const graph = read.files.workspace.graph();
  const sources = find(graph, given.source, terminal);
  const targets = find(graph, given.target, terminal);
  if (sources === 'unknown' || targets === 'unknown') return 2;
  const explained = (sources ?? []).flatMap((source) =>
    (targets ?? []).map((target) => {
      const listed = graph.hops.find((hop) => hop.source === source && hop.target === target);
      const verdict = listed?.verdict ?? evaluateHop(graph.world, source, target);
      const hop = { world: graph.world, source, target, verdict, ...(listed && { locked: listed.locked }) };
      return renderExplanation(hop, read.files.places());
    }),
  );
  terminal.print(explained.join('\n'));
  return read.isComplete ? 0 : 2;
}
