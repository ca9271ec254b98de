import { readFileSync } from 'node:fs';
import { Failure } from '../../scripts/process/failure.ts';
import { type ServerProcess, startServer } from '../lsp/support/server-process.ts';
import { type Distribution, distribution, parseTimes } from './times.ts';

/** Figures of one template; times in milliseconds. */
export interface Figures {
  readonly characters: number;
  /** From the start of the process to the answer to `initialize`. */
  readonly initialize: number;
  /** From `didOpen` to the first published diagnostics. */
  readonly firstDiagnostics: number;
  /** From `didChange` to the published diagnostics of that version. */
  readonly change: Distribution;
  /** One warm bare `yaml` parse of the same text in this process: the median. */
  readonly parse: number;
  /** `change.median` as a multiple of `parse`. */
  readonly ratio: number;
  /** Of the server process, in megabytes; undefined where the system does not tell. */
  readonly peakMemory: number | undefined;
}

/** Opens a YAML template in a server of its own and types into it, one key after the other's result. */
export async function measure(text: string, edits: number): Promise<Figures> {
  const started = performance.now();
  const server = await startServer();
  try {
    const initialize = performance.now() - started;
    const opened = performance.now();
    await server.open(uri, text, 'yaml');
    await server.diagnostics(uri, 1);
    const firstDiagnostics = performance.now() - opened;
    const change = distribution(await typeInto(server, text, edits));
    const peakMemory = peakMemoryOf(server.process.pid);
    await server.stop();
    const parse = distribution(parseTimes(text)).median;
    const ratio = change.median / parse;
    return { characters: text.length, initialize, firstDiagnostics, change, parse, ratio, peakMemory };
  } finally {
    server.process.kill();
  }
}

const uri = 'file:///bench/template.yaml';

/** Types one character and takes it away, in turns, where it matters: behind an effect in the middle of the text. */
async function typeInto(server: ServerProcess, text: string, edits: number): Promise<readonly number[]> {
  const start = positionBehind(text, 'Effect: Allow', text.length / 2);
  const end = { line: start.line, character: start.character + 1 };
  const times: number[] = [];
  for (let version = 2; version < edits + 2; version++) {
    const change =
      version % 2 === 0 ? { range: { start, end: start }, text: 'x' } : { range: { start, end }, text: '' };
    const sent = performance.now();
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    const { diagnostics } = await server.diagnostics(uri, version);
    times.push(performance.now() - sent);
    // Else it would not be the edit's own result that was timed.
    if (diagnostics.length > 0 !== (change.text === 'x')) throw new Failure('The edit is not what is reported.');
  }
  return times;
}

function positionBehind(text: string, word: string, from: number): { line: number; character: number } {
  const lines = text.slice(0, text.indexOf(word, from) + word.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** What the kernel notes as the most that the process ever held; on Linux only. */
function peakMemoryOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
