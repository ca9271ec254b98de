import { type ServerProcess, startServer } from '../lsp/support/server-process.ts';
import { cpuOf } from './measure.ts';
import { type Distribution, distribution, parseTimes } from './times.ts';

/** How long completion takes in a template; times in milliseconds. */
export interface CompletionFigures {
  /** The first, before anything of the data was opened. */
  readonly first: number;
  /** From a key to the list of what can follow it, with the check of the document that the server may begin before. */
  readonly later: Distribution;
  /** What the server's main thread takes of the processor for that. */
  readonly laterCpu: Distribution | undefined;
  /** One warm bare `yaml` parse of the same text. */
  readonly parse: number;
  /** `later.p95` as a multiple of `parse`. */
  readonly ratio: number;
  readonly items: number;
}

/** What is typed at each place. */
const word = 'Role';

const uri = 'file:///workspace/template.yaml';

/** Types at the places of a template in turn, and asks each time what can follow. */
export async function measureCompletion(template: string, count: number): Promise<CompletionFigures> {
  const server = await startServer();
  try {
    await server.open(uri, template, 'yaml');
    await server.diagnostics(uri, 1);
    const lines = template.split('\n');
    const places = lines.flatMap((line, index) => (/^\s+Action: sts:AssumeRole$/.test(line) ? [index] : []));
    const times: number[] = [];
    const cpuTimes: number[] = [];
    let items = 0;
    let version = 1;
    for (let place = 0; place < count; place++) {
      const line = places[Math.floor((place * places.length) / count)] ?? 0;
      const end = lines[line]?.length ?? 0;
      // The end of the action is taken away and typed again.
      await change(server, ++version, line, end - word.length, end, '');
      await server.diagnostics(uri, version);
      for (const [index, letter] of [...word].entries()) {
        const at = end - word.length + index;
        const before = cpuOf(server.process.pid);
        const started = performance.now();
        await change(server, ++version, line, at, at, letter);
        items += await ask(server, line, at + 1);
        times.push(performance.now() - started);
        const after = cpuOf(server.process.pid);
        if (before !== undefined && after !== undefined) cpuTimes.push(after - before);
        // Checking the document is no part of it.
        await server.diagnostics(uri, version);
      }
    }
    const [first = 0, ...later] = times;
    const { median: parse } = distribution(parseTimes(template));
    const all = distribution(later);
    const laterCpu = cpuTimes.length > 1 ? distribution(cpuTimes.slice(1)) : undefined;
    return { first, later: all, laterCpu, parse, ratio: all.p95 / parse, items };
  } finally {
    server.process.kill();
  }
}

async function change(server: ServerProcess, version: number, line: number, from: number, to: number, text: string) {
  const range = { start: { line, character: from }, end: { line, character: to } };
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text }],
  });
}

async function ask(server: ServerProcess, line: number, character: number): Promise<number> {
  const answer = await server.connection.sendRequest<{ items: readonly unknown[] } | null>('textDocument/completion', {
    textDocument: { uri },
    position: { line, character },
  });
  return answer?.items.length ?? 0;
}
